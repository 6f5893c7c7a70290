"""The few pairs that are written by hand for both worlds: waiting differs there.

Everything else that waits is written once, in `_async/`, and `_sync/` is derived from it.
"""

import asyncio
import os
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import NoReturn, TypeVar

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


class AsyncBlocking:
    """Run blocking work off the event loop."""

    @staticmethod
    async def run(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run in a thread."""
        return await asyncio.to_thread(work)


class Blocking:
    """Run blocking work where there is no event loop."""

    @staticmethod
    def run(work: Callable[[], Returned]) -> Returned:
        """Return what `work` returns, run here and now."""
        return work()


class AsyncPermits(asyncio.Semaphore):
    """A number of permits that tasks take and give back."""

    async def take(self, seconds: float) -> Callable[[], None]:
        """Wait for a permit and return what gives it back; or raise `TimeoutError`."""
        if not self.locked():
            await self.acquire()
            return self.release
        # Not `wait_for`, which up to Python 3.11 may swallow a cancellation.
        async with asyncio.timeout(seconds):
            await self.acquire()
        return self.release

    @staticmethod
    def home() -> object:
        """Identify this process and event loop, which connections made here belong to."""
        return os.getpid(), asyncio.get_running_loop()


class Permits(threading.Semaphore):
    """A number of permits that threads take and give back."""

    def take(self, seconds: float) -> Callable[[], None]:
        """Wait for a permit and return what gives it back; or raise `TimeoutError`."""
        limit = min(seconds, threading.TIMEOUT_MAX)
        # One line: Ctrl-C behind the one that takes a permit would lose it.
        return self.release if self.acquire(timeout=limit) else _timed_out()

    @staticmethod
    def home() -> object:
        """Identify this process, which connections made here belong to."""
        return os.getpid()


def _timed_out() -> NoReturn:
    raise TimeoutError


class AsyncTimeLimit:
    """A time limit for a whole call: the call is cancelled, whatever it waits for."""

    def __init__(self, seconds: float) -> None:
        """Raise `TimeoutError` after `seconds`."""
        self._seconds = seconds
        self._limit = asyncio.timeout(min(seconds, MAX_SECONDS))

    async def __aenter__(self) -> None:
        """Start the clock."""
        await self._limit.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the clock."""
        try:
            await self._limit.__aexit__(kind, error, traceback)
        except TimeoutError:
            raise TimeoutError(f"no whole answer after {self._seconds:g} s") from None


class TimeLimit:
    """No time limit: a thread cannot be interrupted, and the transport limits each read."""

    def __init__(self, seconds: float) -> None:
        """Take the same arguments as `AsyncTimeLimit`."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Do nothing."""


class AsyncShield:
    """Keep the cancellation of the task from breaking off a last call."""

    async def __aenter__(self) -> None:
        """Hold cancellation off, in cancel scopes of anyio too."""
        import anyio

        self._scope = anyio.CancelScope(shield=True)
        self._scope.__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let cancellation through again."""
        self._scope.__exit__(kind, error, traceback)


class Shield:
    """No shield: a thread is not cancelled."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Do nothing."""
