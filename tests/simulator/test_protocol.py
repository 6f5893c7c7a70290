"""The calls of the API, by plain HTTP."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from runcomfy_models.testing import Course, Simulator
from runcomfy_models.testing.serving import exchange
from tests.simulator.real_models import ALEPH, INPUTS, KLING, SUBMIT


def submit(http: httpx.Client) -> str:
    return str(http.post(SUBMIT, json=INPUTS[KLING]).json()["request_id"])


def test_a_submission_is_answered_with_the_urls_of_its_job(
    simulator: Simulator, http: httpx.Client
) -> None:
    answer = http.post(SUBMIT, json=INPUTS[KLING])
    assert answer.status_code == 200
    base = f"{simulator.base_url}/v1/requests/sim-000001"
    assert answer.json() == {
        "request_id": "sim-000001",
        "status_url": f"{base}/status",
        "result_url": f"{base}/result",
        "cancel_url": f"{base}/cancel",
    }


def test_a_job_moves_on_with_each_poll(simulator: Simulator, http: httpx.Client) -> None:
    simulator.jobs.course = Course(queued=2, running=1)
    path = f"/v1/requests/{submit(http)}/status"
    answers = [http.get(path).json() for _ in range(4)]
    assert [(answer["status"], answer.get("queue_position")) for answer in answers] == [
        ("in_queue", 2),
        ("in_queue", 1),
        ("in_progress", None),
        ("completed", None),
    ]
    assert "instance_id" in answers[2]
    assert answers[0]["status_url"] == simulator.base_url + path


def test_a_result_may_be_polled_until_the_job_ends(http: httpx.Client) -> None:
    path = f"/v1/requests/{submit(http)}/result?include_cost=true"
    answers = [http.get(path).json() for _ in range(3)]
    assert answers[0] == {"request_id": "sim-000001", "status": "in_queue"}
    assert answers[1]["status"] == "in_progress"
    assert "output" not in answers[1]
    assert answers[2]["cost"] == 0.35
    assert answers[2]["created_at"] < answers[2]["finished_at"]
    assert set(answers[2]["output"]) == {"image", "video", "images", "videos"}


@pytest.mark.parametrize(
    ("query", "course", "reported"),
    [
        ("", Course(queued=0, running=0), False),
        ("?include_cost=true", Course(queued=0, running=0), True),
        ("?include_cost=true", Course(queued=0, running=0, cost=None), False),
    ],
)
def test_the_cost_is_reported_if_it_is_asked_for_and_known(
    query: str, course: Course, reported: bool, simulator: Simulator, http: httpx.Client
) -> None:
    simulator.jobs.next(course)
    document = http.get(f"/v1/requests/{submit(http)}/result{query}").json()
    assert ("cost" in document) is reported


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", SUBMIT),
        ("GET", "/v1/requests/sim-000001/status"),
        ("GET", "/v1/requests/sim-000001/result"),
        ("POST", "/v1/requests/sim-000001/cancel"),
        ("GET", "/v1/models"),
        ("GET", f"/v1/models/{KLING}"),
        ("GET", "/v1/models/categories"),
    ],
)
def test_every_call_needs_the_token(
    method: str, path: str, simulator: Simulator, http: httpx.Client
) -> None:
    del http.headers["Authorization"]
    for headers in ({}, *({"Authorization": text} for text in ("", "Bearer", "Bearer x", "x"))):
        answer = http.request(method, path, headers=headers)
        assert (answer.status_code, answer.json()["error_code"]) == (401, 400004)
    assert simulator.ledger.jobs == ()


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("POST", "/v1/models/kling/unknown", 404, 404001),
        ("POST", "/v1/models/%2e%2e/%2e%2e/etc/passwd", 404, 404001),
        ("POST", f"/v1/models/kling%2F..%2F{KLING}", 404, 404001),
        ("GET", "/v1/models/kling", 404, 404001),
        ("GET", "/v1/requests/sim-000009/status", 404, 404001),
        ("GET", "/v1/requests/sim-000009/result", 404, 404001),
        ("POST", "/v1/requests/sim-000009/cancel", 404, 404001),
        ("GET", "/v1/requests/a%20b/status", 400, 400001),
        ("GET", "/v1/requests/" + "a" * 129 + "/status", 400, 400001),
        ("GET", "/v2", 404, None),
        ("DELETE", "/v1/models", 405, None),
        ("GET", "/v1/models/", 404, 404001),
    ],
)
def test_an_unknown_resource_is_an_error(
    method: str, path: str, status: int, code: int | None, http: httpx.Client
) -> None:
    answer = http.request(method, path)
    assert (answer.status_code, answer.json().get("error_code")) == (status, code)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v1/models", {"GET", "HEAD"}),
        (SUBMIT, {"GET", "HEAD", "POST"}),
        ("/v1/models/categories", {"GET", "HEAD"}),
        ("/v1/requests/sim-000001/status", {"GET", "HEAD"}),
        ("/v1/requests/sim-000001/cancel", {"POST"}),
    ],
)
def test_a_wrong_method_is_answered_with_the_allowed_ones(
    path: str, allowed: set[str], http: httpx.Client
) -> None:
    for method in {"DELETE", "GET", "PATCH", "POST"} - allowed:
        answer = http.request(method, path)
        assert answer.status_code == 405
        assert set(answer.headers["Allow"].split(", ")) == allowed


@pytest.mark.parametrize(
    ("query", "ids", "total"),
    [
        ("", [KLING, ALEPH], 2),
        ("?limit=1", [KLING], 2),
        ("?limit=1&offset=1", [ALEPH], 2),
        ("?offset=7", [], 2),
        (f"?offset={2**63 - 1}", [], 2),
        ("?limit=500", [KLING, ALEPH], 2),
        ("?search=ALEPH", [ALEPH], 1),
        ("?category=image-to-video", [KLING], 1),
        ("?category=text-to-image", [], 0),
        ("?kind=model", [KLING, ALEPH], 2),
        ("?kind=workflow", [], 0),
    ],
)
def test_models_are_listed_in_pages(
    query: str, ids: list[str], total: int, http: httpx.Client
) -> None:
    document = http.get(f"/v1/models{query}").json()
    assert [model["model_id"] for model in document["models"]] == ids
    assert document["total"] == total


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=501", "limit=x", "limit=-1", "limit=" + "0" * 19 + "1"),
        *("offset=-1", f"offset={2**63}", "offset=" + "9" * 5000),
    ],
)
def test_a_page_size_or_offset_out_of_range_is_refused(query: str, http: httpx.Client) -> None:
    answer = http.get(f"/v1/models?{query}")
    assert (answer.status_code, answer.json()["error_code"]) == (422, 422001)
    assert answer.json()["detail"][0]["loc"] == ["query", query.partition("=")[0]]


def test_a_page_has_100_models_by_default(tmp_path: Path) -> None:
    with Simulator(schemas=write_models(tmp_path, 120)) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        with httpx.Client(base_url=simulator.base_url, headers=headers) as http:
            assert len(http.get("/v1/models").json()["models"]) == 100
            assert len(http.get("/v1/models?limit=500").json()["models"]) == 120


def write_models(folder: Path, count: int) -> Path:
    """Make a schemas folder with that many models."""
    for number in range(count):
        model = folder / "acme" / f"model {number}"
        model.mkdir(parents=True)
        (model / "input.json").write_text('{"type": "object"}')
    return folder


def test_a_model_is_listed_with_its_schema_on_request(http: httpx.Client, root: Path) -> None:
    schema = json.loads((root / "schemas" / KLING / "input.json").read_text())
    listed = http.get("/v1/models?include_schema=true").json()["models"]
    entry: dict[str, Any] = http.get(f"/v1/models/{KLING}").json()
    assert entry == listed[0]
    assert entry["input_schema"] == schema
    assert entry["kind"] == "model"
    assert entry["base_price_usd"] == 0.35
    assert entry["categories"] == ["image-to-video"]


def test_categories_are_listed(http: httpx.Client) -> None:
    answer = http.get("/v1/models/categories").json()
    assert answer == {"categories": ["image-to-video", "video-to-video"]}


def test_the_stored_catalog_says_which_categories_and_kinds_there_are(tmp_path: Path) -> None:
    folder = write_models(tmp_path, 2)
    facts = {"categories": ["image-to-video", "lipsync"], "kind": "workflow"}
    (folder / "acme/model 1/catalog.json").write_text(json.dumps(facts))
    with Simulator(schemas=folder) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}

        def answer(path: str) -> Any:
            return httpx.get(f"{simulator.base_url}/v1/models{path}", headers=headers).json()

        assert answer("/categories") == {"categories": ["image-to-video", "lipsync", "model 0"]}
        for query in ("category=lipsync", "kind=workflow"):
            models = answer(f"?{query}")["models"]
            assert [model["model_id"] for model in models] == ["acme/model 1"]
        assert answer("?category=lip")["total"] == 0


def test_an_id_with_spaces_is_percent_encoded(tmp_path: Path) -> None:
    with Simulator(schemas=write_models(tmp_path, 2)) as simulator:
        url = f"{simulator.base_url}/v1/models/acme/model%201"
        headers = {"Authorization": f"Bearer {simulator.token}"}
        assert httpx.post(url, headers=headers, json={}).status_code == 200
        assert simulator.ledger.jobs[0].model_id == "acme/model 1"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("", 415),
        ("text/plain", 415),
        ("application/jsonl", 415),
        ("application/x-www-form-urlencoded", 415),
    ],
)
def test_a_submission_has_to_be_declared_as_json(
    content_type: str, status: int, simulator: Simulator, http: httpx.Client
) -> None:
    body = json.dumps(INPUTS[KLING]).encode()
    answer = http.post(SUBMIT, content=body, headers={"Content-Type": content_type})
    assert answer.status_code == status
    assert len(simulator.ledger.jobs) == (status == 200)


def test_other_calls_need_no_content_type(simulator: Simulator, http: httpx.Client) -> None:
    request_id = submit(http)
    headers = {"Authorization": f"Bearer {simulator.token}"}
    url = f"{simulator.base_url}/v1/requests/{request_id}/cancel"
    assert httpx.post(url, headers=headers).status_code == 200


def test_a_body_beyond_64_mib_is_refused(simulator: Simulator, http: httpx.Client) -> None:
    pieces = (b" " * 2**20 for _ in range(65))
    assert http.post(SUBMIT, content=pieces).status_code == 413
    assert http.get("/v1/models").status_code == 200
    assert simulator.ledger.jobs == ()


def test_a_body_at_the_limit_is_accepted(
    http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps(INPUTS[KLING]).encode()
    monkeypatch.setattr(exchange, "MAX_BODY", len(body))
    assert http.post(SUBMIT, content=body).status_code == 200
    assert http.post(SUBMIT, content=body + b" ").status_code == 413


def test_a_missing_schemas_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="not a folder of schemas"):
        Simulator(schemas=tmp_path / "none")


def test_a_wrong_method_for_a_request_is_answered_with_the_allowed_ones(http: httpx.Client) -> None:
    answer = http.put(f"/v1/requests/{submit(http)}/status")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"].split(", ")


@pytest.mark.parametrize(("cost", "status"), [("true", 200), ("0", 200), ("maybe", 422)])
def test_include_cost_is_true_or_false(cost: str, status: int, http: httpx.Client) -> None:
    path = f"/v1/requests/{submit(http)}/result"
    assert http.get(path, params={"include_cost": cost}).status_code == status
