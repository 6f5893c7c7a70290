"""Record a paid call in a journal: its intent before the call, its id before anything else."""

from functools import partial
from typing import TYPE_CHECKING

from ..concurrency import Blocking
from ..errors import RunComfyError
from ..http.calls import Call
from ..http.extra_inputs_warning import warn_of_extra_inputs
from ..jobs.interruption import annotate, job_goes_on
from ..journal.journal import new_key
from ..journal.paid_calls.claiming import make_claim
from ..journal.paid_calls.claims import Claim, ClaimOutcome, new_claim, recorded_id
from ..journal.paid_calls.failures import record_failure, still_busy
from ..journal.paid_calls.outcomes import accept, withdraw
from ..journal.receipts import schema_digest
from ..timing import Deadline

# Imported here for `new_job`: nothing may be imported after a paid call.
from .recorded_job import RecordedJob as RecordedJob
from .submitting import Submission

if TYPE_CHECKING:
    from ..journal.journal import Journal
    from .account import RunComfy

BUSY_PAUSE = 0.2
"""Seconds between two looks at a paid call that another process or task is making."""


class RecordedSubmission(Submission):
    """A paid call that is made once for its key, and recorded."""

    def send(self) -> str:
        """Make the paid call, unless it was made before; return the request_id.

        Raises `KeyConflict`, `JournalError`, and what `ApiCalls.submit` raises.
        """
        account, call = self._account, self._call
        journal = account.options.journal
        assert journal is not None  # noqa: S101
        key = account.options.key or new_key()
        claim = new_claim(
            call,
            key,
            stores_inputs=journal.stores_inputs,
            schema_digest=schema_digest(self._input_type),
            cost_at_most=self.price.high if self.price else None,
        )
        account.api.connections.prepare()  # imports httpx, before the intent is recorded
        outcome = claim_or_wait(journal, claim, account)
        if outcome.is_granted:
            warn_of_extra_inputs(call.model_id, account.options.extra_inputs)
            self._request_id = pay(journal, claim, call, account, is_followed=False)
        else:
            self._request_id = recorded_id(outcome, claim)
            self.price, self.is_new = None, False
        return self._request_id


def claim_or_wait(
    journal: "Journal", claim: Claim, account: "RunComfy"
) -> ClaimOutcome:
    """Claim a paid call; while another process or task makes it, wait for its outcome."""
    clock = account.api.clock
    deadline = Deadline(clock, account.options.wait_timeout)
    while True:
        try:
            outcome = Blocking.outcome(journal.do(partial(make_claim, claim=claim)))
        except BaseException:  # interrupted: the call will certainly not be made
            facts = {"message": "interrupted before it was sent"}
            journal.do(partial(withdraw, intent=claim.intent, facts=facts))
            raise
        if not outcome.is_busy:
            return outcome
        if deadline.is_over:
            raise still_busy(outcome.entry)
        clock.sleep(BUSY_PAUSE)


def pay(
    journal: "Journal",
    claim: Claim,
    call: Call,
    account: "RunComfy",
    *,
    is_followed: bool,
) -> str:
    """Make the paid call that was granted, and record its outcome.

    `is_followed` says whether this process will certainly wait for the end of the job.
    """
    try:
        request_id = account.api.submit(call, account.options)
    except BaseException as error:
        _record_failure(journal, claim, error)
        raise
    accepting = partial(
        accept, intent=claim.intent, request_id=request_id, is_followed=is_followed
    )
    recording = journal.do(accepting)
    try:
        Blocking.outcome(recording)
    except BaseException as error:
        text = job_goes_on(request_id, call.model_id)
        annotate(error, text, request_id=request_id)
        raise
    return request_id


def _record_failure(journal: "Journal", claim: Claim, error: BaseException) -> None:
    """Record how a paid call has failed; `error` gets a note if that fails, too."""
    recording = journal.do(partial(record_failure, intent=claim.intent, error=error))
    try:
        Blocking.outcome(recording)
    except RunComfyError as failed:
        error.add_note(f"and it is not recorded: {failed}")
