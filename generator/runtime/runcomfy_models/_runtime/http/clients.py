"""Which httpx client makes the calls: one that was handed in, or our own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from math import inf
from typing import TYPE_CHECKING, Literal, TypeVar

from ..errors import RunComfyError

if TYPE_CHECKING:
    import httpx

    AsyncHttpClient = httpx.AsyncClient | Literal["aiohttp"]
    HttpClient = httpx.Client

ClientT = TypeVar("ClientT")

MAX_CALLS = 32
"""Calls that a client makes at the same time, and connections that it keeps."""

POOLS = 8
"""Connection pools of an account: each is an httpx client of our own."""

CHUNK = 2**16
"""Bytes that are sent under one time-out: a large body may take longer than that."""


class AsyncClientFactory:
    """Makes asynchronous clients. Only here is there a faster transport to choose."""

    def __init__(self, wanted: "AsyncHttpClient | None") -> None:
        """Raise `TypeError` for an unusable choice, `ImportError` for a missing library."""
        self.given = None if wanted is None or wanted == "aiohttp" else wanted
        self._kind = _aiohttp_client() if wanted == "aiohttp" else None
        _check(self.given, "AsyncClient", ' or "aiohttp"')

    def clients(self, trust_env: bool, count: int = POOLS) -> "list[httpx.AsyncClient]":
        """Return the client that was handed in; or `count` new ones of httpx, one of aiohttp.

        `trust_env` says whether new ones take a proxy from the environment.
        """
        import httpx

        if self.given is not None:
            return [self.given]
        if self._kind is not None:
            return _new_clients(self._kind, 1, trust_env)
        return _new_clients(httpx.AsyncClient, count, trust_env)

    def time_outs(
        self, wanted: dict[str, float]
    ) -> tuple[dict[str, float | None], float]:
        """Return time-outs for the transport, and a limit for silence as a whole."""
        if self._kind is None:
            return {**wanted}, inf
        # aiohttp does not limit sending, and its limit for reading also ends a read whose
        # data arrived while the process was stopped: ours takes its place.
        return {**wanted, "read": None}, wanted["read"]

    def content(
        self, body: bytes | None, on_chunk: Callable[[], None]
    ) -> "bytes | AsyncIterator[bytes] | None":
        """Return `body` in the form that the client sends best.

        `on_chunk` is called for each chunk that aiohttp takes.
        """
        if self._kind is None or body is None or len(body) <= CHUNK:
            return body
        return _chunks(body, on_chunk)


class ClientFactory:
    """Makes synchronous clients."""

    def __init__(self, wanted: "HttpClient | None") -> None:
        """Raise `TypeError` for an unusable choice."""
        self.given = wanted
        _check(wanted, "Client")

    def clients(self, trust_env: bool, count: int = POOLS) -> "list[httpx.Client]":
        """Return the client that was handed in, or `count` new ones.

        `trust_env` says whether new ones take a proxy from the environment.
        """
        import httpx

        if self.given is not None:
            return [self.given]
        return _new_clients(httpx.Client, count, trust_env)

    def time_outs(
        self, wanted: dict[str, float]
    ) -> tuple[dict[str, float | None], float]:
        """Return time-outs for the transport, and a limit for silence as a whole."""
        return {**wanted}, inf

    def content(self, body: bytes | None, on_chunk: Callable[[], None]) -> bytes | None:
        """Return `body` as it is."""
        return body


async def _chunks(body: bytes, on_chunk: Callable[[], None]) -> AsyncIterator[bytes]:
    for start in range(0, len(body), CHUNK):
        # Let the event loop read first: a server may have refused the body already.
        await asyncio.sleep(0)
        on_chunk()
        yield body[start : start + CHUNK]


def _aiohttp_client() -> "type[httpx.AsyncClient]":
    try:
        from httpx_aiohttp import HttpxAiohttpClient
    except ImportError as error:
        raise ImportError(
            'http_client="aiohttp" needs httpx-aiohttp: '
            'pip install "runcomfy-models[aiohttp]"'
        ) from error
    return HttpxAiohttpClient


def _check(given: object, kind: str, more: str = "") -> None:
    if given is None:
        return
    import httpx

    if not isinstance(given, getattr(httpx, kind)):
        raise TypeError(f"http_client has to be an httpx.{kind}{more}")


def _new_clients(
    kind: "Callable[..., ClientT]", count: int, trust_env: bool
) -> "list[ClientT]":
    """Return new clients of `kind`. Raises `RunComfyError` for an unusable environment."""
    import httpx

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=MAX_CALLS)
    try:
        # One TLS context for all: making it takes most of the time.
        tls = httpx.create_ssl_context(trust_env=trust_env)
        return [
            kind(limits=limits, trust_env=trust_env, verify=tls) for _ in range(count)
        ]
    except (ImportError, OSError, ValueError) as error:
        raise RunComfyError(
            "the proxy settings or certificates of the environment (HTTPS_PROXY, "
            f"SSL_CERT_FILE …) are not usable: {error}"
        ) from None
