# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5f811f73f63dad875d217b32e4473fc0
"""The outcome of a cancel request."""

from enum import Enum
from typing import Any

from ..public import public
from ..status import ACTIVE_STATUSES, CANCELLED_STATUSES, FINAL_STATUSES


@public
class CancelOutcome(Enum):
    """The outcome of a cancel request. Only a queued job can be cancelled."""

    CANCELLED = "cancelled"
    """The job will not run and not be charged."""
    CANCELLATION_REQUESTED = "cancellation_requested"
    """The service has accepted the request; the job may still run."""
    ALREADY_RUNNING = "already_running"
    """The job runs to its end and will be charged."""
    ALREADY_FINISHED = "already_finished"
    """The job had ended before."""
    NOT_CONFIRMED = "not_confirmed"
    """The service did not answer, or not clearly: ask for the status."""


def cancel_outcome(document: dict[str, Any]) -> CancelOutcome:
    """Return the outcome in the answer to a cancel call.

    Source: the docs name `cancelled`, `cancellation_requested` and `not_cancellable`; the
    `status` beside the last one says why.
    """
    outcome, status = document.get("outcome"), document.get("status")
    if outcome == "not_cancellable":
        return _why_not(status if isinstance(status, str) else "")
    if isinstance(outcome, str) and outcome in CANCELLED_STATUSES:  # either spelling
        return CancelOutcome.CANCELLED
    if outcome == CancelOutcome.CANCELLATION_REQUESTED.value:
        return CancelOutcome.CANCELLATION_REQUESTED
    return CancelOutcome.NOT_CONFIRMED


def _why_not(status: str) -> CancelOutcome:
    if status in CANCELLED_STATUSES:
        return CancelOutcome.CANCELLED
    if status in FINAL_STATUSES:
        return CancelOutcome.ALREADY_FINISHED
    if status in ACTIVE_STATUSES:
        return CancelOutcome.ALREADY_RUNNING
    return CancelOutcome.NOT_CONFIRMED
