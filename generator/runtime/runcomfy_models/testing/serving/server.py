"""Run uvicorn in a thread, on loopback; it starts and stops in milliseconds."""

import asyncio
import socket
import threading
from typing import cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HOST = "127.0.0.1"

TIMEOUT = 10.0
"""Seconds for the server to start, and to stop."""


class Server:
    """Serves an ASGI application on two ports until it is stopped."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        """Listen on `port` (0 for any free one) and on a second, free port.

        Raises `OSError` if the port is in use.
        """
        self._sockets = [_listening(port), _listening(0)]
        self._server = _Uvicorn(_config(app))
        self._thread = threading.Thread(
            target=self._server.run, args=(self._sockets,), daemon=True
        )

    @property
    def origins(self) -> tuple[str, str]:
        """The base URLs of both ports."""
        first, second = (server.getsockname()[1] for server in self._sockets)
        return f"http://{HOST}:{first}", f"http://{HOST}:{second}"

    def start(self) -> None:
        """Start the thread, and return once calls are answered."""
        self._thread.start()
        if not self._server.ready.wait(TIMEOUT):
            raise RuntimeError("the simulator's server did not start")

    def stop(self) -> None:
        """Break open connections, and return once the thread has ended."""
        self._server.end()
        self._thread.join(TIMEOUT)


class _Protocol(H11Protocol):
    """Gives the application access to its connection, so that it can break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # An answer is sent in two pieces, and Nagle's algorithm would hold back the second.
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.app_state = {**self.app_state, "transport": transport}


class _Uvicorn(uvicorn.Server):
    """A server that waits for an event instead of polling ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._over = asyncio.Event()
        self.ready.set()
        await self._over.wait()

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        # Not uvicorn's own shutdown, which waits for open connections.
        for connection in list(self.server_state.connections):
            cast(H11Protocol, connection).transport.abort()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=1)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_Protocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        date_header=False,
        server_header=False,
    )


def _listening(port: int) -> socket.socket:
    return socket.create_server((HOST, port))
