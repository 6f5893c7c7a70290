# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2a309f0a359751f0e071ebef21052ee7
"""Make the HTTP clients for calls, or use the one that the user passed in."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from ..errors import RunComfyError
from .certificates import tls_context
from .cookies import without_cookies
from .environment_proxies import environment_proxies
from .libraries import HTTPX, HttpLibrary, find_library, library_of
from .origin import is_plain

if TYPE_CHECKING:
    import httpx
    import httpx2

    AsyncHttpClient = (
        httpx.AsyncClient | httpx2.AsyncClient | Literal["aiohttp", "httpx2"]
    )
    HttpClient = httpx.Client | httpx2.Client | Literal["httpx2"]

ClientT = TypeVar("ClientT")

MAX_CALLS = 32
"""Calls that a client makes at the same time, and connections that it keeps."""

POOLS = 8
"""Connection pools of an account: each is a client of our own."""

CHUNK_BYTES = 2**16
"""Bytes that are sent under one timeout: a large body may take longer than that."""


class AsyncClientFactory:
    """Makes asynchronous clients, also over aiohttp, the faster transport."""

    def __init__(self, choice: "AsyncHttpClient | None") -> None:
        """Raise `TypeError` for an unusable choice, `ImportError` for a missing library."""
        self.name = _library_name(choice, "async_client", ("httpx2", "aiohttp"))
        self._is_aiohttp = self.name == "aiohttp"
        is_client = not (choice is None or isinstance(choice, str))
        self.user_client = cast("httpx.AsyncClient", choice) if is_client else None

    @cached_property
    def library(self) -> HttpLibrary:
        """The library of the clients."""
        return find_library(self.name)

    def clients(self, url: str, count: int = POOLS) -> "list[httpx.AsyncClient]":
        """Return the client that was passed in, or `count` new ones; of aiohttp only one.

        They are for `url` and what it redirects to. Raises `RunComfyError` for an unusable
        environment.
        """
        if self.user_client is not None:
            return [self.user_client]
        http, count = self.library, 1 if self._is_aiohttp else count
        return _new_clients(http, http.async_client, http.async_transport, url, count)

    def for_files(self) -> "AsyncClientFactory":
        """Return the factory of the clients for downloads."""
        return AsyncClientFactory("httpx2" if self.name == "httpx2" else None)

    def timeouts(
        self, seconds: dict[str, float]
    ) -> tuple[dict[str, float | None], float]:
        """Return timeouts for the transport, and a limit for each pause of the answer."""
        if not self._is_aiohttp:
            return {**seconds}, inf
        # aiohttp does not limit sending, and its limit for reading also ends a read whose
        # data arrived while the process was stopped: ours takes its place.
        return {**seconds, "read": None}, seconds["read"]

    def content(
        self, body: bytes | None, on_chunk: Callable[[], None]
    ) -> "bytes | AsyncIterator[bytes] | None":
        """Return `body` in the form that the client sends best.

        `on_chunk` is called for each chunk that aiohttp takes.
        """
        if not self._is_aiohttp or body is None or len(body) <= CHUNK_BYTES:
            return body
        return _chunks(body, on_chunk)


class ClientFactory:
    """Makes synchronous clients."""

    def __init__(self, choice: "HttpClient | None") -> None:
        """Raise `TypeError` for an unusable choice, `ImportError` for a missing library."""
        self.name = _library_name(choice, "client", ("httpx2",))
        is_client = not (choice is None or isinstance(choice, str))
        self.user_client = cast("httpx.Client", choice) if is_client else None

    @cached_property
    def library(self) -> HttpLibrary:
        """The library of the clients."""
        return find_library(self.name)

    def clients(self, url: str, count: int = POOLS) -> "list[httpx.Client]":
        """Return the client that was passed in, or `count` new ones.

        They are for `url` and what it redirects to. Raises `RunComfyError` for an unusable
        environment.
        """
        if self.user_client is not None:
            return [self.user_client]
        http = self.library
        return _new_clients(http, http.client, http.transport, url, count)

    def for_files(self) -> "ClientFactory":
        """Return the factory of the clients for downloads."""
        return ClientFactory("httpx2" if self.name == "httpx2" else None)

    def timeouts(
        self, seconds: dict[str, float]
    ) -> tuple[dict[str, float | None], float]:
        """Return timeouts for the transport, and a limit for each pause of the answer."""
        return {**seconds}, inf

    def content(self, body: bytes | None, on_chunk: Callable[[], None]) -> bytes | None:
        """Return `body`."""
        return body


async def _chunks(body: bytes, on_chunk: Callable[[], None]) -> AsyncIterator[bytes]:
    for start in range(0, len(body), CHUNK_BYTES):
        # Let the event loop read first: the server may have refused the body already.
        await asyncio.sleep(0)
        on_chunk()
        yield body[start : start + CHUNK_BYTES]


def _library_name(choice: object, attribute: str, names: tuple[str, ...]) -> str:
    """Return the name of the library that `choice` stands for.

    `choice` is None, one of `names`, or a client of the class that a library has as `attribute`.
    """
    if choice is None:
        return HTTPX
    if isinstance(choice, str) and choice in names:
        return find_library(choice).name
    made_by = library_of(choice)
    if made_by is None or not isinstance(choice, getattr(made_by, attribute)):
        name = attribute.title().replace("_", "")
        listed = " or ".join(map(repr, names))
        raise TypeError(
            f"http_client has to be an httpx.{name}, an httpx2.{name}, or {listed}"
        )
    return made_by.name


def _new_clients(
    library: HttpLibrary,
    client_class: type[ClientT],
    transport: Callable[..., object],
    url: str,
    count: int,
) -> "list[ClientT]":
    # A proxy of the environment must not see an unencrypted call.
    trust_env = not is_plain(url)
    # One TLS context for all: making it takes most of the time.
    tls = tls_context(library, trust_env)
    proxies = environment_proxies(library, url, tls) if trust_env else {}
    limits = library.limits(max_connections=None, max_keepalive_connections=MAX_CALLS)
    settings = {"limits": limits, "verify": tls, "trust_env": False}
    new_client = without_cookies(client_class, library.cookies)
    headers = {"User-Agent": library.user_agent}
    try:
        return [
            new_client(
                headers=headers,
                trust_env=False,
                transport=transport(**settings),
                mounts=_mounts(proxies, transport, settings),
            )
            for _ in range(count)
        ]
    except ImportError as error:  # SOCKS needs another library
        raise RunComfyError(
            f"the proxy (HTTPS_PROXY or ALL_PROXY) is not usable: {error}"
        ) from None


def _mounts(
    proxies: Mapping[str, object],
    transport: Callable[..., object],
    settings: Mapping[str, object],
) -> dict[str, object]:
    """Return a transport for each pattern of URLs that has a proxy; None for no proxy."""
    return {
        pattern: proxy and transport(proxy=proxy, **settings)
        for pattern, proxy in proxies.items()
    }
