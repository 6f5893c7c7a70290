"""The state of one call: its deadline, whether it has been sent, what has arrived."""

from contextvars import ContextVar
from typing import Any

from ..timing import Deadline

REQUEST_STARTED = ".send_request_headers.started"
"""End of the name of the trace event that precedes the first byte of a call.

Source: httpcore's docs on its extension `trace`; the same for HTTP/1.1 and HTTP/2.
"""

TUNNEL_REQUESTS = (b"CONNECT ", b"\x05", b"\x01")
"""First bytes of a request for a tunnel through a proxy: HTTP, SOCKS, SOCKS's password."""


MAX_ANSWER = 64 * 2**20
"""Bytes of an answer; anything longer does not come from this API."""

MAX_LATE_CHUNKS = 100
"""Chunks of an answer that are read after its deadline."""


class AnswerTooLong(Exception):
    """The answer is too large, or goes on after its deadline."""


class AsyncCallState:
    """The deadline of a call, whether it has been sent, and the part of its answer so far."""

    def __init__(self, deadline: Deadline) -> None:
        """Start with nothing sent."""
        self.deadline = deadline
        self.sending_started: bool | None = None
        """Whether sending the call itself has started, not only a tunnel through a proxy.

        None if the transport is not one that reports this.
        """
        self.peer: tuple[str, int] | None = None
        """Host and port of the last connection that was opened: the service's, or a proxy's."""
        self.status: int | None = None
        """HTTP status of the answer, once its head has arrived."""
        self.body = bytearray()
        """The part of the response body that has arrived."""
        self._late_chunks = 0
        self._is_traced = False

    def add(self, chunk: bytes) -> None:
        """Add a piece of the answer's body; raise `AnswerTooLong` if it does not end."""
        self.body += chunk
        # After the deadline, reads no longer wait. Data that has already arrived is still
        # read: the process may have been stopped for a while.
        self._late_chunks += self.deadline.is_over
        if self._late_chunks > MAX_LATE_CHUNKS or len(self.body) > MAX_ANSWER:
            raise AnswerTooLong

    def trace_extension(self) -> dict[str, Any]:
        """Return the request extension by which httpcore reports each step of a call."""
        # With HTTP/2, streams are shared by several calls, and only httpcore knows which
        # one it is sending.
        self._is_traced = True
        return {"trace": self._on_step}

    def connecting(self, host: str, port: int) -> None:
        """Note that one of our network streams connects to `host` and `port`."""
        self.peer = host, port
        self._note(started=False)

    def writing(self, data: bytes) -> None:
        """Note that one of our network streams sends `data`."""
        if data and not self._is_traced:
            self._note(not data.startswith(TUNNEL_REQUESTS))

    async def _on_step(self, name: str, info: dict[str, Any]) -> None:
        self._note(
            name.endswith(REQUEST_STARTED) and info["request"].method != b"CONNECT"
        )

    def _note(self, started: bool) -> None:
        self.sending_started = self.sending_started or started


CURRENT_CALL: ContextVar[AsyncCallState | None] = ContextVar(
    "CURRENT_CALL", default=None
)
"""The call that is being made."""
