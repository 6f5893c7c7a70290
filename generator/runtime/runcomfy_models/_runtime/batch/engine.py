"""The run of a batch: takes rows as long as there is room for them, and yields what has ended."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..concurrency import AsyncBlocking
from ..errors import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    RateLimitError,
    RunComfyError,
)
from ..http.retry import backoff
from ..http.submission import is_sent_again
from ..journal.adopting import others_spend
from ..journal.claims import Claim
from ..journal.entry import Entry
from ..journal.outcomes import refuse
from ..journal.states import CANCELLED, FAILED, OVER_BUDGET
from ..journal.turns import take_turn
from .job import BatchJob
from .models import AnyClient
from .progress import Progress
from .settings import Settings
from .spool import Row
from .width import Width

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy
    from ..journal.journal import Journal

AT_ONCE_SUBMITTING = 24
"""Paid calls that are made at the same time: fewer than the connections of an account, so that
none waits for one after its intent was committed."""

MAX_WAITING = 1000
"""Ended jobs that wait for the user's loop before no further one is begun."""

OTHERS_PAUSE = 0.5
"""Seconds between two looks at the money that other processes have reserved."""

FATAL = (AuthenticationError, InsufficientBalanceError)
"""Errors after which no other job would be accepted either."""


@dataclass(frozen=True)
class Work:
    """A row to be run, or the job of an earlier run to be followed."""

    key: str
    client: type[AnyClient]
    row: Row | None = None
    request_id: str | None = None
    failures: int = 0
    """How often it could not be sent in this run."""


