"""What becomes of the wish to cancel."""

from enum import Enum
from typing import Any

from .ends import CANCELLED, ENDS, UNDER_WAY
from .public import public


@public
class CancelOutcome(Enum):
    """What became of the wish to cancel. Only a queued job can be cancelled."""

    CANCELLED = "cancelled"
    """The job will not run and not be charged."""
    CANCELLATION_REQUESTED = "cancellation_requested"
    """The service has taken note; the job may still run."""
    ALREADY_RUNNING = "already_running"
    """The job runs to its end and will be charged."""
    ALREADY_FINISHED = "already_finished"
    """The job was over before."""
    NOT_CONFIRMED = "not_confirmed"
    """The service did not answer, or with something else: ask for the status."""


def cancel_outcome(document: dict[str, Any]) -> CancelOutcome:
    """The outcome that the answer of a cancel call tells.

    Source: the docs name `cancelled`, `cancellation_requested` and `not_cancellable`;
    what the last one means is in the `status` beside it.
    """
    outcome, status = document.get("outcome"), document.get("status")
    if outcome == "not_cancellable":
        return _why_not(status if isinstance(status, str) else "")
    if isinstance(outcome, str) and outcome in CANCELLED:  # either spelling
        return CancelOutcome.CANCELLED
    if outcome == CancelOutcome.CANCELLATION_REQUESTED.value:
        return CancelOutcome.CANCELLATION_REQUESTED
    return CancelOutcome.NOT_CONFIRMED


def _why_not(status: str) -> CancelOutcome:
    if status in CANCELLED:
        return CancelOutcome.CANCELLED
    if status in ENDS:
        return CancelOutcome.ALREADY_FINISHED
    if status in UNDER_WAY:
        return CancelOutcome.ALREADY_RUNNING
    return CancelOutcome.NOT_CONFIRMED
