"""Send an answer over a call's connection, or break the connection for real."""

import os
import socket
import struct
from asyncio import Transport, timeout

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from ..faults import Fault

_LINGER = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER, on, for 0 seconds: closing the connection sends a reset (RST)."""


class ClientConnection:
    """The connection of one call."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the arguments of an ASGI application."""
        # Put there by `_Protocol` in server.py.
        self._transport: Transport = scope["state"]["transport"]
        self._scope = scope
        self._receive = receive
        self._send = send

    async def answer(self, response: Response, fault: Fault) -> None:
        """Send `response`; reset or cut the connection instead if `fault` says so."""
        if fault.reset:
            await self.reset()
        elif fault.cut:
            await response(self._scope, self._receive, self._send_half)
            await self.closed()
        else:
            await response(self._scope, self._receive, self._send)

    async def reset(self) -> None:
        """Reset the connection (RST)."""
        connection = self._transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        self._transport.abort()
        await self.closed()

    async def closed(self, within: float | None = None) -> bool:
        """Wait for the connection to end; return False if it did not `within` seconds."""
        try:
            async with timeout(within):
                while (await self._receive())["type"] != "http.disconnect":
                    pass
        except TimeoutError:
            return False
        return True

    async def _send_half(self, message: Message) -> None:
        """Send the headers and half of the body's first piece, then close the connection."""
        if message["type"] == "http.response.start":
            await self._send(message)
        elif not self._transport.is_closing():
            half = message["body"][: len(message["body"]) // 2]
            await self._send({**message, "body": half, "more_body": True})
            self._transport.close()
