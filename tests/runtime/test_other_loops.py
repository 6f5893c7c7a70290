"""The asynchronous client under an event loop that is not asyncio's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
import trio

from runcomfy_models import AsyncRunComfy, RunComfy, RunComfyError
from tests.loopback import Loopback
from tests.runtime.models import AsyncClient, Client
from tests.runtime.side import TOKEN

REASON = r"is for asyncio.*trio\.to_thread\.run_sync"

CALLS: dict[str, Callable[[AsyncClient], Awaitable[object]]] = {
    "run": lambda client: client.run(prompt="x"),
    "submit": lambda client: client.submit(prompt="x"),
    "preflight": lambda client: client.preflight(prompt="x"),
    "status": lambda client: client.request("req-1").status(),
    "result": lambda client: client.request("req-1").result(),
    "cancel": lambda client: client.request("req-1").cancel(),
    "aclose": lambda client: client.aclose(),
}


@pytest.mark.parametrize("make", [AsyncClient, AsyncRunComfy])
@pytest.mark.parametrize("library", [None, "httpx2", "aiohttp"])
def test_a_client_that_is_made_under_trio_says_so_at_once(make: Any, library: str | None) -> None:
    async def main() -> None:
        make(token=TOKEN, http_client=library)

    with pytest.raises(RunComfyError, match=REASON):
        trio.run(main)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_a_client_that_was_made_before_says_so_at_its_first_call(
    call: Callable[[AsyncClient], Awaitable[object]], service: Loopback
) -> None:
    client = AsyncClient(token=TOKEN, base_url=service.url)

    async def main() -> None:
        await call(client)

    with pytest.raises(RunComfyError, match=REASON):
        trio.run(main)
    assert service.calls == []


def test_trio_can_run_the_synchronous_client_in_a_thread(service: Loopback) -> None:
    async def main() -> Any:
        with Client(token=TOKEN, base_url=service.url) as client:
            return await trio.to_thread.run_sync(lambda: client.run(prompt="x"))

    assert trio.run(main).output.video


def test_the_synchronous_client_may_be_made_under_trio() -> None:
    async def main() -> None:
        RunComfy(token=TOKEN).close()

    trio.run(main)


@pytest.mark.parametrize("run", [asyncio.run, lambda call: anyio.run(lambda: call)])
def test_asyncio_goes_on_once_trio_was_used(run: Any, service: Loopback) -> None:
    trio.run(trio.sleep, 0)

    async def main() -> Any:
        async with AsyncClient(token=TOKEN, base_url=service.url) as client:
            return await client.run(prompt="x")

    assert run(main()).output.video
