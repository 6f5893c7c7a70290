# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 14407d8cabbbee19f5e434e977029ab8
"""The run of a batch: begins jobs while the limits allow, and yields them as they end."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from ..concurrency import AsyncBlocking
from ..journal.entry import Entry
from ..journal.paid_calls.paying_again import may_pay_again
from ..journal.paid_calls.states import OVER_BUDGET
from ..journal.spending import charged_in_all, others_have_reserved
from .adaptive_limit import AdaptiveLimit
from .batch_job import BatchJob, HandledElsewhere
from .paying import Submitted, Submitter, TryAgain
from .pending_jobs import PendingJob
from .progress import Progress
from .settings import Settings
from .stop_flag import StopFlag
from .submission_pace import SubmissionPace

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from ..journal.journal import Journal

MAX_WAITING = 1000
"""Ended jobs that the user's loop has not taken yet; with that many, no further one is begun."""

FIRST_CHECK_PAUSE, MAX_CHECK_PAUSE = 0.2, 1.0
"""Seconds between two checks of jobs that other processes submit or follow: first, at most."""

MAX_WAITING_FOR_BUDGET = 1000
"""Jobs that wait for money; with that many, no further one is begun."""

BUDGET_CHECK_PAUSE = 0.5
"""Seconds between two checks of the money that other processes have reserved."""


