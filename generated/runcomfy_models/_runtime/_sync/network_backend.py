# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2837902999927588fae0aa7fa2bff45b
"""A network backend of httpcore that keeps the deadline of a whole call.

The timeouts of httpx apply to single reads: a server that sends a byte now and then could
hold a call for hours. Each read and write goes through the network backend, which limits it
to the time that the call has left.
"""

from typing import TYPE_CHECKING, Any

from ..http.clients import CHUNK_BYTES
from ..http.streams import MIN_READ_TIMEOUT, EarlyReader, TimedRead
from ..private_names import wrap_network_backends
from .call_state import CURRENT_CALL

if TYPE_CHECKING:
    import httpx

POST = b"POST "
"""The beginning of a call with a body, even an empty one. No frame of HTTP/2 begins like this."""


def keep_deadlines(http: "httpx.Client") -> bool:
    """Make `http` keep the deadline of `CURRENT_CALL`, and report what is sent.

    Returns False if it has a transport of another kind, which does neither.
    """
    return wrap_network_backends(http, _wrapped)


def _wrapped(backend: Any) -> "Backend":
    return backend if isinstance(backend, Backend) else Backend(backend)


class Backend:
    """A network backend of httpcore whose streams keep the deadline of a call."""

    def __init__(self, backend: Any) -> None:
        """Wrap the backend that httpcore has chosen."""
        self._backend = backend

    def connect_tcp(self, host: str, port: int, **settings: Any) -> "Stream":
        """Connect, within httpx's own limit."""
        if call := CURRENT_CALL.get():
            call.connecting(host, port)
        return Stream(self._backend.connect_tcp(host, port, **settings))

    def __getattr__(self, name: str) -> Any:
        """Forward everything else."""
        return getattr(self._backend, name)


class Stream:
    """A network stream of httpcore that keeps the deadline of a call."""

    def __init__(self, stream: Any) -> None:
        """Wrap a connected stream."""
        self._stream = stream
        self._head = b""
        self._early_data = b""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has arrived."""
        if self._early_data:
            data, self._early_data = self._early_data, b""
            return data
        return TimedRead.read(self._stream, max_bytes, _limited(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`; a large one in chunks, with a timeout for each chunk."""
        if not (buffer or self._head):
            return
        if call := CURRENT_CALL.get():
            call.writing(buffer)
        # httpcore writes the head and the body separately. The head waits for its body here,
        # so that both leave in one packet.
        if buffer.startswith(POST) and not self._head:
            self._head = buffer
            return
        first, self._head = self._head + buffer[:CHUNK_BYTES], b""
        self._stream.write(first, _limited(timeout))
        if len(buffer) > CHUNK_BYTES:
            self._write_rest(buffer, timeout)

    def _write_rest(self, buffer: bytes, timeout: float | None) -> None:
        """Send what follows the first chunk, and keep what the server answers meanwhile."""
        reader = EarlyReader(self._stream, CHUNK_BYTES)
        try:
            with reader:
                for start in range(CHUNK_BYTES, len(buffer), CHUNK_BYTES):
                    reader.yield_to_loop()
                    chunk = buffer[start : start + CHUNK_BYTES]
                    self._stream.write(chunk, _limited(timeout))
        finally:
            self._early_data = reader.data

    def start_tls(self, *arguments: Any, **keywords: Any) -> "Stream":
        """Return the same stream, encrypted."""
        return Stream(self._stream.start_tls(*arguments, **keywords))

    def __getattr__(self, name: str) -> Any:
        """Forward everything else."""
        return getattr(self._stream, name)


def _limited(timeout: float | None) -> float | None:
    """Return `timeout`, or what the call has left if that is less; in seconds."""
    call = CURRENT_CALL.get()
    if call is None:
        return timeout
    left = max(call.deadline.left(), MIN_READ_TIMEOUT)
    return left if timeout is None else min(timeout, left)
