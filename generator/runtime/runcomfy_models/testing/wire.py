"""The connection behind a call: breaking it for real."""

import os
import socket
import struct
from asyncio import Transport, timeout

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from .faults import Fault

_AT_ONCE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER, on, no seconds: closing sends a reset in place of an end."""


class Wire:
    """One call's way back to its client."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The server puts the transport into the state of the scope."""
        self._transport: Transport = scope["state"]["transport"]
        self._scope = scope
        self._receive = receive
        self._send = send

    async def answer(self, response: Response, fault: Fault) -> None:
        """Send `response`, as far as `fault` lets it through."""
        if fault.reset:
            await self.reset()
        elif fault.cut:
            await response(self._scope, self._receive, self._send_half)
            await self.closed()
        else:
            await response(self._scope, self._receive, self._send)

    async def reset(self) -> None:
        """Reset the connection (RST): what was not read yet is thrown away."""
        connection = self._transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self._transport.abort()
        await self.closed()

    async def closed(self, within: float | None = None) -> bool:
        """Wait for the connection to end; False where it did not `within` seconds."""
        try:
            async with timeout(within):
                while (await self._receive())["type"] != "http.disconnect":
                    pass
        except TimeoutError:
            return False
        return True

    async def _send_half(self, message: Message) -> None:
        """Send the first half of the first piece of a body, and end the connection."""
        if message["type"] == "http.response.start":
            await self._send(message)
        elif not self._transport.is_closing():
            half = message["body"][: len(message["body"]) // 2]
            await self._send({**message, "body": half, "more_body": True})
            self._transport.close()
