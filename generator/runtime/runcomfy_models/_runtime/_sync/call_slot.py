"""The slot of a call: its permit, its connection pool, and its context variable."""

from collections.abc import Callable
from functools import partial

from ..http.calls import Call
from ..http.connection_errors import no_permit
from .call_state import CURRENT_CALL, CallState
from .connections import Connections
from .pool import Pool


class CallSlot:
    """Takes a slot for one call, and releases it even if the call fails."""

    def __init__(self, connections: Connections, call: Call) -> None:
        """Take nothing yet."""
        self._connections = connections
        self._call = call
        self._permits = connections.permits(call.is_submission)
        self._undo: list[Callable[[], object]] = []

    def wait(self, seconds: float) -> None:
        """Wait for a permit; raise `ConnectionFailed` if none becomes free in `seconds`."""
        try:
            self._undo.append(self._permits.take(seconds))
        except TimeoutError:
            raise no_permit(self._call, seconds) from None

    def enter(self, state: CallState) -> Pool:
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
