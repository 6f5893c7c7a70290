# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: af6262eb6bafe77830d91fcd07365f2d
"""One call while it is made: the end of its time, and whether it has gone out."""

from contextvars import ContextVar
from typing import Any

from ..timing import Deadline

BEGINS = ".send_request_headers.started"
"""How the name of the step ends before which nothing of a call was sent.

Source: httpcore's docs on its extension `trace`; the same for HTTP/1.1 and HTTP/2.
"""

TO_A_PROXY = (b"CONNECT ", b"\x05", b"\x01")
"""How bytes begin that ask a proxy for a tunnel: by HTTP, by SOCKS, with its password."""


class AsyncSending:
    """Notes what becomes of one call."""

    def __init__(self, deadline: Deadline) -> None:
        """Nothing has happened yet."""
        self.deadline = deadline
        self.begun: bool | None = None
        """Whether the call itself was begun, and not only a tunnel through a proxy.

        None where nobody tells: a transport of another kind.
        """
        self._is_traced = False

    def traced(self) -> dict[str, Any]:
        """The extension of a request by which httpcore tells; it knows more than a stream."""
        self._is_traced = True
        return {"trace": self._step}

    def connecting(self) -> None:
        """Note a step before the call; a stream of ours tells."""
        self._note(begun=False)

    def writing(self, data: bytes) -> None:
        """Note what is sent; a stream of ours tells."""
        if data and not self._is_traced:
            self._note(not data.startswith(TO_A_PROXY))

    async def _step(self, name: str, info: dict[str, Any]) -> None:
        self._note(name.endswith(BEGINS) and info["request"].method != b"CONNECT")

    def _note(self, begun: bool) -> None:
        """What was begun once stays begun."""
        self.begun = self.begun or begun


CALL: ContextVar[AsyncSending | None] = ContextVar("CALL", default=None)
"""The call that is being made."""
