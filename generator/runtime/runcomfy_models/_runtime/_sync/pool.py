"""One connection pool of an account: an httpx client, and the calls that it is making."""

from typing import TYPE_CHECKING, Any

from ..concurrency import TimeLimit
from ..http.calls import HttpRequest
from .call_state import CallState
from .network_backend import keep_deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from ..http.clients import ClientFactory

MAX_LOAD = 4
"""Calls at a time from which on the next pool is used.

httpcore looks through all connections of a pool for each call: with 32 that takes as long as
the call itself, with 4 it does not show.
"""


class Pool:
    """An httpx client, and the calls that it is making."""

    def __init__(self, http: "httpx.Client", factory: "ClientFactory") -> None:
        """Use `http`, a client of `factory`."""
        self.http = http
        self._factory = factory
        self._is_reported = keep_deadlines(http) and factory.given is None
        self.calls: set[CallState] = set()
        """The calls that it is making."""

    @property
    def load(self) -> int:
        """The number of calls that it is making."""
        return len(self.calls)

    def exchange(
        self,
        call: HttpRequest,
        authorize: "Callable[[httpx.Request], httpx.Request]",
        state: CallState,
    ) -> "httpx.Response":
        """Send `call` and read the answer into `state`; return its head.

        `authorize` adds the token when all else is done.
        """
        each, pause = self._factory.time_outs(call.time_outs)
        extensions: dict[str, Any] = {"timeout": each}
        if not self._is_reported:
            extensions |= state.trace_extension()
        with TimeLimit(state.deadline.seconds, pause) as limit:
            request = self._request(call, extensions, limit.restart)
            response = self.http.send(
                request, stream=True, auth=authorize, follow_redirects=False
            )
            state.status = response.status_code
            try:
                for chunk in response.iter_bytes():
                    limit.restart()
                    state.add(chunk)
            finally:
                response.close()
        return response

    def _request(
        self,
        call: HttpRequest,
        extensions: dict[str, Any],
        on_chunk: "Callable[[], None]",
    ) -> "httpx.Request":
        headers, body = call.headers, call.body
        if body is not None:  # in case it is sent in chunks
            headers = {**headers, "Content-Length": str(len(body))}
        return self.http.build_request(
            call.method,
            call.url,
            headers=headers,
            content=self._factory.content(body, on_chunk),
            extensions=extensions,
        )
