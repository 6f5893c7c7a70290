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


@pytest.mark.parametrize("client_class", [AsyncClient, AsyncRunComfy])
@pytest.mark.parametrize("library", [None, "httpx2", "aiohttp"])
def test_creating_a_client_under_trio_is_refused_at_once(
    client_class: Any, library: str | None
) -> None:
    async def main() -> None:
        client_class(token=TOKEN, http_client=library)

    with pytest.raises(RunComfyError, match=REASON):
        trio.run(main)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_the_first_call_under_trio_of_an_existing_client_is_refused(
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


def test_the_synchronous_client_may_be_created_under_trio() -> None:
    async def main() -> None:
        RunComfy(token=TOKEN).close()

    trio.run(main)


@pytest.mark.parametrize("run", [asyncio.run, lambda call: anyio.run(lambda: call)])
def test_asyncio_still_works_after_trio_was_used(run: Any, service: Loopback) -> None:
    trio.run(trio.sleep, 0)

    async def main() -> Any:
        async with AsyncClient(token=TOKEN, base_url=service.url) as client:
            return await client.run(prompt="x")

    assert run(main()).output.video
