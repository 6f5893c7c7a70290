"""Calls that wait for their turn can be cancelled at any moment, and no turn is lost."""

from __future__ import annotations

import asyncio

import pytest

from runcomfy_models import ConnectionFailed
from runcomfy_models._runtime.calls import status_call
from runcomfy_models._runtime.gates import AsyncGate, AsyncTurn
from runcomfy_models._runtime.http_clients import WIDTH

CALL = status_call("acme/m", "req-1")


async def closed_gate() -> AsyncGate:
    gate = AsyncGate()
    for _ in range(WIDTH):
        await gate.acquire()
    return gate


async def through(gate: AsyncGate, seconds: float = 60) -> None:
    async with AsyncTurn(gate, CALL, seconds):
        await asyncio.Event().wait()


@pytest.mark.parametrize("steps", range(5))
def test_a_turn_that_comes_with_a_cancellation_is_given_back(steps: int) -> None:
    async def run() -> None:
        gate = await closed_gate()
        waiting = asyncio.ensure_future(through(gate))
        for _ in range(3):
            await asyncio.sleep(0)
        gate.release()
        for _ in range(steps):
            await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(asyncio.shield(waiting), 5)
        assert not gate.locked()

    asyncio.run(run())


def test_calls_that_are_cancelled_together_all_end() -> None:
    async def run() -> None:
        gate = AsyncGate()
        waiting = [asyncio.ensure_future(through(gate)) for _ in range(4 * WIDTH)]
        for _ in range(3):
            await asyncio.sleep(0)
        for one in waiting:
            one.cancel()
        done, left = await asyncio.wait(waiting, timeout=5)
        assert len(done) == 4 * WIDTH
        assert not left
        assert not gate.locked()

    asyncio.run(run())


def test_a_turn_that_does_not_come_is_no_call() -> None:
    async def run() -> None:
        gate = await closed_gate()
        with pytest.raises(ConnectionFailed) as caught:
            await through(gate, 0.01)
        assert not caught.value.sent

    asyncio.run(run())
