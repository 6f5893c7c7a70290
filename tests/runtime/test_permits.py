"""Waiting for a permit can be cancelled at any moment, and no permit is lost."""

from __future__ import annotations

import asyncio

import pytest

from runcomfy_models._runtime.concurrency import AsyncPermits

COUNT = 32


async def taken() -> AsyncPermits:
    """Return permits of which none is free."""
    permits = AsyncPermits(COUNT)
    for _ in range(COUNT):
        await permits.take(60)
    return permits


async def hold(permits: AsyncPermits) -> None:
    await permits.take(60)
    try:
        await asyncio.Event().wait()
    finally:
        permits.release()


@pytest.mark.parametrize("steps", range(5))
def test_a_permit_that_arrives_with_a_cancellation_is_released(steps: int) -> None:
    async def run() -> None:
        permits = await taken()
        waiting = asyncio.ensure_future(hold(permits))
        for _ in range(3):
            await asyncio.sleep(0)
        permits.release()
        for _ in range(steps):
            await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(asyncio.shield(waiting), 5)
        assert not permits.locked()

    asyncio.run(run())


def test_all_waits_that_are_cancelled_together_end() -> None:
    async def run() -> None:
        permits = AsyncPermits(COUNT)
        waiting = [asyncio.ensure_future(hold(permits)) for _ in range(4 * COUNT)]
        for _ in range(3):
            await asyncio.sleep(0)
        for one in waiting:
            one.cancel()
        done, left = await asyncio.wait(waiting, timeout=5)
        assert len(done) == 4 * COUNT
        assert not left
        assert not permits.locked()

    asyncio.run(run())


def test_a_permit_that_does_not_come_in_time_is_a_timeout() -> None:
    async def run() -> None:
        permits = await taken()
        with pytest.raises(TimeoutError):
            await permits.take(0.01)

    asyncio.run(run())
