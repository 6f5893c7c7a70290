# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 41ffb836d27c2d39068791cf87a89a6a
"""How many calls a client makes at the same time; the others wait for their turn here.

A connection pool that is asked by a thousand tasks at once looks through all of them each
time a connection is free. Both classes are written by hand: waiting differs.
"""

import asyncio
import os
import threading
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

WIDTH = 32
"""Calls at a time, and connections that are kept."""


class AsyncGate(asyncio.Semaphore):
    """Lets `WIDTH` tasks through."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)

    @asynccontextmanager
    async def within(self, seconds: float) -> AsyncGenerator[None]:
        """Pass, or raise `TimeoutError` after `seconds`."""
        if self.locked():
            await asyncio.wait_for(self.acquire(), seconds)
        else:
            await self.acquire()
        try:
            yield
        finally:
            self.release()

    @staticmethod
    def home() -> object:
        """Where connections belong that are made now: this process, this event loop."""
        return os.getpid(), asyncio.get_running_loop()


class Gate(threading.Semaphore):
    """Lets `WIDTH` threads through."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)

    @contextmanager
    def within(self, seconds: float) -> Generator[None]:
        """Pass, or raise `TimeoutError` after `seconds`."""
        if not self.acquire(timeout=min(seconds, threading.TIMEOUT_MAX)):
            raise TimeoutError
        try:
            yield
        finally:
            self.release()

    @staticmethod
    def home() -> object:
        """Where connections belong that are made now: this process."""
        return os.getpid()
