# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 98f7f3c960e3df4076d3808a53b0d573
"""The states of a recorded job, and the transitions from one to another."""

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
    FAILED: "it has ended without a result, or with one of another form than documented",
    CANCELLED: "it was cancelled",
    REFUSED: "its inputs were invalid, or the service refused it: nothing was queued",
    OVER_BUDGET: "it would have exceeded the budget: nothing was sent",
    UNKNOWN: "whether the service has queued it is unknown: it is never sent again",
}
"""State: what it means."""

NOT_QUEUED = frozenset({PLANNED, OVER_BUDGET, REFUSED})
"""States of a key whose latest call has queued no job."""

MAY_BE_QUEUED = frozenset({SUBMITTING, UNKNOWN})
"""States of a job without an id that the service may have queued."""


@dataclass(frozen=True)
class Transition:
    """A change of state, and the states in which it may happen."""

    before: frozenset[str]
    after: str

    @property
    def where(self) -> str:
        """The condition of a statement that makes the transition."""
        listed = ", ".join(f"'{state}'" for state in sorted(self.before))
        return f"state IN ({listed})"


def _transition(after: str, *before: str) -> Transition:
    return Transition(frozenset(before), after)


INTEND = _transition(SUBMITTING, PLANNED, OVER_BUDGET, REFUSED, FAILED, CANCELLED)
"""The intent is committed; from `failed` and `cancelled` only if a retry was asked for."""
EXCEED = _transition(OVER_BUDGET, PLANNED, OVER_BUDGET, REFUSED, FAILED, CANCELLED)
"""The budget has no room for it."""
ACCEPT = _transition(SUBMITTED, SUBMITTING, UNKNOWN, *NOT_QUEUED)
"""The request_id has arrived, perhaps after others concluded that no job was queued."""
WITHDRAW = _transition(PLANNED, SUBMITTING)
"""It was certainly not queued, and may be sent again."""
REFUSE = _transition(REFUSED, SUBMITTING, PLANNED, OVER_BUDGET)
"""The service, or a check before the call, refused the inputs or the account."""
MARK_UNKNOWN = _transition(UNKNOWN, SUBMITTING)
"""The outcome is unknown: no clear answer came, or the owner of the intent is gone."""
START = _transition(RUNNING, SUBMITTED)
"""The job has left the queue."""
COMPLETE = _transition(DONE, SUBMITTED, RUNNING, DONE)
"""The result has arrived, and all files that were asked for."""
AWAIT_FILES = _transition(RUNNING, SUBMITTED, RUNNING, DONE)
"""The result has arrived; files are still to be downloaded, or were asked for afterwards."""
FAIL = _transition(FAILED, SUBMITTED, RUNNING)
"""The job has ended without a result."""
CANCEL = _transition(CANCELLED, SUBMITTED, RUNNING)
"""The job was cancelled."""
SETTLE_QUEUED = _transition(SUBMITTED, UNKNOWN)
"""A user has found that the job was queued."""
SETTLE_NOT_QUEUED = _transition(PLANNED, UNKNOWN)
"""A user has found that the job was not queued."""

TRANSITIONS = (
    INTEND,
    EXCEED,
    ACCEPT,
    WITHDRAW,
    REFUSE,
    MARK_UNKNOWN,
    START,
    COMPLETE,
    AWAIT_FILES,
    FAIL,
    CANCEL,
    SETTLE_QUEUED,
    SETTLE_NOT_QUEUED,
)

UNFINISHED = f"state IN ('{SUBMITTED}', '{RUNNING}')"
"""The condition, in a statement, of jobs that were submitted and have not ended."""

PAID_FOR = frozenset({SUBMITTED, RUNNING, DONE, FAILED, CANCELLED, UNKNOWN})
"""States of a key that was paid for, or may have been: without retries, it does not pay again."""
