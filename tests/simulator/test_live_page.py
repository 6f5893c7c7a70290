"""The page at the simulator's address, its events and its OpenAPI document, by plain HTTP."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from openapi_spec_validator import validate

from runcomfy_models.testing import Course, Simulator, faults
from tests.simulator.real_models import ALEPH, INPUTS, KLING, SUBMIT


def states(simulator: Simulator) -> Iterator[Any]:
    """Yield the states that the page is sent from now on."""
    with httpx.stream("GET", f"{simulator.base_url}/events", timeout=60) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        for line in answer.iter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


def first_with(states: Iterator[Any], condition: Any) -> Any:
    return next(state for state in states if condition(state))


def test_the_page_is_sent_each_change_of_jobs_ledger_and_faults(
    simulator: Simulator, http: httpx.Client
) -> None:
    updates = states(simulator)
    assert next(updates)["totals"] == {
        "calls": 0,
        "jobs": 0,
        "charged": "0 US dollars",
        "untold": 0,
    }
    simulator.jobs.next(Course(end="failed", error="no face"))
    http.post(SUBMIT, json=INPUTS[KLING])
    submitted = first_with(updates, lambda state: state["totals"]["calls"])
    assert submitted["jobs"] == [
        {
            "id": "sim-000001",
            "model": KLING,
            "status": "in queue, place 1",
            "charged": "0.35",
            "note": "",
        }
    ]
    for _ in range(2):
        http.get("/v1/requests/sim-000001/status?a=b")
    failed = first_with(updates, lambda state: state["totals"]["calls"] == 3)
    assert (failed["jobs"][0]["status"], failed["jobs"][0]["note"]) == ("failed", "no face")
    assert failed["calls"][0] == {
        "number": 3,
        "method": "GET",
        "path": "/v1/requests/sim-000001/status?a=b",
        "status": 200,
        "fault": "",
    }


def test_faults_ahead_and_faults_that_were_met_are_sent(
    simulator: Simulator, http: httpx.Client
) -> None:
    simulator.faults.submit(faults.lost_answer(), None)
    simulator.faults.by_chance(0.05, Random(7), "status")
    with pytest.raises(httpx.HTTPError):
        http.post(SUBMIT, json=INPUTS[KLING])
    state = first_with(states(simulator), lambda state: state["totals"]["calls"])
    assert state["faults"] == [
        {"calls": "status", "next": "", "chance": "5% of them"},
        {"calls": "submit", "next": "none", "chance": ""},
    ]
    assert (state["calls"][0]["status"], state["calls"][0]["fault"]) == (
        "no answer",
        "answer lost",
    )
    assert state["jobs"][0]["note"] == "no answer gave its id to the client"


def test_the_newest_hundred_are_listed_and_all_are_counted(
    simulator: Simulator, http: httpx.Client
) -> None:
    for _ in range(103):
        http.get("/v1/models/categories")
    state = next(states(simulator))
    assert state["totals"]["calls"] == 103
    assert [call["number"] for call in state["calls"]] == [*range(103, 3, -1)]


def test_calls_of_the_page_are_not_calls_of_the_api() -> None:
    logged: list[Any] = []
    with Simulator(log=logged.append) as simulator:
        simulator.faults.by_chance(1, Random(7))
        for path in ("/", "/page.css", "/page.js", "/openapi.json"):
            assert httpx.get(simulator.base_url + path).status_code == 200
        next(states(simulator))
        assert simulator.ledger.calls == logged == []


def test_the_page_loads_nothing_from_elsewhere(simulator: Simulator) -> None:
    answer = httpx.get(simulator.base_url)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "//" not in answer.text.replace("<!doctype html>", "")


def test_an_open_page_does_not_delay_the_stop() -> None:
    with Simulator() as simulator:
        updates = states(simulator)
        next(updates)
        stop_began = time.perf_counter()
    assert time.perf_counter() - stop_began < 2
    with pytest.raises(httpx.HTTPError):
        next(updates)


def test_the_document_describes_the_simulated_models_at_their_address(
    simulator: Simulator,
) -> None:
    document = httpx.get(f"{simulator.base_url}/openapi.json").json()
    validate(document)
    assert document["servers"] == [{"url": simulator.base_url}]
    for model_id in (KLING, ALEPH):
        assert f"/v1/models/{model_id}" in document["paths"]


def test_the_document_is_of_the_folder_that_is_simulated(tmp_path: Path) -> None:
    (tmp_path / "acme" / "one").mkdir(parents=True)
    (tmp_path / "acme" / "one" / "input.json").write_text('{"type": "object"}')
    with Simulator(schemas=tmp_path) as simulator:
        paths = httpx.get(f"{simulator.base_url}/openapi.json").json()["paths"]
    assert [path for path in paths if "post" in paths[path]][:1] == ["/v1/models/acme/one"]


def test_schemas_that_cannot_be_exported_are_a_failure_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "acme" / "one").mkdir(parents=True)
    (tmp_path / "acme" / "one" / "input.json").write_text('{"type": "object", "$dynamicRef": "#a"}')
    with Simulator(schemas=tmp_path) as simulator:
        answer = httpx.get(f"{simulator.base_url}/openapi.json")
    assert answer.status_code == 500
    assert "unsupported-keyword" in answer.json()["message"]


def test_without_a_library_of_the_generator_the_answer_says_what_to_install(
    simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "runcomfy_codegen.export.served", None)
    answer = httpx.get(f"{simulator.base_url}/openapi.json")
    assert answer.status_code == 501
    assert 'pip install "runcomfy-models[testing]"' in answer.json()["message"]
