"""The status of a job: the meaning of each word, and when two statuses are equal."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from runcomfy_models._runtime.service import STATUSES
from runcomfy_models._runtime.status import (
    CANCELLED_STATUSES,
    COMPLETED_STATUSES,
    FAILED_STATUSES,
    RequestStatus,
)
from tests.loopback import REQUEST_ID, Loopback, Reply, status
from tests.runtime.side import Side

WORDS = {
    # word: known, queued, ended
    "in_queue": (True, True, False),
    "pending": (True, True, False),
    "waiting": (True, True, False),
    "in_progress": (True, False, False),
    "starting": (True, False, False),
    "processing": (True, False, False),
    "completed": (True, False, True),
    "succeeded": (True, False, True),
    "failed": (True, False, True),
    "cancelled": (True, False, True),
    "canceled": (True, False, True),
    "paused": (False, False, False),
    "": (False, False, False),
}


def make_status(word: str = "in_queue", position: int | None = None) -> RequestStatus:
    return RequestStatus("r-1", "acme/one", word, position, {})


@pytest.mark.parametrize(("word", "meaning"), WORDS.items())
def test_each_word_has_its_meaning(word: str, meaning: tuple[bool, bool, bool]) -> None:
    update = make_status(word)
    assert (update.known, update.queued, update.ended) == meaning
    assert (word in COMPLETED_STATUSES) == (word in {"completed", "succeeded"})
    assert (word in FAILED_STATUSES) == (word == "failed")
    assert (word in CANCELLED_STATUSES) == (word in {"cancelled", "canceled"})


def test_every_status_of_the_docs_is_known() -> None:
    assert STATUSES
    assert [word for word in STATUSES if not make_status(word).known] == []


def test_statuses_are_equal_by_job_status_and_position_only() -> None:
    update = make_status(position=2)
    assert update == replace(update, retry_after=7.0, raw={"a": 1})
    for change in ({"status": "failed"}, {"queue_position": 1}, {"request_id": "r-2"}):
        assert update != replace(update, **change)


def test_a_status_cannot_be_changed() -> None:
    update: Any = make_status()
    with pytest.raises(FrozenInstanceError):
        update.status = "completed"


def test_the_repr_shows_the_position_if_there_is_one() -> None:
    assert repr(make_status()) == "<r-1 of acme/one: in_queue>"
    assert repr(make_status(position=2)) == "<r-1 of acme/one: in_queue, place 2>"
    assert repr(make_status("x" * 41)) == f"<r-1 of acme/one: {'x' * 40}…>"


def test_polls_that_differ_only_in_retry_after_are_one_update(
    side: Side, service: Loopback
) -> None:
    queued = status("in_queue", queue_position=1).body
    service.status = [
        Reply(body=queued),
        Reply(body=queued, headers={"Retry-After": "1"}),
        Reply(body=queued, headers={"Retry-After": "2"}),
        status("completed"),
    ]
    updates: list[RequestStatus] = []
    result = side.do(side.client(service.url, on_update=updates.append).run(prompt="x"))
    assert result.id == REQUEST_ID
    assert [update.status for update in updates] == ["in_queue", "completed"]
