"""The state of one call: its deadline, and whether it has been sent."""

from contextvars import ContextVar
from typing import Any

from ..timing import Deadline

REQUEST_STARTED = ".send_request_headers.started"
"""End of the name of the step before which nothing of a call is sent.

Source: httpcore's docs on its extension `trace`; the same for HTTP/1.1 and HTTP/2.
"""

TUNNEL_REQUESTS = (b"CONNECT ", b"\x05", b"\x01")
"""First bytes of a request for a tunnel through a proxy: HTTP, SOCKS, SOCKS's password."""


MAX_ANSWER = 64 * 2**20
"""Bytes; anything longer is not an answer of this API."""

MAX_LATE = 100
"""Chunks of an answer that are read after its time is over."""


class Endless(Exception):
    """An answer that is too large, or goes on after its time is over."""


class AsyncCallState:
    """The deadline of a call, and whether any of it has been sent."""

    def __init__(self, deadline: Deadline) -> None:
        """Start with nothing sent."""
        self.deadline = deadline
        self.begun: bool | None = None
        """Whether the call itself was begun, not only a tunnel through a proxy.

        None if the transport, being of another kind, does not say so.
        """
        self.status: int | None = None
        """HTTP status of the answer, once its head has arrived."""
        self.body = bytearray()
        """The part of the response body that has arrived."""
        self._late = 0
        self._is_traced = False

    def add(self, chunk: bytes) -> None:
        """Add a piece of the answer's body; raise `Endless` if it does not end."""
        self.body += chunk
        # When the time is over, reads no longer wait. What has arrived already is read all
        # the same: a process may have been stopped meanwhile.
        self._late += self.deadline.over
        if self._late > MAX_LATE or len(self.body) > MAX_ANSWER:
            raise Endless

    def trace_extension(self) -> dict[str, Any]:
        """Return the request extension by which httpcore reports each step of a call."""
        # With HTTP/2, streams are shared by several calls, and only httpcore knows which
        # one it is sending.
        self._is_traced = True
        return {"trace": self._on_step}

    def connecting(self) -> None:
        """Note that a stream of ours connects."""
        self._note(begun=False)

    def writing(self, data: bytes) -> None:
        """Note that a stream of ours sends `data`."""
        if data and not self._is_traced:
            self._note(not data.startswith(TUNNEL_REQUESTS))

    async def _on_step(self, name: str, info: dict[str, Any]) -> None:
        self._note(
            name.endswith(REQUEST_STARTED) and info["request"].method != b"CONNECT"
        )

    def _note(self, begun: bool) -> None:
        self.begun = self.begun or begun  # what was begun once stays begun


CURRENT_CALL: ContextVar[AsyncCallState | None] = ContextVar(
    "CURRENT_CALL", default=None
)
"""The call that is being made."""
