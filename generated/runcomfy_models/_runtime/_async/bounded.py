# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8fdb0f544330686663b2cebc2a064955
"""A limit for a whole HTTP call, which httpx does not have: its time-outs are for one read.

A server that sends a byte now and then would hold a call for hours. Every read passes the
network backend of httpcore, so that is where what is left of the call's time is looked up.
"""

from typing import TYPE_CHECKING, Any

from ..http_clients import PIECE
from .sending import CALL

if TYPE_CHECKING:
    import httpx

SHORTEST = 0.001
"""Seconds; a time-out of zero would mean something else to a socket."""

POST = b"POST "
"""How a call begins that has a body, be it an empty one: httpcore writes head and body apart.
No frame of HTTP/2 begins like that."""


def bind(http: "httpx.AsyncClient") -> bool:
    """Make `http` respect `CALL`, and tell it what is sent.

    False where it does not, at least in part: it has a transport of its own kind.
    """
    mounted: dict[object, Any] = getattr(http, "_mounts", {})
    proxies = [transport for transport in mounted.values() if transport is not None]
    bounded = [_bind(each) for each in (getattr(http, "_transport", None), *proxies)]
    return all(bounded)


def transport_of(
    http: "httpx.AsyncClient", url: "httpx.URL"
) -> "httpx.AsyncBaseTransport | None":
    """The transport by which `http` reaches `url`, through a proxy or not.

    None where it does not tell.
    """
    choose: Any = getattr(http, "_transport_for_url", None)
    return choose(url) if choose else None


def _bind(transport: Any) -> bool:
    pool: Any = getattr(transport, "_pool", None)
    backend: Any = getattr(pool, "_network_backend", None)
    if backend is not None and not isinstance(backend, AsyncBackend):
        pool._network_backend = AsyncBackend(backend)
    return backend is not None


class AsyncBackend:
    """A network backend of httpcore whose streams are bounded."""

    def __init__(self, backend: Any) -> None:
        """Around the one that httpcore has chosen."""
        self._backend = backend

    async def connect_tcp(self, *arguments: Any, **keywords: Any) -> "AsyncStream":
        """Connect; httpx has a limit for that."""
        if sending := CALL.get():
            sending.connecting()
        return AsyncStream(await self._backend.connect_tcp(*arguments, **keywords))

    def __getattr__(self, name: str) -> Any:
        """Everything else is the backend's."""
        return getattr(self._backend, name)


class AsyncStream:
    """A network stream of httpcore that waits no longer than the call may last."""

    def __init__(self, stream: Any) -> None:
        """Around the one that was connected."""
        self._stream = stream
        self._head = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has arrived."""
        data: bytes = await self._stream.read(max_bytes, _left(timeout))
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send; the head of a call waits for its body, to leave in one packet with it."""
        if not (buffer or self._head):
            return
        if sending := CALL.get():
            sending.writing(buffer)
        if buffer.startswith(POST) and not self._head:
            self._head = buffer
            return
        first, self._head = self._head + buffer[:PIECE], b""
        await self._stream.write(first, _left(timeout))
        for start in range(PIECE, len(buffer), PIECE):
            await self._stream.write(buffer[start : start + PIECE], _left(timeout))

    async def start_tls(self, *arguments: Any, **keywords: Any) -> "AsyncStream":
        """The same stream, encrypted."""
        return AsyncStream(await self._stream.start_tls(*arguments, **keywords))

    def __getattr__(self, name: str) -> Any:
        """Everything else is the stream's."""
        return getattr(self._stream, name)


def _left(timeout: float | None) -> float | None:
    sending = CALL.get()
    if sending is None:
        return timeout
    left = max(sending.deadline.left(), SHORTEST)
    return left if timeout is None else min(timeout, left)
