# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c33418f652bbd27601b9fffa8805056e
"""Calls made through one httpx client, of which an account has several.

A pool of httpcore looks through all of its connections for each call: at 32 that takes as long
as the call itself, at four it does not show.
"""

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from .bounded import bind, transport_of
from .sending import Sending

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from ..http_clients import Choice

NARROW = 4
"""Calls under way, from which on the next lane is taken."""


class Lane:
    """One client, and the calls that are under way in it."""

    def __init__(self, http: "httpx.Client", choice: "Choice") -> None:
        """With one of the clients of `choice`."""
        self.http = http
        self._choice = choice
        # One that was handed in may speak HTTP/2, where no stream tells a call from others.
        self._streams_tell = bind(http) and not choice.given
        self._headers = dict(http.headers)
        self._under_way: list[None] = []  # a list, since threads may count at once

    @property
    def calls(self) -> int:
        """How many are under way."""
        return len(self._under_way)

    def __enter__(self) -> Self:
        """One more call."""
        self._under_way.append(None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """One less."""
        self._under_way.pop()

    def request(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        body: bytes | None,
        extensions: dict[str, Any],
        sending: Sending,
    ) -> "httpx.Request":
        """A request as the client makes it, which tells `sending` what becomes of it.

        A client that was handed in may add to it what it likes. Our own has nothing to add
        but headers, so that the rest of its work is saved.
        """
        import httpx

        if not self._streams_tell:
            extensions = {**extensions, **sending.traced()}
        if self._choice.given is not None:
            return self.http.build_request(
                method, url, headers=headers, content=body, extensions=extensions
            )
        lower = {name.lower(): value for name, value in headers.items()}
        if body is not None:
            lower["content-length"] = str(len(body))
        return httpx.Request(
            method,
            url,
            headers={**self._headers, **lower},
            content=self._choice.content(body),
            extensions=extensions,
        )

    def send(
        self,
        request: "httpx.Request",
        authorize: "Callable[[httpx.Request], httpx.Request]",
    ) -> "httpx.Response":
        """The answer to `request`, once `authorize` has added the token; its body is open.

        The transport of a client of our own is asked directly: what httpx does around it,
        with cookies, redirects and hooks, is of no use here and takes a fifth of a call.
        """
        own = self._choice.given is None
        if transport := transport_of(self.http, request.url) if own else None:
            return transport.handle_request(authorize(request))
        return self.http.send(
            request, stream=True, auth=authorize, follow_redirects=False
        )
