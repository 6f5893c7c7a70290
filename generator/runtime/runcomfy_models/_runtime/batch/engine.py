"""The run of a batch: begins jobs while the limits allow, and yields them as they end."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator
from typing import TYPE_CHECKING

from ..concurrency import AsyncBlocking
from ..journal.entry import Entry
from ..journal.paid_calls.adopting import others_have_reserved
from ..journal.paid_calls.retrying import may_retry
from ..journal.paid_calls.states import OVER_BUDGET
from ..journal.spending import charged_in_all
from .adaptive_limit import AdaptiveLimit
from .paying import Submitted, Submitter, TryAgain, Work
from .progress import Progress
from .row_job import BatchJob, HandledElsewhere
from .settings import Settings
from .stop_flag import StopFlag
from .submission_pace import SubmissionPace

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from ..journal.journal import Journal

MAX_WAITING = 1000
"""Ended jobs that the user's loop has not taken yet; with that many, no further one is begun."""

FIRST_LOOK, MAX_LOOK = 0.2, 1.0
"""Seconds between two checks of jobs that other processes submit or follow: first, at most."""

MAX_PARKED = 1000
"""Jobs that wait for money; with that many, no further one is begun."""

OTHERS_PAUSE = 0.5
"""Seconds between two checks of the money that other processes have reserved."""


