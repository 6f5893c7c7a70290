"""Requests: the handle of a job."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from runcomfy_models import InvalidInputError, NotFoundError, RunComfyError
from runcomfy_models._runtime.jobs.cancelling import CancelOutcome
from tests.loopback import REQUEST_ID, Loopback, Reply, status
from tests.runtime.models import MODEL_ID
from tests.runtime.side import Side


def request(side: Side, service: Loopback) -> Any:
    return side.client(service.url).request(REQUEST_ID)


def test_status_has_the_facts_of_the_answer(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue", queue_position=0, instance_id="i")]
    update = side.do(request(side, service).status())
    assert (update.request_id, update.status, update.queue_position) == (REQUEST_ID, "in_queue", 0)
    assert update.raw["instance_id"] == "i"
    assert not update.ended


@pytest.mark.parametrize("position", [None, "3", True, 1.5])
def test_a_queue_position_that_is_not_an_integer_is_none(
    position: Any, side: Side, service: Loopback
) -> None:
    service.status = [status("in_queue", queue_position=position)]
    assert side.do(request(side, service).status()).queue_position is None


def test_wait_returns_the_final_status_good_or_bad(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue"), status("failed")]
    assert side.do(request(side, service).wait()).status == "failed"


def test_a_loop_over_updates_may_end_early(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue")]
    job = request(side, service)

    async def first() -> Any:
        async for update in job.updates():
            return update
        return None

    update = side.do(first()) if side.is_async else next(job.updates())
    assert update.status == "in_queue"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ({"outcome": "cancelled"}, CancelOutcome.CANCELLED),
        ({"outcome": "canceled"}, CancelOutcome.CANCELLED),
        ({"outcome": "cancellation_requested"}, CancelOutcome.CANCELLATION_REQUESTED),
        ({"outcome": "not_cancellable", "status": "in_progress"}, CancelOutcome.ALREADY_RUNNING),
        ({"outcome": "not_cancellable", "status": "completed"}, CancelOutcome.ALREADY_FINISHED),
        ({"outcome": "not_cancellable", "status": "failed"}, CancelOutcome.ALREADY_FINISHED),
        ({"outcome": "not_cancellable", "status": "canceled"}, CancelOutcome.CANCELLED),
        ({"outcome": "not_cancellable"}, CancelOutcome.NOT_CONFIRMED),
        ({"outcome": "not_cancellable", "status": []}, CancelOutcome.NOT_CONFIRMED),
        ({"outcome": "maybe"}, CancelOutcome.NOT_CONFIRMED),
        ({"outcome": []}, CancelOutcome.NOT_CONFIRMED),
        ({"status": "cancelled"}, CancelOutcome.NOT_CONFIRMED),
    ],
)
def test_each_answer_to_a_cancel_request_has_its_outcome(
    answer: dict[str, Any], outcome: CancelOutcome, side: Side, service: Loopback
) -> None:
    service.cancel = [Reply(body=answer)]
    assert side.do(request(side, service).cancel()) is outcome


@pytest.mark.parametrize(
    "reply", [Reply(drop=True), Reply(500, {}), Reply(429, {}), Reply(200, "<html>")]
)
def test_a_cancel_request_without_an_answer_is_not_confirmed(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.cancel = [reply]
    assert side.do(request(side, service).cancel()) is CancelOutcome.NOT_CONFIRMED
    assert [(call.method, call.path) for call in service.calls] == [
        ("POST", f"/v1/requests/{REQUEST_ID}/cancel")
    ]


def test_a_refused_cancel_request_raises_its_error(side: Side, service: Loopback) -> None:
    service.cancel = [Reply(404, {"error_code": 404001})]
    with pytest.raises(NotFoundError):
        side.do(request(side, service).cancel())


def test_a_request_pickles_without_its_connection(side: Side, service: Loopback) -> None:
    client = side.client(service.url, on_update=lambda update: None)
    job = side.do(client.submit(prompt="x"))
    restored = pickle.loads(pickle.dumps(job))  # noqa: S301
    assert (restored.id, restored.model_id, repr(restored)) == (REQUEST_ID, MODEL_ID, repr(job))
    with pytest.raises(RunComfyError, match=r"client\.request") as caught:
        side.do(restored.status())
    assert caught.value.request_id == REQUEST_ID
    assert side.do(client.request(restored.id).result()).id == REQUEST_ID


@pytest.mark.parametrize("make_copy", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_request_keeps_its_connection(
    make_copy: Any, side: Side, service: Loopback
) -> None:
    updates: list[Any] = []
    job = side.do(side.client(service.url, on_update=updates.append).submit(prompt="x"))
    duplicate = make_copy(job)
    assert duplicate is not job
    assert side.do(duplicate.result()).id == REQUEST_ID
    assert len(updates) == 1


@pytest.mark.parametrize("bad", ["", "../x", "a b", "a" * 129, "é", "a\n", "x" * 9999, 5, None])
def test_a_malformed_request_id_is_refused(bad: Any, side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError, match="not a request_id") as caught:
        side.client(service.url).request(bad)
    assert len(str(caught.value)) < 80
    assert service.calls == []


def test_a_usable_request_id_is_accepted(side: Side, service: Loopback) -> None:
    side.do(side.client(service.url).request("A-z_0" * 25).status())
    assert service.calls[0].path == f"/v1/requests/{'A-z_0' * 25}/status"
