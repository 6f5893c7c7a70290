"""Results: what a finished job returns or raises."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from runcomfy_models import JobCancelled, JobFailed, ResponseError
from tests.loopback import COMPLETED, OUTPUT, REQUEST_ID, Loopback, Reply, status
from tests.runtime.models import MODEL_ID, Output
from tests.runtime.side import Side

URL = "https://files.runcomfy.net/a.mp4"


def run(side: Side, service: Loopback) -> Any:
    return side.do(side.client(service.url).run(prompt="x"))


def with_cost(number: str) -> Reply:
    """Return a result whose cost is the JSON text `number`."""
    output = '{"video": "u"}'
    return Reply(body=f'{{"status": "completed", "output": {output}, "cost": {number}}}')


def test_a_result_has_all_facts_of_the_answer(side: Side, service: Loopback) -> None:
    result = run(side, service)
    assert result.output == Output(**OUTPUT)
    assert (result.id, result.status, result.cost) == (REQUEST_ID, "completed", Decimal("0.35"))
    assert result.created_at == datetime(2026, 1, 1, 10, tzinfo=UTC)
    assert result.finished_at == datetime(2026, 1, 1, 10, 1, tzinfo=UTC)
    assert result.raw == COMPLETED.body
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301


def test_the_file_of_a_result_is_the_url_of_its_only_file(side: Side, service: Loopback) -> None:
    service.result = [Reply(body={**COMPLETED.body, "output": {"video": URL, "videos": [URL]}})]
    assert run(side, service).file == URL


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ({"images": [URL, URL + "2"]}, f"has 2 files: {URL}, {URL}2"),
        ({"text": "hello"}, "has no file; its output is Output(video=None, text='hello')"),
        ({}, "has no file"),
    ],
)
def test_the_error_for_a_result_without_exactly_one_file_shows_what_it_has(
    output: Any, words: str, side: Side, service: Loopback
) -> None:
    service.result = [Reply(body={**COMPLETED.body, "output": output})]
    result = run(side, service)
    with pytest.raises(LookupError) as caught:
        result.file  # noqa: B018
    assert str(caught.value).startswith(f"the result of {REQUEST_ID} {words}")
    assert len(result.urls) != 1


@pytest.mark.parametrize("number", ["0.1", "0.10", "0", "3", "1e-9", "0.12345678901234567890123"])
def test_a_cost_is_exactly_the_number_in_the_answer(
    number: str, side: Side, service: Loopback
) -> None:
    service.result = [with_cost(number)]
    assert str(run(side, service).cost) == str(Decimal(number))


@pytest.mark.parametrize("number", ["null", "true", '"0.35"', "NaN", "[]"])
def test_a_cost_that_is_not_a_number_is_none_and_not_zero(
    number: str, side: Side, service: Loopback
) -> None:
    service.result = [with_cost(number)]
    assert run(side, service).cost is None


@pytest.mark.parametrize("value", [None, "", "yesterday", 1767225600, []])
def test_a_time_that_cannot_be_read_is_none(value: Any, side: Side, service: Loopback) -> None:
    service.result = [Reply(body={**COMPLETED.body, "created_at": value})]
    result = run(side, service)
    assert result.created_at is None
    assert result.raw["created_at"] == value


@pytest.mark.parametrize("output", [None, [], "https://x", 5, {"video": 5}, {"video": ["u"]}])
def test_an_unexpected_output_is_an_error_with_the_answer(
    output: Any, side: Side, service: Loopback
) -> None:
    service.result = [Reply(body={**COMPLETED.body, "output": output})]
    with pytest.raises(ResponseError, match=f"job {REQUEST_ID} completed") as caught:
        run(side, service)
    assert '"cost": 0.35' in caught.value.body
    assert (caught.value.request_id, caught.value.model_id) == (REQUEST_ID, MODEL_ID)


def test_a_completed_job_without_an_output_is_an_error(side: Side, service: Loopback) -> None:
    service.result = [status("completed")]
    with pytest.raises(ResponseError):
        run(side, service)


def test_a_result_without_a_status_has_the_polled_one(side: Side, service: Loopback) -> None:
    service.result = [Reply(body={"output": OUTPUT})]
    assert run(side, service).status == "completed"


UNSUCCESSFUL = [("failed", JobFailed), ("cancelled", JobCancelled), ("canceled", JobCancelled)]


@pytest.mark.parametrize(("name", "kind"), UNSUCCESSFUL)
def test_a_failed_or_cancelled_job_raises_with_its_reason(
    name: str, kind: type[JobFailed | JobCancelled], side: Side, service: Loopback
) -> None:
    service.status = [status(name)]
    service.result = [status(name, error="out of memory", error_code=500001)]
    with pytest.raises(kind, match=f"ended as {name}: out of memory") as caught:
        run(side, service)
    assert caught.value.raw["error"] == "out of memory"
    assert (caught.value.error_code, caught.value.server_message) == (500001, "out of memory")
    assert caught.value.request_id == REQUEST_ID


@pytest.mark.parametrize(
    "reply", [Reply(404, {}), Reply(500, {}), Reply(200, "<html>"), Reply(drop=True)]
)
def test_a_failed_job_raises_even_without_a_result(
    reply: Reply, side: Side, service: Loopback
) -> None:
    """The result is asked for once, for the reason; without it, the status is enough."""
    service.status = [status("failed", note="of the status")]
    service.result = [reply]
    with pytest.raises(JobFailed, match="ended as failed") as caught:
        run(side, service)
    assert caught.value.raw["note"] == "of the status"
    assert side.clock.pauses == []


def test_the_reason_may_be_in_the_status_answer(side: Side, service: Loopback) -> None:
    service.status = [status("failed", error="out of memory")]
    service.result = [status("failed")]
    with pytest.raises(JobFailed, match="out of memory"):
        run(side, service)


def test_a_failure_that_only_the_result_reports_is_raised(side: Side, service: Loopback) -> None:
    service.result = [status("failed", error="late")]
    with pytest.raises(JobFailed, match="late"):
        run(side, service)


@pytest.mark.parametrize("value", [["completed"], {}, None, 5, ""])
def test_a_result_whose_status_is_not_a_string_has_the_polled_one(
    value: Any, side: Side, service: Loopback
) -> None:
    service.result = [Reply(body={**COMPLETED.body, "status": value})]
    assert run(side, service).status == "completed"


def test_a_huge_number_in_the_answer_does_no_harm(side: Side, service: Loopback) -> None:
    body = (
        '{"status": "completed", "output": {"video": "u"}, "cost": 0.5, "x": 1e99999999999999999}'
    )
    service.result = [Reply(body=body)]
    assert run(side, service).cost == Decimal("0.5")


@pytest.mark.parametrize("make_copy", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_result_can_still_download(
    make_copy: Any, side: Side, service: Loopback
) -> None:
    result = run(side, service)
    duplicate = make_copy(result)
    assert duplicate == result
    assert duplicate.downloads is result.downloads
    assert (duplicate.raw is result.raw) == (make_copy is copy.copy)


def test_reprs_are_short(side: Side, service: Loopback) -> None:
    service.result = [Reply(body={**COMPLETED.body, "output": {"video": "u" * 5000}})]
    assert len(repr(run(side, service))) < 600


def test_an_error_beside_a_completed_status_is_in_the_message(
    side: Side, service: Loopback
) -> None:
    service.result = [
        Reply(body={"status": "completed", "error": "the video was blocked", "output": None})
    ]
    with pytest.raises(ResponseError, match="the service says: the video was blocked") as caught:
        side.do(side.client(service.url).run(prompt="x"))
    assert caught.value.server_message == "the video was blocked"


def test_a_result_is_json_that_a_framework_can_send_on(side: Side, service: Loopback) -> None:
    result = side.do(side.client(service.url).run(prompt="x"))
    assert json.loads(result.to_json()) == {
        "id": REQUEST_ID,
        "status": "completed",
        "created_at": "2026-01-01T10:00:00+00:00",
        "finished_at": "2026-01-01T10:01:00+00:00",
        "cost": "0.35",
        "estimate": {"low": None, "high": None, "unit": None, "basis": "the catalog has no price"},
        "output": OUTPUT,
        "urls": [OUTPUT["video"]],
    }


def test_facts_that_the_answer_lacks_are_null_in_json(side: Side, service: Loopback) -> None:
    service.result = [Reply(body={"status": "completed", "output": {}})]
    result = side.do(side.client(service.url).run(prompt="x"))
    assert result.to_dict()["cost"] is None
    assert result.to_dict()["created_at"] is None
    assert result.to_dict()["urls"] == []


def test_urls_are_those_of_the_output_in_their_order(side: Side, service: Loopback) -> None:
    urls = [f"https://cdn.runcomfy.net/{name}.png" for name in ("b", "a", "c")]
    output = {"images": [urls[0], urls[1], urls[0]], "text": "no URL", "more": {"x": urls[2]}}
    service.result = [Reply(body={"status": "completed", "output": output})]
    result = side.do(side.client(service.url).run(prompt="x"))
    assert result.urls == urls
    assert pickle.loads(pickle.dumps(result)).urls == urls  # noqa: S301
