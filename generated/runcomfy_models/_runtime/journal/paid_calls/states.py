# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4959f951ab4d6e4dcd1c940d15c9e8fb
"""The states of a recorded job, and the moves from one to another."""

from dataclasses import dataclass

PLANNED, SUBMITTING, SUBMITTED = "planned", "submitting", "submitted"
RUNNING, DONE, FAILED, CANCELLED = "running", "done", "failed", "cancelled"
REFUSED, OVER_BUDGET, UNKNOWN = "refused", "over_budget", "unknown"

STATES = {
    PLANNED: "it was not sent, or the service certainly did not queue it",
    SUBMITTING: "its intent is on disk, and the paid call may be on its way",
    SUBMITTED: "the service has given it a request_id",
    RUNNING: "it has left the queue, or its files are still to be downloaded",
    DONE: "it has completed, and every file that was asked for is whole",
    FAILED: "it has ended without a result",
    CANCELLED: "it was cancelled",
    REFUSED: "its inputs were invalid, or the service refused it: nothing was queued",
    OVER_BUDGET: "it would have exceeded the budget: nothing was sent",
    UNKNOWN: "whether the service has queued it is unknown: it is never sent again",
}
"""State: what it means."""


@dataclass(frozen=True)
class Move:
    """A change of state, and the states in which it may happen."""

    before: frozenset[str]
    after: str

    @property
    def where(self) -> str:
        """The condition of a statement that makes the move."""
        listed = ", ".join(f"'{state}'" for state in sorted(self.before))
        return f"state IN ({listed})"


def _move(after: str, *before: str) -> Move:
    return Move(frozenset(before), after)


INTEND = _move(SUBMITTING, PLANNED, OVER_BUDGET, REFUSED, FAILED, CANCELLED)
"""The intent is committed; from `failed` and `cancelled` only if a retry was asked for."""
EXCEED = _move(OVER_BUDGET, PLANNED, OVER_BUDGET, REFUSED, FAILED, CANCELLED)
"""The budget has no room for it."""
ACCEPT = _move(SUBMITTED, SUBMITTING, UNKNOWN, PLANNED)
"""The request_id has arrived, perhaps after other processes concluded that its owner is gone."""
WITHDRAW = _move(PLANNED, SUBMITTING)
"""It was certainly not queued, and may be sent again."""
REFUSE = _move(REFUSED, SUBMITTING, PLANNED, OVER_BUDGET)
"""The service, or a check before the call, refused the inputs or the account."""
LOSE = _move(UNKNOWN, SUBMITTING)
"""The outcome is unknown: no clear answer came, or the owner of the intent is gone."""
START = _move(RUNNING, SUBMITTED)
"""The job has left the queue."""
COMPLETE = _move(DONE, SUBMITTED, RUNNING, DONE)
"""The result has arrived; while files are to be downloaded, the state is `running`."""
FAIL = _move(FAILED, SUBMITTED, RUNNING)
"""The job has ended without a result."""
CANCEL = _move(CANCELLED, SUBMITTED, RUNNING)
"""The job was cancelled."""
SETTLE_QUEUED = _move(SUBMITTED, UNKNOWN)
"""A user has found that the job was queued."""
SETTLE_NOT_QUEUED = _move(PLANNED, UNKNOWN)
"""A user has found that the job was not queued."""

MOVES = (
    INTEND,
    EXCEED,
    ACCEPT,
    WITHDRAW,
    REFUSE,
    LOSE,
    START,
    COMPLETE,
    FAIL,
    CANCEL,
    SETTLE_QUEUED,
    SETTLE_NOT_QUEUED,
)