class Engine:
    """Runs many jobs at once, none of them twice."""

    def __init__(
        self,
        *,
        pending: AsyncIterator[PendingJob],
        total: int,
        journal: "Journal",
        account: "AsyncRunComfy",
        settings: Settings,
        pace: SubmissionPace,
    ) -> None:
        """Prepare; nothing is sent yet."""
        self._pending = pending
        self._journal = journal
        self._account = account
        self._settings = settings
        self._clock = account.api.clock
        self._limit = AdaptiveLimit(settings.at_once, self._clock)
        self._stopping = StopFlag()
        self._submitter = Submitter(journal, account, settings, pace, self._stopping)
        self._to_begin_again: deque[PendingJob] = deque()
        """Rows to begin again, before new ones."""
        self._waiting_for_budget: deque[PendingJob] = deque()
        """Rows over the budget, which wait until reserved money is free again."""
        self._owned_by_others: deque[PendingJob] = deque()
        """Rows whose job another process submits or follows."""
        self._check_pause = FIRST_CHECK_PAUSE
        self._submitting: set[asyncio.Task[None]] = set()
        self._following: dict[asyncio.Task[None], BatchJob] = {}
        self._ended: asyncio.Queue[Entry | None] = asyncio.Queue()
        """Entries for `entries` to yield; None is the end."""
        self._changed = asyncio.Event()
        self._main_task: asyncio.Task[None] | None = None
        self.progress = Progress(total, settings.limits, self._clock)

    async def entries(self) -> AsyncGenerator[Entry]:
        """Yield each job as it ends; raise the error that stopped the run."""
        charged = self._journal.do(charged_in_all)
        self.progress.spent_before = await AsyncBlocking.outcome(charged)
        self._main_task = asyncio.ensure_future(self._contained(self._run_jobs))
        self._main_task.add_done_callback(self._all_ended)
        try:
            while (entry := await self._ended.get()) is not None:
                self._changed.set()
                yield entry
        finally:
            await self.close()
        if self._stopping.error is not None:
            raise self._stopping.error

    def stop(self, error: BaseException | None = None) -> None:
        """Begin nothing new; `error` is raised when what is being submitted has ended."""
        self._stopping.set(error)
        self._changed.set()

    async def close(self) -> None:
        """Begin nothing new, wait for what is being submitted, and detach or cancel the rest."""
        self.stop()
        while self._submitting:
            await asyncio.wait(list(self._submitting))
        following = dict(self._following)
        if self._settings.on_interrupt == "cancel":
            await asyncio.gather(*(job.cancel() for job in following.values()))
        left = [*following, *([self._main_task] if self._main_task else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    @property
    def under_way(self) -> int:
        """The number of jobs that were begun and have not ended."""
        return len(self._submitting) + len(self._following)

    async def _contained(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do a step in its task; an exit in a callback of the user stops the run."""
        try:
            await step()
        except (SystemExit, KeyboardInterrupt) as error:
            # Out of a task, it would end the event loop.
            self.stop(error)
            raise asyncio.CancelledError from error

    async def _run_jobs(self) -> None:
        while not self._stopping.is_set:
            self._changed.clear()
            if not await self._start_next():
                break
        await self._drain()

    def _all_ended(self, task: "asyncio.Task[None]") -> None:
        self._finished(task)
        # Not in the task: one that is cancelled before it begins would not do it.
        self._ended.put_nowait(None)

    async def _start_next(self) -> bool:
        """Begin one job, or wait for a change; return False if nothing is left to do."""
        if pause := self._limit.pause():
            await self._clock.sleep(min(pause, 1.0))
        elif not self._has_room:
            await self._changed.wait()
        elif self._is_budget_queue_full and not self.under_way:
            await self._wait_for_budget()
        elif (pending := await self._next()) is not None:
            self._start(pending)
            # Let it start: only then is it known whether another one may begin.
            await asyncio.sleep(0)
        elif self.under_way:
            await self._changed.wait()
        elif self._owned_by_others:
            await self._check_others()
        elif self._waiting_for_budget:
            await self._wait_for_budget()
        else:
            return False
        return True

    @property
    def _is_budget_queue_full(self) -> bool:
        return len(self._waiting_for_budget) >= MAX_WAITING_FOR_BUDGET

    @property
    def _has_room(self) -> bool:
        # The end of a followed job may free money, which the rows that wait for it get first.
        is_waiting_for_money = self._waiting_for_budget and self._following
        return (
            self.under_way < self._limit.allowed
            and self._ended.qsize() < MAX_WAITING
            and not is_waiting_for_money
        )

    async def _next(self) -> PendingJob | None:
        return (
            self._to_begin_again.popleft()
            if self._to_begin_again
            else await anext(self._pending, None)
        )

    def _start(self, pending: PendingJob) -> None:
        self.progress.keys_under_way.add(pending.key)
        step = partial(self._submit_or_follow, pending)
        task = asyncio.ensure_future(self._contained(step))
        self._submitting.add(task)
        task.add_done_callback(self._was_submitted)

    async def _submit_or_follow(self, pending: PendingJob) -> None:
        """Submit the job of a row, unless that was done before; then follow it."""
        job = BatchJob(pending.key, self._journal, self._account, self._settings)
        if pending.row is None:
            assert pending.request_id is not None  # noqa: S101
            self._follow(pending, job, Submitted(pending.request_id, is_new=False))
            return
        try:
            submitted = await self._submitter.submit(pending, pending.row, job)
        except TryAgain as failure:
            self._put_off(failure.pending, self._to_begin_again)
            if failure.pause is not None:
                self._limit.reduce(self.under_way, failure.pause)
            return
        except HandledElsewhere:
            self._put_off(pending, self._owned_by_others)
            return
        if isinstance(submitted, Submitted):
            self._follow(pending, job, submitted)
        elif submitted.state == OVER_BUDGET:
            self._put_off(pending, self._waiting_for_budget)
        else:
            self._end(submitted)

    def _follow(self, pending: PendingJob, job: BatchJob, submitted: Submitted) -> None:
        if submitted.is_new:
            self._limit.grow()
        step = partial(self._follow_to_end, pending, job, submitted)
        task = asyncio.ensure_future(self._contained(step))
        self._following[task] = job
        task.add_done_callback(self._has_ended)

    async def _follow_to_end(
        self, pending: PendingJob, job: BatchJob, submitted: Submitted
    ) -> None:
        self.progress.expected += submitted.estimate
        try:
            entry = await job.follow(
                submitted.request_id, pending.client, is_new=submitted.is_new
            )
        except HandledElsewhere:
            self._put_off(pending, self._owned_by_others)
            return
        finally:
            self.progress.expected -= submitted.estimate
        if pending.row is not None and may_pay_again(entry, self._settings.retries):
            self._put_off(pending, self._to_begin_again)
        else:
            self._end(entry)

    def _put_off(self, pending: PendingJob, queue: deque[PendingJob]) -> None:
        self.progress.keys_under_way.discard(pending.key)
        queue.append(pending)

    def _end(self, entry: Entry) -> None:
        self._emit(entry)
        if self._waiting_for_budget:  # it may have cost less than was reserved
            self._to_begin_again.append(self._waiting_for_budget.popleft())

    def _was_submitted(self, task: "asyncio.Task[None]") -> None:
        self._submitting.discard(task)
        self._finished(task)

    def _has_ended(self, task: "asyncio.Task[None]") -> None:
        job = self._following.pop(task)
        if task.cancelled() or task.exception():
            job.leave()
        self._finished(task)

    def _finished(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()):
            self.stop(error)
        self._changed.set()

    def _emit(self, entry: Entry) -> None:
        self._check_pause = FIRST_CHECK_PAUSE
        self.progress.ended(entry)
        self._ended.put_nowait(entry)
        if self._settings.on_change is not None:
            self._settings.on_change(self.progress)

    async def _check_others(self) -> None:
        """Look again, after a pause, at the jobs that other processes submit or follow."""
        await self._clock.sleep(self._check_pause)
        self._check_pause = min(self._check_pause * 1.5, MAX_CHECK_PAUSE)
        self._to_begin_again.extend(self._owned_by_others)
        self._owned_by_others.clear()

    async def _wait_for_budget(self) -> None:
        """Wait while other processes have money reserved; then give up the jobs over budget."""
        if await AsyncBlocking.outcome(self._journal.do(others_have_reserved)):
            await self._clock.sleep(BUDGET_CHECK_PAUSE)
            self._to_begin_again.append(self._waiting_for_budget.popleft())
            return
        given_up, self._waiting_for_budget = self._waiting_for_budget, deque()
        jobs = (
            BatchJob(pending.key, self._journal, self._account, self._settings)
            for pending in given_up
        )
        for entry in await asyncio.gather(*(job.entry() for job in jobs)):
            self._emit(entry)

    async def _drain(self) -> None:
        """Wait for the jobs under way; when stopping, only for those being submitted."""
        while self._submitting or (self._following and not self._stopping.is_set):
            self._changed.clear()
            await self._changed.wait()
