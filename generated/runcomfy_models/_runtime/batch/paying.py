# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: bd25dbfddf44eb5b14f2f08b08ef0977
"""Pay for the job of a row, unless that was done before."""

import asyncio
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from .._async.recording import pay
from ..concurrency import AsyncBlocking
from ..errors import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    JournalError,
    RunComfyError,
)
from ..http.calls import Call
from ..http.retry import backoff, log_failure, server_pause
from ..http.submission import may_be_sent_again
from ..journal.entry import Entry
from ..journal.paid_calls.claims import (
    Claim,
    ClaimOutcome,
    key_conflict,
    refused_entry,
)
from ..journal.paid_calls.outcomes import refuse
from ..timing import Deadline
from .batch_job import BatchJob, HandledElsewhere
from .pending_jobs import PendingJob
from .settings import Settings
from .spool import Row
from .stop_flag import StopFlag
from .submission_pace import SubmissionPace

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from ..journal.journal import Journal

MAX_SUBMISSIONS_AT_ONCE = 24
"""Paid calls at the same time: fewer than the connections of an account, so that none waits for
a connection after its intent was committed."""

FATAL = (AuthenticationError, InsufficientBalanceError)
"""Refusals after which no other job would be accepted either."""


@dataclass(frozen=True)
class Submitted:
    """A job that is to be followed."""

    request_id: str
    is_new: bool
    """Whether it was submitted here, just now."""
    estimate: Decimal = Decimal(0)
    """US dollars that are reserved for it, as far as that is known."""


class TryAgain(Exception):
    """The job was certainly not queued, and its row may be sent again."""

    def __init__(self, pending: PendingJob, pause: float | None = None) -> None:
        """Keep `pending` with one more failure.

        `pause` is in seconds, if the service asks for fewer jobs at once; else None.
        """
        super().__init__(pending.key)
        self.pending = replace(pending, failures=pending.failures + 1)
        self.pause = pause


class Submitter:
    """Makes the paid calls of a run: some at a time, at the pace of `submit_per_minute`."""

    def __init__(
        self,
        journal: "Journal",
        account: "AsyncRunComfy",
        settings: Settings,
        pace: SubmissionPace,
        stopping: StopFlag,
    ) -> None:
        """Prepare; `stopping` is set once no further job would be accepted."""
        self._journal = journal
        # The batch repeats a submission itself, and commits an intent for each of them.
        self._account = account.with_options(attempts=1)
        self._attempts = account.options.attempts
        self._settings = settings
        self._stopping = stopping
        self._clock = account.api.clock
        self._pace = pace
        self._permits = asyncio.Semaphore(MAX_SUBMISSIONS_AT_ONCE)
        self._patience: Deadline | None = None
        """Runs while the service accepts no job, for `wait_timeout`: then the run stops."""

    async def submit(
        self, pending: PendingJob, row: Row, job: BatchJob
    ) -> Submitted | Entry:
        """Pay for the job of `row`, unless that was done before.

        Returns the job to follow, or, if nothing was paid, the entry in the journal.
        Raises `TryAgain`, `HandledElsewhere` if another process is about to pay for it, and
        `KeyConflict` for a row that is alone.
        """
        async with self._permits:
            await self._pace.turn()
            if self._stopping.is_set:
                raise TryAgain(pending)
            claim = self._claim(row)
            try:
                outcome = await job.claim(claim)
            except HandledElsewhere:
                self._pace.give_back()
                raise
            if outcome.is_granted:
                return await self._pay(pending, row, job, claim, outcome)
        self._pace.give_back()
        if outcome.is_conflict and pending.is_alone:
            raise key_conflict(outcome.entry, claim)
        return _known(outcome, claim)

    def _claim(self, row: Row) -> Claim:
        template = self._settings.template
        return row.claim(
            self._journal.stores_inputs,
            limits=self._settings.limits,
            retries=self._settings.retries,
            files_to=None if template is None else template.text,
        )

    async def _pay(
        self,
        pending: PendingJob,
        row: Row,
        job: BatchJob,
        claim: Claim,
        outcome: ClaimOutcome,
    ) -> Submitted | Entry:
        """Make the paid call that was granted. Returns and raises what `submit` does."""
        try:
            call = row.call()
        except ValueError as error:  # a local file has changed
            refusing = partial(refuse, intent=claim.intent, facts=_message(error))
            await AsyncBlocking.outcome(self._journal.do(refusing))
            return await job.entry()
        try:
            request_id = await pay(
                self._journal, claim, call, self._account, is_followed=True
            )
        except JournalError:  # it may be paid for, and only the error has its id
            raise
        except RunComfyError as error:
            await self._handle_failure(pending, call, error)
            return await job.entry()
        self._patience = None
        return Submitted(request_id, is_new=True, estimate=_estimate(outcome))

    async def _handle_failure(
        self, pending: PendingJob, call: Call, error: RunComfyError
    ) -> None:
        """Raise `TryAgain` if it may help; stop the run if no other job would be accepted."""
        if not may_be_sent_again(error):
            if isinstance(error, FATAL):
                self._stopping.set(error)
            return
        at_least = server_pause(error.retry_after, self._account.options)
        pause = backoff(pending.failures + 1, self._clock, at_least)
        if not self._may_try_again(pending, error, pause):
            self._stopping.set(error)
            return
        log_failure(error, call, pending.failures + 1, pause)
        if isinstance(error, ConnectionFailed):
            await self._clock.sleep(pause)
            raise TryAgain(pending)
        raise TryAgain(pending, pause)

    def _may_try_again(
        self, pending: PendingJob, error: RunComfyError, pause: float
    ) -> bool:
        if isinstance(error, ConnectionFailed):
            return pending.failures < self._attempts
        # Other rows may be accepted meanwhile: only the time without any counts.
        if self._patience is None:
            limit = self._account.options.wait_timeout
            self._patience = Deadline(self._clock, limit)
        return max(pause, error.retry_after or 0.0) <= self._patience.left()


def _known(outcome: ClaimOutcome, claim: Claim) -> Submitted | Entry:
    """Return the outcome of a claim that was not granted."""
    if outcome.is_conflict:
        return refused_entry(outcome, claim)
    request_id = outcome.row["request_id"]
    if request_id is None:
        return outcome.entry
    return Submitted(request_id, is_new=False, estimate=_estimate(outcome))


def _estimate(outcome: ClaimOutcome) -> Decimal:
    return Decimal(outcome.row["estimate"] or 0)


def _message(error: ValueError) -> dict[str, str]:
    return {"message": str(error)}
