"""Many calls at once are spread over several httpx clients, few over one."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, ExitStack

import httpx

from runcomfy_models._runtime._async.connections import AsyncConnections
from runcomfy_models._runtime._async.lanes import NARROW
from runcomfy_models._runtime._sync.connections import Connections
from runcomfy_models._runtime.http_clients import LANES
from tests.loopback import Loopback
from tests.runtime.models import AsyncClient
from tests.runtime.side import TOKEN

URL = "http://127.0.0.1:1"


def test_calls_take_a_lane_in_which_there_is_room() -> None:
    connections = Connections(None, URL)
    with ExitStack() as calls:
        taken = [calls.enter_context(connections.lane()) for _ in range(NARROW * LANES)]
        assert len({id(lane) for lane in taken}) == LANES
        assert {lane.calls for lane in taken} == {NARROW}
        assert calls.enter_context(connections.lane()) in taken
    assert {lane.calls for lane in taken} == {0}
    assert connections.lane() is taken[0]
    connections.close()
    assert all(lane.http.is_closed for lane in taken)


def test_asynchronous_calls_do_as_well() -> None:
    async def run() -> int:
        connections = AsyncConnections(None, URL)
        async with AsyncExitStack() as calls:
            taken = [await calls.enter_async_context(connections.lane()) for _ in range(2 * NARROW)]
        await connections.aclose()
        assert all(lane.http.is_closed for lane in taken)
        return len({id(lane) for lane in taken})

    assert asyncio.run(run()) == 2


def test_a_client_that_was_handed_in_makes_all_calls() -> None:
    with httpx.Client() as http, ExitStack() as calls:
        connections = Connections(http, URL)
        taken = [calls.enter_context(connections.lane()) for _ in range(2 * NARROW)]
        assert {id(lane.http) for lane in taken} == {id(http)}


def test_lanes_share_what_it_takes_to_encrypt() -> None:
    connections = Connections(None, URL)
    with ExitStack() as calls:
        lanes = [calls.enter_context(connections.lane()) for _ in range(NARROW + 1)]
        pools = [vars(lane.http._transport)["_pool"] for lane in (lanes[0], lanes[-1])]
        assert pools[0] is not pools[1]
        assert pools[0]._ssl_context is pools[1]._ssl_context
    connections.close()


def test_jobs_at_once_end_as_jobs_one_by_one_do(service: Loopback) -> None:
    async def run() -> None:
        async with AsyncClient(base_url=service.url, token=TOKEN) as client:
            results = await asyncio.gather(*(client.run(prompt="x") for _ in range(50)))
        assert all(result.output.video for result in results)

    asyncio.run(run())
    assert len(service.submitted()) == 50
