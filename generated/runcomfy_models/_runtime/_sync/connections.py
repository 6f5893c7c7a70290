# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9c15eebdd82ee8758075c5f78365d58f
"""The connections of an account: made where and when they are needed."""

from typing import TYPE_CHECKING, Any

from ..errors import RunComfyError
from ..gates import Gate
from ..http_clients import Choice
from ..origin import is_plain
from .bounded import bind
from .sending import Sending

if TYPE_CHECKING:
    import httpx

    from ..http_clients import HttpClient


class Connections:
    """An httpx client and the gates before it.

    Connections belong to a process and, where there is one, to an event loop. A client of
    our own is made anew in another: after a fork both sides would read each other's answers.
    """

    def __init__(self, http: "HttpClient | None", base_url: str) -> None:
        """With a client that was handed in, or with one of our own."""
        self.closed = False
        self._choice = Choice(http)
        self._given = self._choice.given
        self._http: httpx.Client
        self._headers: dict[str, str]
        self._gates: tuple[Gate, Gate]
        self._base_url = base_url
        self._home: object = None

    @property
    def http(self) -> "httpx.Client":
        """The client to use here and now."""
        self._settle()
        return self._http

    @property
    def gates(self) -> tuple[Gate, Gate]:
        """Before submissions, which may take long, and before other calls."""
        self._settle()
        return self._gates

    @property
    def is_given(self) -> bool:
        """Whether the client was handed in."""
        return self._given is not None

    @property
    def is_closed(self) -> bool:
        """Whether no call can be made any more."""
        return self.closed or (self._given is not None and self._given.is_closed)

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
        but headers and cookies, so that the rest of its work is saved.
        """
        import httpx

        http = self.http
        if not self._streams_tell:
            extensions = {**extensions, **sending.traced()}
        if self._given is not None:
            return http.build_request(
                method, url, headers=headers, content=body, extensions=extensions
            )
        lower = {name.lower(): value for name, value in headers.items()}
        if body is not None:
            lower["content-length"] = str(len(body))
        return httpx.Request(
            method,
            url,
            headers={**self._headers, **lower},
            cookies=http.cookies,
            content=self._choice.content(body),
            extensions=extensions,
        )

    def close(self) -> None:
        """Close what is our own, and was made here."""
        self.closed = True
        if self._given is None and self._home == Gate.home():
            self._http.close()

    def _settle(self) -> None:
        home = Gate.home()
        if home == self._home:
            return
        if self._given is not None and self._home is not None:
            raise RunComfyError(
                "the http_client that was handed in belongs to another process or event "
                "loop: make one there, and an account with it"
            )
        self._http = self._given or self._own()
        # One that was handed in may speak HTTP/2, where no stream tells a call from others.
        self._streams_tell = bind(self._http) and self._given is None
        self._headers = dict(self._http.headers)
        self._gates = Gate(), Gate()
        self._home = home

    def _own(self) -> "httpx.Client":
        """A proxy of the environment never sees an unencrypted call."""
        return self._choice.own(trust_env=not is_plain(self._base_url))
