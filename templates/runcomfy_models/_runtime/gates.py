"""How many calls a client makes at the same time; the others wait for their turn here.

A connection pool that is asked by a thousand tasks at once looks through all of them each
time a connection is free.
"""

import asyncio
import threading

WIDTH = 32
"""Calls at a time, and connections."""


class AsyncGate(asyncio.Semaphore):
    """Lets `WIDTH` tasks through: `async with gate:`."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)


class Gate(threading.Semaphore):
    """Lets `WIDTH` threads through: `with gate:`."""

    def __init__(self) -> None:
        """An open gate."""
        super().__init__(WIDTH)
