"""Pairs of classes that are written twice by hand: their sides wait in different ways.

Other such pairs are in `http/streams.py` and `http/clients.py`. All other code that waits is
written once, in `_async/`, and `_sync/` is derived from it.
"""

import asyncio
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from types import TracebackType
from typing import NoReturn, Self, TypeVar

from .event_loops import refuse_other_loops, running_loop
from .timing import MAX_SECONDS, Timing

Returned = TypeVar("Returned")


class AsyncClock(Timing):
    """Clocks, random numbers and a pause, in an event loop."""

    async def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        await asyncio.sleep(min(seconds, MAX_SECONDS))


class Clock(Timing):
    """Clocks, random numbers and a pause, in a thread."""

    def sleep(self, seconds: float) -> None:
        """Wait for `seconds`."""
        time.sleep(min(seconds, MAX_SECONDS))


class AsyncLoop:
    """The event loop that the asynchronous client needs."""

    @staticmethod
    def check() -> None:
        """Raise `RunComfyError` inside another event loop than asyncio's."""
        refuse_other_loops()


class Loop:
    """No event loop: the synchronous client works under any."""

    @staticmethod
    def check() -> None:
        """Do nothing."""


class AsyncBlocking:
    """Run blocking work off the event loop."""

    @staticmethod
    async def run(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run in a thread."""
        return await asyncio.to_thread(work)

    @staticmethod
    async def run_to_end(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run in a thread; a cancellation waits for its end.

        So the caller can close what `work` has opened, and nothing is written after that.
        """
        running_loop()
        return await _wait_to_end(asyncio.ensure_future(asyncio.to_thread(work)))

    @staticmethod
    async def outcome(future: "Future[Returned]") -> Returned:
        """Return the value of a thread's future; a cancellation waits for it."""
        return await _wait_to_end(asyncio.wrap_future(future))


async def _wait_to_end(future: "asyncio.Future[Returned]") -> Returned:
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        while not future.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([future])
        if not future.cancelled():
            future.exception()  # else asyncio logs that the exception was never retrieved
        raise


class Blocking:
    """Run blocking work without an event loop."""

    @staticmethod
    def run(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run here and now."""
        return work()

    @staticmethod
    def run_to_end(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run here and now."""
        return work()

    @staticmethod
    def outcome(future: "Future[Returned]") -> Returned:
        """Return the value of a thread's future; Ctrl-C waits for it, a second one does not."""
        try:
            return future.result()
        except KeyboardInterrupt:
            wait([future])
            raise


class AsyncPermits(asyncio.Semaphore):
    """A number of permits that tasks take and give back."""

    async def take(self, seconds: float) -> Callable[[], None]:
        """Wait for a permit and return the function that gives it back; or raise `TimeoutError`."""
        if not self.locked():
            await self.acquire()
            return self.release
        # Not `wait_for`, which up to Python 3.11 may swallow a cancellation.
        async with asyncio.timeout(seconds):
            await self.acquire()
        return self.release

    @staticmethod
    def scope() -> object:
        """Identify this process and event loop: connections are not shared with others."""
        return os.getpid(), running_loop()


class Permits(threading.Semaphore):
    """A number of permits that threads take and give back."""

    def take(self, seconds: float) -> Callable[[], None]:
        """Wait for a permit and return the function that gives it back; or raise `TimeoutError`."""
        limit = min(seconds, threading.TIMEOUT_MAX)
        # In one line: Ctrl-C between taking a permit and returning would lose it.
        return self.release if self.acquire(timeout=limit) else _timed_out()

    @staticmethod
    def scope() -> object:
        """Identify this process: connections are not shared with others."""
        return os.getpid()


def _timed_out() -> NoReturn:
    raise TimeoutError


GRACE = 0.5
"""Seconds after a time limit in which data that has already arrived is still read."""


class AsyncTimeLimit:
    """A time limit for a whole call and for each pause: the call is cancelled at any await."""

    def __init__(self, seconds: float, pause: float = MAX_SECONDS) -> None:
        """Raise `TimeoutError` after `seconds`, and `pause` seconds after the last `restart`."""
        self._seconds, self._pause = min(seconds, MAX_SECONDS), min(pause, MAX_SECONDS)
        self._limit = asyncio.timeout(None)

    async def __aenter__(self) -> Self:
        """Start both clocks; return the limit itself."""
        self._loop = running_loop()
        await self._limit.__aenter__()
        now = self._loop.time()
        self._whole_end, self._pause_end = now + self._seconds, now + self._pause
        self._timer = self._loop.call_at(self._end, self._expire)
        return self

    @property
    def _end(self) -> float:
        return min(self._whole_end, self._pause_end)

    def restart(self) -> None:
        """Start the clock of the pause again."""
        # The timer stays: a new one for each part of a large file would cost more than the part.
        now = self._loop.time()
        self._pause_end = now + self._pause
        grace_runs = self._limit.when() is not None and not self._limit.expired()
        if grace_runs and now < self._whole_end:
            self._limit.reschedule(None)
            self._timer = self._loop.call_at(self._end, self._expire)

    def _expire(self) -> None:
        now = self._loop.time()
        if now < self._end:
            self._timer = self._loop.call_at(self._end, self._expire)
        else:
            # Not at once: in a process that was stopped for a while (a frozen container, a
            # breakpoint), the answer may have arrived already, and was not read yet.
            self._limit.reschedule(now + GRACE)

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop both clocks."""
        self._timer.cancel()
        try:
            await self._limit.__aexit__(error_type, error, traceback)
        except TimeoutError:
            raise TimeoutError(self._reason()) from None

    def _reason(self) -> str:
        if self._whole_end <= self._pause_end:
            return f"no whole answer after {self._seconds:g} s"
        return f"nothing arrived for {self._pause:g} s"


class TimeLimit:
    """No time limit: a thread cannot be interrupted, and the transport limits each read."""

    def __init__(self, seconds: float, pause: float = MAX_SECONDS) -> None:
        """Take the same arguments as `AsyncTimeLimit`."""

    def __enter__(self) -> Self:
        """Return the limit itself."""
        return self

    def restart(self) -> None:
        """Do nothing."""

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Do nothing."""


class AsyncShield:
    """Protects a last call from the cancellation of its task."""

    async def __aenter__(self) -> None:
        """Hold off cancellation, also by a cancel scope of anyio."""
        import anyio

        self._scope = anyio.CancelScope(shield=True)
        self._scope.__enter__()

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let cancellation through again."""
        self._scope.__exit__(error_type, error, traceback)


class Shield:
    """No shield: a thread is not cancelled."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Do nothing."""
