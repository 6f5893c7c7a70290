"""Many simultaneous calls are spread over several httpx clients, a few use one."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from runcomfy_models._runtime._async.connections import AsyncConnections
from runcomfy_models._runtime._async.pool import MAX_LOAD
from runcomfy_models._runtime._sync.call_slot import CallSlot
from runcomfy_models._runtime._sync.call_state import CURRENT_CALL, CallState
from runcomfy_models._runtime._sync.connections import Connections
from runcomfy_models._runtime.http.calls import status_call
from runcomfy_models._runtime.http.clients import POOLS
from runcomfy_models._runtime.timing import Deadline, Timing
from tests.loopback import Loopback, serving
from tests.runtime.models import AsyncClient
from tests.runtime.side import TOKEN

URL = "http://127.0.0.1:1"
CALL = status_call("acme/m", "req-1")
DEADLINE = Deadline(Timing(), 60)


def busy_pool(connections: Any) -> Any:
    """Return the pool for the next call, and count that call as running."""
    pool = connections.pool()
    pool.calls.add(object())
    return pool


def test_calls_take_the_first_pool_that_is_not_busy() -> None:
    connections = Connections(None, URL)
    slots = [CallSlot(connections, CALL) for _ in range(MAX_LOAD * POOLS)]
    pools = [slot.enter(CallState(DEADLINE)) for slot in slots]
    assert len({id(pool) for pool in pools}) == POOLS
    assert {pool.load for pool in pools} == {MAX_LOAD}
    assert connections.pool() in pools
    for slot in reversed(slots):
        slot.leave()
    assert CURRENT_CALL.get() is None  # otherwise, downloads would keep the deadline of that call
    assert {pool.load for pool in pools} == {0}
    assert connections.pool() is pools[0]
    connections.close()
    assert all(pool.http.is_closed for pool in pools)


@pytest.mark.parametrize("is_passed_in", [False, True])
def test_simultaneous_threads_share_the_same_pools(is_passed_in: bool) -> None:
    """Otherwise the pools of the slower threads would never be closed."""
    with httpx.Client() as http:
        connections = Connections(http if is_passed_in else None, URL)
        together = threading.Barrier(8)

        def pool(_: int) -> object:
            together.wait()
            return connections.pool()

        with ThreadPoolExecutor(8) as threads:
            assert len(set(threads.map(pool, range(8)))) == 1
        connections.close()


def test_all_pools_use_the_proxy_of_the_first_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    connections = Connections(None, "https://api.invalid")
    first = connections.http
    monkeypatch.delenv("HTTPS_PROXY")
    pools = [busy_pool(connections) for _ in range(MAX_LOAD * POOLS)]
    assert pools[0].http is first
    assert all(vars(pool.http)["_mounts"] for pool in pools)
    connections.close()


def test_all_pools_are_closed_even_if_closing_one_fails() -> None:
    connections = Connections(None, URL)
    used = [busy_pool(connections) for _ in range(MAX_LOAD * POOLS)]
    pools: list[Any] = sorted({id(pool): pool for pool in used}.values(), key=used.index)
    for pool in (pools[0], pools[-1]):
        pool.http._transport.close = _interrupt
    with pytest.raises(KeyboardInterrupt):
        connections.close()
    assert all(pool.http.is_closed for pool in pools)


def _interrupt() -> None:
    raise KeyboardInterrupt


class Slow(Loopback):
    """A service that answers only after the client is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.is_closed = threading.Event()

    def answer(self, call: Any) -> Any:
        reply = super().answer(call)
        self.is_closed.wait(10)
        return reply


def test_a_call_that_waits_for_a_permit_is_not_made_by_a_closed_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Otherwise the transport would make a new connection."""
    monkeypatch.setattr(f"{AsyncConnections.__module__}.MAX_CALLS", 1)

    async def run(client: AsyncClient) -> list[Any]:
        calls = [asyncio.create_task(client.submit(prompt="x")) for _ in range(3)]
        while not service.calls:
            await asyncio.sleep(0.01)
        await client.aclose()
        service.is_closed.set()
        return await asyncio.gather(*calls, return_exceptions=True)

    with serving(Slow()) as service:
        _, *waiting = asyncio.run(run(AsyncClient(base_url=service.url, token=TOKEN)))
    assert ["is closed" in str(end) for end in waiting] == [True, True]
    assert len(service.submitted()) == 1


def test_asynchronous_calls_are_spread_over_several_pools() -> None:
    async def run() -> int:
        connections = AsyncConnections(None, URL)
        pools = [busy_pool(connections) for _ in range(2 * MAX_LOAD)]
        await connections.aclose()
        assert all(pool.http.is_closed for pool in pools)
        return len({id(pool) for pool in pools})

    assert asyncio.run(run()) == 2


def test_a_passed_in_client_makes_all_calls() -> None:
    with httpx.Client() as http:
        connections = Connections(http, URL)
        pools = [busy_pool(connections) for _ in range(2 * MAX_LOAD)]
        assert {id(pool.http) for pool in pools} == {id(http)}


def test_pools_share_one_ssl_context() -> None:
    connections = Connections(None, URL)
    pools = [busy_pool(connections) for _ in range(MAX_LOAD + 1)]
    first, last = (vars(pool.http._transport)["_pool"] for pool in (pools[0], pools[-1]))
    assert first is not last
    assert first._ssl_context is last._ssl_context
    connections.close()


def test_fifty_simultaneous_jobs_complete(service: Loopback) -> None:
    async def run() -> None:
        async with AsyncClient(base_url=service.url, token=TOKEN) as client:
            results = await asyncio.gather(*(client.run(prompt="x") for _ in range(50)))
        assert all(result.output.video for result in results)

    asyncio.run(run())
    assert len(service.submitted()) == 50
