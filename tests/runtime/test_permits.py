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


def test_a_permit_that_does_not_come_to_a_thread_in_time_is_a_timeout() -> None:
    permits = Permits(1)
    give_back = permits.take(0.01)
    with pytest.raises(TimeoutError):
        permits.take(0.01)
    give_back()
    permits.take(float("inf"))()


def all_permits(side: Side, client: Any) -> list[Callable[[], None]]:
    """Take all permits of polls; return what gives each of them back."""
    connections = client._account.api.connections

    async def taken() -> list[Callable[[], None]]:
        permits = connections.permits(False)
        return [await permits.take(1) for _ in range(MAX_CALLS)]

    if side.is_async:
        return list(side.do(taken()))
    return [connections.permits(False).take(1) for _ in range(MAX_CALLS)]


def test_a_poll_without_a_permit_is_repeated(
    side: Side, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(seconds: float) -> None:
        for half in ("_async", "_sync"):
            monkeypatch.setattr(f"runcomfy_models._runtime.{half}.api_calls.MIN_LIMIT", seconds)

    limit(0.01)  # for the wait for a permit
    client = side.client(service.url, wait_timeout=0.01)
    request = side.do(client.submit(prompt="x"))
    taken = all_permits(side, client)
    sleep = side.clock.sleep

    def release(seconds: float) -> Any:
        limit(60)  # for the call
        while taken:
            taken.pop()()
        return sleep(seconds)

    side.clock.sleep = release
    assert side.do(request.result()).id == REQUEST_ID
    assert taken == []
