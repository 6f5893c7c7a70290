# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Statuses of a job: which are ends, and what an answer says of one."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

COMPLETED = frozenset({"completed", "succeeded"})
FAILED = frozenset({"failed"})
CANCELLED = frozenset({"cancelled", "canceled"})
ENDS = COMPLETED | FAILED | CANCELLED
"""A job in one of these will not change any more. An unknown status is no end."""

UNDER_WAY = frozenset(
    {
        "in_queue",
        "in_progress",
        "pending",
        "waiting",
        "starting",
        "processing",
    }
)
"""Statuses of a job that goes on: the documented ones, and those of RunComfy's tools."""


@dataclass(frozen=True)
class RequestStatus:
    """What the service says of a job."""

    request_id: str
    status: str
    queue_position: int | None
    """Only while the job is in the queue."""
    raw: dict[str, Any]
    """The answer as parsed JSON."""

    @property
    def ended(self) -> bool:
        """Whether the job is over, in whatever way."""
        return self.status in ENDS


class CancelOutcome(Enum):
    """What became of the wish to cancel."""

    CANCELLED = "cancelled"
    """The job was still queued; it will not run and not be charged."""
    CANCELLATION_REQUESTED = "cancellation_requested"
    """The service has taken note; the job may still run."""
    ALREADY_RUNNING = "already_running"
    """The job runs to its end and will be charged."""
    ALREADY_FINISHED = "already_finished"
    """The job was over before."""
    NOT_CONFIRMED = "not_confirmed"
    """The service did not answer, or with something else."""


def cancel_outcome(answer: dict[str, Any]) -> CancelOutcome:
    """The outcome that the answer of a cancel call tells."""
    outcome, status = answer.get("outcome"), answer.get("status")
    if outcome == "not_cancellable":
        finished = status in ENDS
        return (
            CancelOutcome.ALREADY_FINISHED
            if finished
            else CancelOutcome.ALREADY_RUNNING
        )
    for known in (CancelOutcome.CANCELLED, CancelOutcome.CANCELLATION_REQUESTED):
        if outcome == known.value:
            return known
    return CancelOutcome.NOT_CONFIRMED
