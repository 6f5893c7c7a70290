"""The time limits of a call: for the whole, and for each pause, also after a freeze."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from runcomfy_models._runtime.concurrency import GRACE, AsyncTimeLimit

SECONDS = 100.0


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose clock is set forward."""

    passed = 0.0

    def time(self) -> float:
        return super().time() + self.passed

    async def pass_time(self, seconds: float) -> None:
        """Let `seconds` pass, and run the callbacks that are due."""
        self.passed += seconds
        for _ in range(5):
            await asyncio.sleep(0)


Steps = Callable[[Loop, AsyncTimeLimit], Awaitable[None]]


def limited(steps: Steps, *, whole: float = 100 * SECONDS) -> None:
    """Run `steps` with at most `SECONDS` between two parts."""
    loop = Loop()

    async def call() -> None:
        async with AsyncTimeLimit(whole, SECONDS) as limit:
            await steps(loop, limit)

    try:
        loop.run_until_complete(call())
    finally:
        loop.close()


def test_a_call_ends_if_nothing_arrives() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        await loop.pass_time(SECONDS)
        await loop.pass_time(GRACE)

    with pytest.raises(TimeoutError, match="nothing arrived for 100 s"):
        limited(steps)


def test_a_call_ends_after_its_whole_time_although_parts_arrive() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        for _ in range(3):
            await loop.pass_time(SECONDS - 1)
            limit.restart()
        await loop.pass_time(GRACE)

    with pytest.raises(TimeoutError, match="no whole answer after 200 s"):
        limited(steps, whole=2 * SECONDS)


def test_a_part_does_not_prolong_the_grace_after_the_whole_time() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        await loop.pass_time(SECONDS)
        limit.restart()
        await loop.pass_time(GRACE)
        await loop.pass_time(0)

    with pytest.raises(TimeoutError, match="no whole answer after 100 s"):
        limited(steps, whole=SECONDS)


def test_each_part_starts_the_clock_again() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        for _ in range(5):
            await loop.pass_time(SECONDS - 1)
            limit.restart()

    limited(steps)


def test_the_limit_counts_from_the_last_part() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        await loop.pass_time(SECONDS / 2)
        limit.restart()
        await loop.pass_time(SECONDS - 1)
        await loop.pass_time(1)
        await loop.pass_time(GRACE)

    with pytest.raises(TimeoutError):
        limited(steps)


def test_an_answer_that_goes_on_after_a_freeze_is_read_to_its_end() -> None:
    async def steps(loop: Loop, limit: AsyncTimeLimit) -> None:
        await loop.pass_time(SECONDS * 5)  # stopped: a debugger, a frozen container
        limit.restart()
        await loop.pass_time(GRACE * 2)
        limit.restart()
        await loop.pass_time(SECONDS - 1)

    limited(steps)
