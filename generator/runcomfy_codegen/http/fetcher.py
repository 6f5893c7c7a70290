"""HTTP for `import` and `sync`: one pool of connections. The one room of httpx."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from runcomfy_codegen.http.http_cache import Cache, Cached
from runcomfy_codegen.http.pace import pause
from runcomfy_codegen.http.tokens import Tokens

if TYPE_CHECKING:
    import httpx

MAX_SECONDS = 60.0
"""For one answer, however slowly it drips."""

_TIMEOUT = 20.0
_MAX_REDIRECTS = 5
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same request may do better."""

_SENDABLE = re.compile("[!-~][ -~]*")
"""An ETag that can be sent back; servers may send anything."""

_REFUSED = frozenset({401, 403})
_UNCHANGED = 304


class FetchError(Exception):
    """An answer that could not be had; the message says why, without naming the URL."""


@dataclass(frozen=True)
class Fetched:
    """What a URL gave."""

    data: bytes
    content_type: str
    charset: str | None
    url: str
    """Where it came from in the end, redirects followed."""


@dataclass(frozen=True)
class _Again:
    """An attempt that failed and may be made once more."""

    reason: str
    retry_after: str = ""


class Fetcher:
    """Fetches over one pool of connections, from as many threads as there are connections."""

    def __init__(
        self,
        *,
        connections: int = 1,
        attempts: int = 1,
        cache: Cache | None = None,
        tokens: Tokens | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make no connection yet; close the fetcher when all is done."""
        self._attempts = attempts
        self._connections = connections
        self._cache = cache
        self._tokens = tokens or Tokens({})
        self._sleep = sleep
        self._client: httpx.Client | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Return the fetcher itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every connection."""
        if self._client:
            self._client.close()

    def get(self, url: str, accept: str, most: int) -> Fetched:
        """What is behind `url`, at most `most` bytes of it.

        Raises `FetchError` where the last attempt failed as well.
        """
        cached = self._cache.get(url) if self._cache else None
        for attempt in range(1, self._attempts + 1):
            outcome = self._attempt(url, accept, most, cached)
            if isinstance(outcome, Fetched):
                return outcome
            if attempt == self._attempts:
                raise FetchError(f"cannot be fetched: {outcome.reason}")
            self._sleep(pause(attempt, outcome.retry_after))
        raise ValueError("a fetcher makes one attempt at least")

    def _attempt(self, url: str, accept: str, most: int, cached: Cached | None) -> Fetched | _Again:
        import httpx

        headers = {"Accept": accept, **({"If-None-Match": cached.etag} if cached else {})}
        try:
            token = self._tokens.known_for(url)
            outcome = self._ask(url, headers, token, most, cached)
            if outcome is None and (other := self._tokens.asked_for(url)) != token:
                outcome = self._ask(url, headers, other, most, cached)
        except (httpx.TransportError, OSError) as error:
            return _Again(str(error) or type(error).__name__)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(f"cannot be fetched: {error or type(error).__name__}") from None
        if outcome is None:
            raise FetchError(f"cannot be fetched: the server refuses it {self._tokens.hint(url)}")
        return outcome

    def _ask(
        self, url: str, headers: dict[str, str], token: str, most: int, cached: Cached | None
    ) -> Fetched | _Again | None:
        """One request; None where the server asks for a token, or for another one."""
        sent = {**headers, **({"Authorization": f"Bearer {token}"} if token else {})}
        with self._http().stream("GET", url, headers=sent) as response:
            status = response.status_code
            if status in _REFUSED:
                return None
            if status in _AGAIN:
                return _Again(f"HTTP {_status(response)}", response.headers.get("retry-after", ""))
            if status == _UNCHANGED and cached:
                return Fetched(cached.data, cached.content_type, cached.charset, cached.url)
            if not response.is_success:
                raise FetchError(f"cannot be fetched: HTTP {_status(response)}")
            return self._received(url, response, most)

    def _received(self, url: str, response: httpx.Response, most: int) -> Fetched:
        data = _collected(response, most)
        kind = response.headers.get("content-type", "text/plain").lower()
        fetched = Fetched(data, kind, response.charset_encoding, str(response.url))
        etag = response.headers.get("etag", "")
        if self._cache and _SENDABLE.fullmatch(etag):
            self._cache.put(url, Cached(etag, data, kind, fetched.charset, fetched.url))
        return fetched

    def _http(self) -> httpx.Client:
        import httpx

        with self._lock:
            if self._client is None:
                limits = httpx.Limits(
                    max_connections=self._connections, max_keepalive_connections=self._connections
                )
                self._client = httpx.Client(
                    follow_redirects=True,
                    max_redirects=_MAX_REDIRECTS,
                    timeout=_TIMEOUT,
                    limits=limits,
                )
            return self._client


def _status(response: httpx.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}"


def _collected(response: httpx.Response, most: int) -> bytes:
    """The whole body, within the bounds of size and time."""
    deadline = time.monotonic() + MAX_SECONDS
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > most:
            raise FetchError(f"too large: more than {most} bytes")
        if time.monotonic() > deadline:
            raise FetchError(f"cannot be fetched: not here after {MAX_SECONDS:g} seconds")
    return bytes(data)
