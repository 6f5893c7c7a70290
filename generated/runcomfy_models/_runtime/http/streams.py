# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c973085f42984187cb50a8d3a2f8f1d5
"""Read from a network stream of httpcore, within a time limit, or while a body is being sent.

Written twice by hand, as the classes of `concurrency.py`: the two sides wait in different ways.
"""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from ..concurrency import AsyncTimeLimit

MIN_READ_TIMEOUT = 0.001
"""Seconds of a read when no time is left; zero would make a socket non-blocking."""


class AsyncTimedRead:
    """Read from a network stream of httpcore, within a time limit."""

    @staticmethod
    async def read(stream: Any, max_bytes: int, timeout: float | None) -> bytes:
        """Return what arrives next; raise the stream's own error after `timeout` seconds."""
        if timeout is not None and timeout > MIN_READ_TIMEOUT:
            try:
                async with AsyncTimeLimit(timeout):
                    data: bytes = await stream.read(max_bytes)
                    return data
            except TimeoutError:
                timeout = MIN_READ_TIMEOUT  # raises the right error if nothing is there
        data = await stream.read(max_bytes, timeout)
        return bytes(data)


class TimedRead:
    """Read from a network stream of httpcore, within a time limit."""

    @staticmethod
    def read(stream: Any, max_bytes: int, timeout: float | None) -> bytes:
        """Return what arrives next; raise the stream's own error after `timeout` seconds."""
        data: bytes = stream.read(max_bytes, timeout)
        return data


class AsyncEarlyReader:
    """Reads while a large body is being sent: a server may refuse it early, and disconnect."""

    def __init__(self, stream: Any, max_bytes: int) -> None:
        """Read up to `max_bytes` from a network stream of httpcore."""
        self._stream = stream
        self._max_bytes = max_bytes
        self.data = b""
        """The bytes that have arrived."""

    async def __aenter__(self) -> Self:
        """Start reading."""
        # An event loop closes a socket that it cannot write to, and drops what it has not
        # read yet. A copy of the socket keeps that, unless it is encrypted.
        is_plain = self._stream.get_extra_info("ssl_object") is None
        socket = self._stream.get_extra_info("socket")
        self._socket_copy = socket.dup() if is_plain else None
        self._task: asyncio.Task[bytes] = asyncio.ensure_future(
            self._stream.read(self._max_bytes)
        )
        return self

    async def yield_to_loop(self) -> None:
        """Let the event loop read before more is sent, which may fail."""
        await asyncio.sleep(0)

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop reading; what has arrived is in `data`."""
        self._task.cancel()
        await asyncio.wait([self._task])
        if not self._task.cancelled() and self._task.exception() is None:
            self.data = self._task.result()
        if self._socket_copy is not None:
            with self._socket_copy as copy, suppress(OSError):
                copy.setblocking(False)
                while error and (more := copy.recv(self._max_bytes)):
                    self.data += more


class EarlyReader:
    """Reads nothing early: a socket keeps what has arrived."""

    def __init__(self, stream: Any, max_bytes: int) -> None:
        """Take the same arguments as `AsyncEarlyReader`."""
        self.data = b""

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def yield_to_loop(self) -> None:
        """Do nothing."""

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Do nothing."""