class Engine:
    """Runs many jobs at once, none of them twice."""

    def __init__(
        self,
        work: AsyncIterator[Work],
        total: int,
        journal: "Journal",
        account: "AsyncRunComfy",
        settings: Settings,
        pace: SubmissionPace,
    ) -> None:
        """Prepare; nothing is sent yet."""
        self._work = work
        self._journal = journal
        self._account = account
        self._settings = settings
        self._clock = account.transport.clock
        self._limit = AdaptiveLimit(settings.at_once, self._clock)
        self._stopping = StopFlag()
        self._submitter = Submitter(journal, account, settings, pace, self._stopping)
        self._again: deque[Work] = deque()
        """Rows to begin again, before new ones."""
        self._parked: deque[Work] = deque()
        """Rows over the budget, which wait until reserved money is free again."""
        self._elsewhere: deque[Work] = deque()
        """Rows whose job another process submits or follows."""
        self._look_pause = FIRST_LOOK
        self._submitting: set[asyncio.Task[None]] = set()
        self._following: dict[asyncio.Task[None], BatchJob] = {}
        self._ended: asyncio.Queue[Entry | None] = asyncio.Queue()
        """Entries for `items` to yield; None is the end."""
        self._changed = asyncio.Event()
        self._feeding: asyncio.Future[None] | None = None
        self.progress = Progress(total, settings.limits, self._clock)

    async def items(self) -> AsyncGenerator[Entry]:
        """Yield each job as it ends; raise the error that stopped the run."""
        charged = self._journal.do(charged_in_all)
        self.progress.spent_before = await AsyncBlocking.outcome(charged)
        self._feeding = asyncio.ensure_future(self._feed())
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
        left = [*following, *([self._feeding] if self._feeding else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    @property
    def under_way(self) -> int:
        """The number of jobs that were begun and have not ended."""
        return len(self._submitting) + len(self._following)

    async def _feed(self) -> None:
        try:
            while not self._stopping.is_set:
                self._changed.clear()
                if not await self._begin_next():
                    break
            await self._drain()
        except Exception as error:  # an error of the journal, or a bug
            self.stop(error)
        self._ended.put_nowait(None)

    async def _begin_next(self) -> bool:
        """Begin one job, or wait for a change; return False if nothing is left to do."""
        if pause := self._limit.pause():
            await self._clock.sleep(min(pause, 1.0))
        elif not self._has_room:
            await self._changed.wait()
        elif len(self._parked) >= MAX_PARKED and not self.under_way:
            await self._wait_for_money()
        elif (work := await self._next()) is not None:
            self._begin(work)
            # Let it start: only then is it known whether another one may begin.
            await asyncio.sleep(0)
        elif self.under_way:
            await self._changed.wait()
        elif self._elsewhere:
            await self._look_elsewhere()
        elif self._parked:
            await self._wait_for_money()
        else:
            return False
        return True

    @property
    def _has_room(self) -> bool:
        # The end of a followed job may free money: then parked rows come before new ones.
        is_waiting_for_money = self._parked and self._following
        return (
            self.under_way < self._limit.allowed
            and self._ended.qsize() < MAX_WAITING
            and not is_waiting_for_money
        )

    async def _next(self) -> Work | None:
        return self._again.popleft() if self._again else await anext(self._work, None)

    def _begin(self, work: Work) -> None:
        self.progress.under_way += 1
        task = asyncio.ensure_future(self._submit_or_follow(work))
        self._submitting.add(task)
        task.add_done_callback(self._was_submitted)

    async def _submit_or_follow(self, work: Work) -> None:
        """Submit the job of a row, unless that was done before; then follow it."""
        job = BatchJob(work.key, self._journal, self._account, self._settings)
        if work.row is None:
            assert work.request_id is not None  # noqa: S101
            self._follow(work, job, Submitted(work.request_id, is_new=False))
            return
        try:
            submitted = await self._submitter.submit(work, work.row, job)
        except TryAgain as failure:
            self._put_off(failure.work, self._again)
            if failure.pause is not None:
                self._limit.reduce(self.under_way, failure.pause)
            return
        except HandledElsewhere:
            self._put_off(work, self._elsewhere)
            return
        if isinstance(submitted, Submitted):
            self._follow(work, job, submitted)
        elif submitted.state == OVER_BUDGET:
            self._put_off(work, self._parked)
        else:
            self._end(submitted)

    def _follow(self, work: Work, job: BatchJob, submitted: Submitted) -> None:
        if submitted.is_new:
            self._limit.grow()
        task = asyncio.ensure_future(self._follow_to_end(work, job, submitted))
        self._following[task] = job
        task.add_done_callback(self._has_ended)

    async def _follow_to_end(
        self, work: Work, job: BatchJob, submitted: Submitted
    ) -> None:
        self.progress.expected += submitted.estimate
        try:
            entry = await job.follow(
                submitted.request_id, work.client, is_new=submitted.is_new
            )
        except HandledElsewhere:
            self._put_off(work, self._elsewhere)
            return
        finally:
            self.progress.expected -= submitted.estimate
        if work.row is not None and may_retry(entry, self._settings.retries):
            self._put_off(work, self._again)
        else:
            self._end(entry)

    def _put_off(self, work: Work, queue: deque[Work]) -> None:
        self.progress.under_way -= 1
        queue.append(work)

    def _end(self, entry: Entry) -> None:
        self.progress.under_way -= 1
        self._emit(entry)
        if self._parked:  # it may have cost less than was reserved
            self._again.append(self._parked.popleft())

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
        self._look_pause = FIRST_LOOK
        self.progress.ended(entry)
        self._ended.put_nowait(entry)
        if self._settings.on_change is not None:
            self._settings.on_change(self.progress)

    async def _look_elsewhere(self) -> None:
        """Look again, after a pause, at the jobs that other processes submit or follow."""
        await self._clock.sleep(self._look_pause)
        self._look_pause = min(self._look_pause * 1.5, MAX_LOOK)
        self._again.extend(self._elsewhere)
        self._elsewhere.clear()

    async def _wait_for_money(self) -> None:
        """Wait while other processes have money reserved; then give up the jobs over budget."""
        if await AsyncBlocking.outcome(self._journal.do(others_have_reserved)):
            await self._clock.sleep(OTHERS_PAUSE)
            self._again.append(self._parked.popleft())
            return
        parked, self._parked = self._parked, deque()
        jobs = (
            BatchJob(work.key, self._journal, self._account, self._settings)
            for work in parked
        )
        for entry in await asyncio.gather(*(job.entry() for job in jobs)):
            self._emit(entry)

    async def _drain(self) -> None:
        """Wait for the jobs under way; when stopping, only for those being submitted."""
        while self._submitting or (self._following and not self._stopping.is_set):
            self._changed.clear()
            await self._changed.wait()
