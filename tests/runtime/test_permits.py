"""Waiting for a permit can be cancelled at any moment, and no permit is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from runcomfy_models._runtime.concurrency import AsyncPermits, Permits
from runcomfy_models._runtime.http.clients import MAX_CALLS
from tests.loopback import REQUEST_ID, Loopback
from tests.runtime.side import Side

COUNT = 32


async def exhausted_permits() -> AsyncPermits:
    """Return permits that are all taken."""
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
        permits = await exhausted_permits()
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


def test_waits_that_are_cancelled_together_all_end() -> None:
    async def run() -> None:
        permits = AsyncPermits(COUNT)
        waiting = [asyncio.ensure_future(hold(permits)) for _ in range(4 * COUNT)]
        for _ in range(3):
            await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        done, pending = await asyncio.wait(waiting, timeout=5)
        assert len(done) == 4 * COUNT
        assert not pending
        assert not permits.locked()

    asyncio.run(run())


def test_a_permit_that_does_not_come_in_time_is_a_timeout() -> None:
    async def run() -> None:
        permits = await exhausted_permits()
        with pytest.raises(TimeoutError):
            await permits.take(0.01)

    asyncio.run(run())


def test_a_permit_that_does_not_come_to_a_thread_in_time_is_a_timeout() -> None:
    permits = Permits(1)
    release = permits.take(0.01)
    with pytest.raises(TimeoutError):
        permits.take(0.01)
    release()
    permits.take(float("inf"))()


def take_all_permits(side: Side, client: Any) -> list[Callable[[], None]]:
    """Take all permits for polls; return the functions that release them."""
    connections = client._account.api.connections

    async def take() -> list[Callable[[], None]]:
        permits = connections.permits(False)
        return [await permits.take(1) for _ in range(MAX_CALLS)]

    if side.is_async:
        return list(side.do(take()))
    return [connections.permits(False).take(1) for _ in range(MAX_CALLS)]


def test_a_poll_without_a_permit_is_repeated(
    side: Side, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(seconds: float) -> None:
        for package in ("_async", "_sync"):
            monkeypatch.setattr(f"runcomfy_models._runtime.{package}.api.MIN_LIMIT", seconds)

    limit(0.01)  # for the wait for a permit
    client = side.client(service.url, wait_timeout=0.01)
    request = side.do(client.submit(prompt="x"))
    releases = take_all_permits(side, client)
    sleep = side.clock.sleep

    def release(seconds: float) -> Any:
        limit(60)  # for the call
        while releases:
            releases.pop()()
        return sleep(seconds)

    side.clock.sleep = release
    assert side.do(request.result()).id == REQUEST_ID
    assert releases == []
