"""The slot of a call: its permit, its connection pool, and its context variable."""

from collections.abc import Callable
from functools import partial

from ..http.calls import Call
from ..http.connection_errors import no_permit
from .call_state import CURRENT_CALL, AsyncCallState
from .connections import AsyncConnections
from .pool import AsyncPool


class AsyncCallSlot:
    """Takes a slot for one call, and releases it even if the call fails."""

    def __init__(self, connections: AsyncConnections, call: Call) -> None:
        """Take nothing yet."""
        self._connections = connections
        self._call = call
        self._permits = connections.permits(call.is_submission)
        self._undo: list[Callable[[], object]] = []

    async def wait(self, seconds: float) -> None:
        """Wait for a permit; raise `ConnectionFailed` if none becomes free in `seconds`."""
        try:
            self._undo.append(await self._permits.take(seconds))
        except TimeoutError:
            raise no_permit(self._call, seconds) from None

    def enter(self, state: AsyncCallState) -> AsyncPool:
        """Set `state` as the state of the current call, and return the pool for it."""
        # Each step can be undone before it is taken, since Ctrl-C may come between two lines.
        self._undo.append(partial(CURRENT_CALL.set, CURRENT_CALL.get()))
        CURRENT_CALL.set(state)
        pool = self._connections.pool()
        self._undo.append(partial(pool.calls.discard, state))
        pool.calls.add(state)
        return pool

    def leave(self) -> None:
        """Give back what was taken. If Ctrl-C interrupts it, call it again."""
        while self._undo:
            self._undo.pop()()
