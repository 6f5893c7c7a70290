# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: baac9fa64e387efe6aa3bc4348753eb4
"""How many calls a client makes at the same time; the others wait for their turn here.

A connection pool that is asked by a thousand tasks at once looks through all of them each
time a connection is free. Both classes are written by hand: waiting differs.
"""

import asyncio
import os
import threading
from types import TracebackType

from .calls import Call
from .connection import no_turn
from .http_clients import WIDTH


class AsyncGate(asyncio.Semaphore):
    """Lets `WIDTH` tasks through."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)

    @staticmethod
    def home() -> object:
        """Where connections belong that are made now: this process, this event loop."""
        return os.getpid(), asyncio.get_running_loop()


class AsyncTurn:
    """A turn of a call at a gate; `ConnectionFailed` if it does not come in `seconds`."""

    def __init__(self, gate: AsyncGate, call: Call, seconds: float) -> None:
        """Nothing is waited for yet."""
        self._gate = gate
        self._call = call
        self._seconds = seconds

    async def __aenter__(self) -> None:
        """Wait for it."""
        if not self._gate.locked():
            await self._gate.acquire()
            return
        try:
            # Not `wait_for`, which up to Python 3.11 may swallow a cancellation.
            async with asyncio.timeout(self._seconds):
                await self._gate.acquire()
        except TimeoutError:
            raise no_turn(self._call, self._seconds) from None

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """The next one's turn."""
        self._gate.release()


class Gate(threading.Semaphore):
    """Lets `WIDTH` threads through."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)

    @staticmethod
    def home() -> object:
        """Where connections belong that are made now: this process."""
        return os.getpid()


class Turn:
    """A turn of a call at a gate; `ConnectionFailed` if it does not come in `seconds`."""

    def __init__(self, gate: Gate, call: Call, seconds: float) -> None:
        """Nothing is waited for yet."""
        self._gate = gate
        self._call = call
        self._seconds = seconds

    def __enter__(self) -> None:
        """Wait for it."""
        if not self._gate.acquire(timeout=min(self._seconds, threading.TIMEOUT_MAX)):
            raise no_turn(self._call, self._seconds)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """The next one's turn."""
        self._gate.release()