class Engine:
    """Runs work: many jobs at once, none of them twice."""

    def __init__(
        self,
        work: Iterator[Work],
        total: int,
        journal: "Journal",
        account: "AsyncRunComfy",
        settings: Settings,
    ) -> None:
        """Prepare; nothing is sent yet."""
        self._work = work
        self._journal = journal
        self._account = account
        self._settings = settings
        self._clock = account.transport.clock
        self._width = Width(settings.at_once, self._clock)
        self._permits = asyncio.Semaphore(AT_ONCE_SUBMITTING)
        self._again: deque[Work] = deque()
        self._parked: deque[Work] = deque()
        self._submitting: set[asyncio.Task[None]] = set()
        self._following: dict[asyncio.Task[None], BatchJob] = {}
        self._ended: asyncio.Queue[Entry | None] = asyncio.Queue()
        self._changed = asyncio.Event()
        self._error: BaseException | None = None
        self._feeding: asyncio.Future[None] | None = None
        self.is_stopping = False
        self.progress = Progress(total, settings.limits, self._clock)

    async def items(self) -> AsyncGenerator[Entry]:
        """Yield each job as it ends; raise what made an end to all of it."""
        self._feeding = asyncio.ensure_future(self._feed())
        try:
            while (entry := await self._ended.get()) is not None:
                self._changed.set()
                yield entry
        finally:
            await self.close()
        if self._error is not None:
            raise self._error

    def stop(self, error: BaseException | None = None) -> None:
        """Begin nothing new; `error` is raised when what is being submitted has ended."""
        self.is_stopping = True
        self._error = self._error or error
        self._changed.set()

    @property
    def under_way(self) -> int:
        """The number of jobs that were begun and have not ended."""
        return len(self._submitting) + len(self._following)

    async def _feed(self) -> None:
        try:
            while not self.is_stopping:
                self._changed.clear()
                if not await self._begin_next():
                    break
            await self._drained()
        except (
            Exception
        ) as error:  # the journal, or a fault of ours: begin nothing more
            self.stop(error)
        self._ended.put_nowait(None)

    async def _begin_next(self) -> bool:
        """Begin one job, or wait for a change; return False if nothing is left to do."""
        if pause := self._width.pause():
            await self._clock.sleep(min(pause, 1.0))
        elif not self._has_room:
            await self._changed.wait()
        elif (work := self._next()) is not None:
            self._begin(work)
            # Let it start: what it finds out decides whether another one may begin.
            await asyncio.sleep(0)
        elif self.under_way:
            await self._changed.wait()
        elif self._parked:
            await self._wait_for_money()
        else:
            return False
        return True

    @property
    def _has_room(self) -> bool:
        is_waiting_for_money = self._parked and self.under_way
        return (
            self.under_way < self._width.allowed
            and self._ended.qsize() < MAX_WAITING
            and not is_waiting_for_money
        )

    def _next(self) -> Work | None:
        return self._again.popleft() if self._again else next(self._work, None)

    def _begin(self, work: Work) -> None:
        begun = self._submit(work) if work.row else self._resume(work)
        task = asyncio.ensure_future(begun)
        self._submitting.add(task)
        task.add_done_callback(self._was_submitted)

    def _was_submitted(self, task: "asyncio.Task[None]") -> None:
        self._submitting.discard(task)
        self._finished(task)

    def _has_ended(self, task: "asyncio.Task[None]") -> None:
        self._following.pop(task, None)
        if self._parked:  # what has ended may have cost less than was reserved
            self._again.append(self._parked.popleft())
        self._finished(task)

    def _finished(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()):
            self.stop(error)
        self.progress.under_way = self.under_way
        self._changed.set()

    async def _submit(self, work: Work) -> None:
        """Pay for the job of a row, unless that was done before; then follow it."""
        row, job = work.row, self._job(work)
        assert row is not None  # noqa: S101
        async with self._permits:
            await self._turn()
            if self.is_stopping:
                return
            want = row.claim(self._journal.stores_inputs, **self._wishes)
            found = await job.claimed(want)
            if found.is_granted:
                request_id = await self._paid(work, job, want, row)
                if request_id is None:
                    return
                self._follow(work, job, request_id, is_fresh=True)
                return
        if found.entry.state == OVER_BUDGET:
            self._parked.append(work)
        elif found.is_conflict or found.entry.request_id is None:
            self._emit(found.entry)
        else:
            self._follow(work, job, found.entry.request_id, is_fresh=False)

    async def _paid(
        self, work: Work, job: BatchJob, want: Claim, row: Row
    ) -> str | None:
        """Make the paid call; None if there is none, which is then emitted or tried again."""
        try:
            call = row.call()
        except ValueError as error:  # a local file has changed
            await self._refuse(want, error)
            self._emit(await job.entry())
            return None
        try:
            request_id = await job.pay(want, call)
        except RunComfyError as error:
            await self._not_paid(work, job, error)
            return None
        self._width.widen()
        return request_id

    async def _not_paid(self, work: Work, job: BatchJob, error: RunComfyError) -> None:
        if isinstance(error, RateLimitError) or error.http_status == 429:
            pause = backoff(work.failures + 1, self._clock, error.retry_after or 0.0)
            self._width.narrow(self.under_way, pause)
            self._again.append(_failed_once(work))
        elif is_sent_again(error) and work.failures < self._account.options.attempts:
            await self._clock.sleep(backoff(work.failures + 1, self._clock, 0.0))
            self._again.append(_failed_once(work))
        else:
            self._emit(await job.entry())
            if isinstance(error, (*FATAL, ConnectionFailed)):
                self.stop(error)

    async def _refuse(self, want: Claim, error: ValueError) -> None:
        response = {"message": str(error)}
        work = partial(refuse, intent=want.intent, response=response)
        await AsyncBlocking.outcome(self._journal.do(work))

    async def _resume(self, work: Work) -> None:
        assert work.request_id is not None  # noqa: S101
        self._follow(work, self._job(work), work.request_id, is_fresh=False)

    def _follow(
        self, work: Work, job: BatchJob, request_id: str, is_fresh: bool
    ) -> None:
        task = asyncio.ensure_future(self._followed(work, job, request_id, is_fresh))
        self._following[task] = job
        task.add_done_callback(self._has_ended)

    async def _followed(
        self, work: Work, job: BatchJob, request_id: str, is_fresh: bool
    ) -> None:
        entry = await job.follow(request_id, work.client, is_fresh)
        may_retry = work.row is not None and entry.attempt <= self._settings.retries
        if entry.state in (FAILED, CANCELLED) and may_retry:
            self._again.append(work)
        else:
            self._emit(entry)

    def _emit(self, entry: Entry) -> None:
        self.progress.ended(entry)
        self._ended.put_nowait(entry)
        if self._settings.on_change is not None:
            self._settings.on_change(self.progress)

    def _job(self, work: Work) -> BatchJob:
        return BatchJob(work.key, self._journal, self._account, self._settings)

    @property
    def _wishes(self) -> dict[str, Any]:
        template = self._settings.template
        return {
            "limits": self._settings.limits,
            "retries": self._settings.retries,
            "files_to": None if template is None else template.text,
        }

    async def _turn(self) -> None:
        """Wait for the next turn, if the pace of submissions is limited."""
        rate = self._settings.submit_per_minute
        if rate is None:
            return
        taking = self._journal.do(partial(take_turn, seconds=60.0 / rate))
        await self._clock.sleep(await AsyncBlocking.outcome(taking))

    async def _wait_for_money(self) -> None:
        """Wait while other processes have money reserved; then give up what is over budget."""
        if await AsyncBlocking.outcome(self._journal.do(others_spend)):
            await self._clock.sleep(OTHERS_PAUSE)
            self._again.append(self._parked.popleft())
            return
        work = self._parked.popleft()
        self._emit(await self._job(work).entry())

    async def _drained(self) -> None:
        """Wait for what is under way: all of it, or, when stopping, what is being submitted."""
        while self._submitting or (self._following and not self.is_stopping):
            self._changed.clear()
            await self._changed.wait()

    async def close(self) -> None:
        """Begin nothing new, wait for what is being submitted, leave the rest running."""
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


def _failed_once(work: Work) -> Work:
    return Work(work.key, work.client, work.row, work.request_id, work.failures + 1)
