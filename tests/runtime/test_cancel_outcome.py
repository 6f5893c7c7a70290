"""The outcome of a cancel request, read from the answer."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_models import CancelOutcome
from runcomfy_models._runtime.jobs.cancelling import cancel_outcome

ANSWERS: list[tuple[dict[str, Any], CancelOutcome]] = [
    ({"outcome": "cancelled"}, CancelOutcome.CANCELLED),
    ({"outcome": "canceled"}, CancelOutcome.CANCELLED),
    ({"outcome": "cancellation_requested"}, CancelOutcome.CANCELLATION_REQUESTED),
    *(
        ({"outcome": "not_cancellable", "status": status}, outcome)
        for status, outcome in {
            "cancelled": CancelOutcome.CANCELLED,
            "canceled": CancelOutcome.CANCELLED,
            "completed": CancelOutcome.ALREADY_FINISHED,
            "succeeded": CancelOutcome.ALREADY_FINISHED,
            "failed": CancelOutcome.ALREADY_FINISHED,
            "in_queue": CancelOutcome.ALREADY_RUNNING,
            "in_progress": CancelOutcome.ALREADY_RUNNING,
            "paused": CancelOutcome.NOT_CONFIRMED,
            "": CancelOutcome.NOT_CONFIRMED,
        }.items()
    ),
    ({"outcome": "not_cancellable"}, CancelOutcome.NOT_CONFIRMED),
    ({"outcome": "not_cancellable", "status": ["completed"]}, CancelOutcome.NOT_CONFIRMED),
    ({"outcome": "completed"}, CancelOutcome.NOT_CONFIRMED),
    ({"outcome": ["cancelled"]}, CancelOutcome.NOT_CONFIRMED),
    ({"status": "cancelled"}, CancelOutcome.NOT_CONFIRMED),
    ({}, CancelOutcome.NOT_CONFIRMED),
]


@pytest.mark.parametrize(("document", "outcome"), ANSWERS)
def test_each_answer_is_read_as_its_outcome(
    document: dict[str, Any], outcome: CancelOutcome
) -> None:
    assert cancel_outcome(document) is outcome
