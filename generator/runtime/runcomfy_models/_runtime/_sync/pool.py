"""One connection pool of an account."""

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
"""Calls of a pool at the same time, beyond which the next pool is used.

httpcore looks through all connections of a pool for each call: with 32 that takes as long as
the call itself, with 4 it cannot be measured.
"""


class Pool:
    """An httpx client, and the calls that it is making."""

    def __init__(self, http: "httpx.Client", factory: "ClientFactory") -> None:
        """Use `http`, a client of `factory`."""
        self.http = http
        self._factory = factory
        self._reports_sending = keep_deadlines(http) and factory.user_client is None
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
        time_outs, max_pause = self._factory.time_outs(call.time_outs)
        extensions: dict[str, Any] = {"timeout": time_outs}
        if not self._reports_sending:
            extensions |= state.trace_extension()
        with TimeLimit(state.deadline.seconds, max_pause) as limit:
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
        url, _, query = call.url.partition("?")
        if body is not None:  # httpx does not know the length of chunks
            headers = {**headers, "Content-Length": str(len(body))}
        return self.http.build_request(
            call.method,
            url,
            # Not in the URL: there, the `params` of a client that was passed in replace them.
            params=query or None,
            headers=headers,
            content=self._factory.content(body, on_chunk),
            extensions=extensions,
        )
