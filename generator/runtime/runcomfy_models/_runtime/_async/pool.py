"""One connection pool of an account: an httpx client, and the calls that it is making."""

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from .call_state import AsyncCallState
from .network_backend import keep_deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from ..http.clients import AsyncClientFactory

BUSY = 4
"""Calls at a time from which on the next pool is used.

httpcore looks through all connections of a pool for each call: with 32 that takes as long as
the call itself, with 4 it does not show.
"""


class AsyncPool:
    """An httpx client, and the number of calls that it is making."""

    def __init__(
        self, http: "httpx.AsyncClient", factory: "AsyncClientFactory"
    ) -> None:
        """Use `http`, a client of `factory`."""
        self.http = http
        self._factory = factory
        self._is_reported = keep_deadlines(http) and factory.given is None
        self._calls: list[None] = []  # a list, since threads change it at the same time

    @property
    def calls(self) -> int:
        """The number of calls that it is making."""
        return len(self._calls)

    async def __aenter__(self) -> Self:
        """Count a call."""
        self._calls.append(None)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Count it out again."""
        self._calls.pop()

    async def send(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        body: bytes | None,
        timeouts: dict[str, float],
        authorize: "Callable[[httpx.Request], httpx.Request]",
        state: AsyncCallState,
    ) -> "httpx.Response":
        """Send a request and return the answer with its body unread.

        `authorize` adds the token when all else is done; `state` gets what is sent.
        """
        extensions: dict[str, Any] = {"timeout": timeouts}
        if not self._is_reported:
            extensions |= state.trace_extension()
        if body is not None:  # in case it is sent in chunks
            headers = {**headers, "Content-Length": str(len(body))}
        request = self.http.build_request(
            method,
            url,
            headers=headers,
            content=self._factory.content(body),
            extensions=extensions,
        )
        return await self.http.send(
            request, stream=True, auth=authorize, follow_redirects=False
        )
