# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e4d263fea6d1d5d5115819f94a366a2a
"""Which httpx client makes the calls: one that was handed in, or one of our own."""

from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from .errors import RunComfyError

if TYPE_CHECKING:
    import httpx

    AsyncHttpClient = httpx.AsyncClient | Literal["aiohttp"]
    HttpClient = httpx.Client

ClientT = TypeVar("ClientT")

WIDTH = 32
"""Connections that are kept, and calls at a time."""

LANES = 8
"""Clients of our own in an account."""

PIECE = 2**16
"""Bytes that are sent under one time-out: a large body may take longer than that."""


class AsyncChoice:
    """Of an asynchronous client. Written by hand: only here is there a faster transport."""

    def __init__(self, wanted: "AsyncHttpClient | None") -> None:
        """Raises `TypeError` for what is no choice, `ImportError` for what is missing."""
        self.given = None if wanted is None or wanted == "aiohttp" else wanted
        self._kind = _faster() if wanted == "aiohttp" else None
        _check(self.given, "AsyncClient", ' or "aiohttp"')

    def clients(self, trust_env: bool, count: int = LANES) -> "list[httpx.AsyncClient]":
        """The one that was handed in, or new ones: `count` of httpx, or one of aiohttp.

        `trust_env` is whether those take a proxy from the environment.
        """
        import httpx

        if self.given is not None:
            return [self.given]
        if self._kind is not None:
            return _made(self._kind, 1, trust_env)
        return _made(httpx.AsyncClient, count, trust_env)

    def content(self, body: bytes | None) -> "bytes | AsyncIterator[bytes] | None":
        """`body` as the client sends it best: aiohttp wants a large one in pieces."""
        if self._kind is None or body is None or len(body) <= PIECE:
            return body
        return _pieces(body)


class Choice:
    """Of a synchronous client."""

    def __init__(self, wanted: "HttpClient | None") -> None:
        """Raises `TypeError` for what is no choice."""
        self.given = wanted
        _check(wanted, "Client")

    def clients(self, trust_env: bool, count: int = LANES) -> "list[httpx.Client]":
        """The one that was handed in, or `count` new ones.

        `trust_env` is whether those take a proxy from the environment.
        """
        import httpx

        if self.given is not None:
            return [self.given]
        return _made(httpx.Client, count, trust_env)

    def content(self, body: bytes | None) -> bytes | None:
        """`body`, which httpx sends well as it is."""
        return body


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), PIECE):
        yield body[start : start + PIECE]


def _faster() -> "type[httpx.AsyncClient]":
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


def _made(
    kind: "Callable[..., ClientT]", count: int, trust_env: bool
) -> "list[ClientT]":
    """Clients of `kind`, which share their TLS: to make it takes most of the time.

    Raises `RunComfyError` for an environment that is of no use.
    """
    import httpx

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=WIDTH)
    try:
        tls = httpx.create_ssl_context(trust_env=trust_env)
        return [
            kind(limits=limits, trust_env=trust_env, verify=tls) for _ in range(count)
        ]
    except (ImportError, OSError, ValueError) as error:
        raise RunComfyError(
            "the proxy settings or certificates of the environment (HTTPS_PROXY, "
            f"SSL_CERT_FILE …) are not usable: {error}"
        ) from None
