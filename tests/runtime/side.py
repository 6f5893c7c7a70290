"""One interface to both clients, so that each promise is tested once for both."""

from __future__ import annotations

import asyncio
import inspect
import ssl
from contextlib import ExitStack
from functools import cache
from typing import Any

import httpx
import httpx2
import pytest

from tests.runtime.models import AsyncClient, Client, ManualAsyncClock, ManualClock

TOKEN = "tok-0123456789-secret"  # noqa: S105


BOTH_LIBRARIES = ["sync", "async", "httpx2-sync", "httpx2-async"]
"""Sides whose calls are made by httpx or httpx2 themselves."""

EVERY_LIBRARY = pytest.mark.parametrize("side", BOTH_LIBRARIES, indirect=True)
"""For tests of what httpx and httpx2 do: proxies, logs, custom clients."""

EVERY_TRANSPORT = pytest.mark.parametrize("side", [*BOTH_LIBRARIES, "aiohttp"], indirect=True)
"""For tests of failures on the wire: with the faster transport as well."""


class Side:
    """The synchronous or the asynchronous client, called in the same way."""

    def __init__(self, name: str) -> None:
        self.name = name
        library, _, kind = name.rpartition("-")
        self.is_async = kind != "sync"
        self.library: Any = httpx2 if library else httpx
        http_client = library or (kind if kind == "aiohttp" else None)
        self._transport = {"http_client": http_client} if http_client else {}
        self.clock: Any = ManualAsyncClock() if self.is_async else ManualClock()
        self._runner = asyncio.Runner()
        self._open = ExitStack()

    def client(self, base_url: str, **keywords: Any) -> Any:
        """Make a client that is closed after the test."""
        keywords = {"token": TOKEN, "clock": self.clock, **self._transport, **keywords}
        client: Any = (AsyncClient if self.is_async else Client)(base_url=base_url, **keywords)
        self._open.callback(self.close, client)
        return client

    def http_client(self, **keywords: Any) -> Any:
        """Make a client of httpx or httpx2, as a user may hand one in."""
        kind = self.library.AsyncClient if self.is_async else self.library.Client
        http: Any = kind(verify=certificates(), **keywords)
        self._open.callback(self.close, http)
        return http

    def do(self, call: Any) -> Any:
        """Return the value of a call; a coroutine is run to its end."""
        return self._runner.run(call) if inspect.iscoroutine(call) else call

    def all(self, iterator: Any) -> list[Any]:
        """Return everything that an iterator yields."""
        if not self.is_async:
            return list(iterator)

        async def collect() -> list[Any]:
            return [item async for item in iterator]

        collected: list[Any] = self.do(collect())
        return collected

    def close(self, closable: Any) -> None:
        """Close a client of ours or of httpx's."""
        self.do(_close_async(closable) if self.is_async else closable.close())

    def __enter__(self) -> Side:
        self._open.enter_context(self._runner)
        if self.is_async:
            self._open.callback(lambda: self.do(_wait_for_closed_connections()))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()


@cache
def certificates() -> ssl.SSLContext:
    """Read the certificates once for all clients, which takes longer than a test."""
    return ssl.create_default_context()


async def _wait_for_closed_connections() -> None:
    """Wait until the event loop has no connection left; 2 seconds at most."""
    loop: Any = asyncio.get_running_loop()
    for _ in range(200):
        if len(loop._selector.get_map()) <= 1:  # only the event loop's own pipe is left
            return
        await asyncio.sleep(0.01)


async def _close_async(closable: Any) -> None:
    """Close `closable`, and let the event loop notice connections that were reset."""
    await closable.aclose()
    for _ in range(3):
        await asyncio.sleep(0)
