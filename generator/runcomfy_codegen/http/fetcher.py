"""Fetch URLs for `import` and `sync` over one pool of connections.

The only module of the generator that uses httpx.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from runcomfy_codegen.http.http_cache import CachedResponse, HttpCache
from runcomfy_codegen.http.retry_delay import retry_delay
from runcomfy_codegen.http.token_gate import TokenGate

if TYPE_CHECKING:
    import httpx

MAX_BODY_SECONDS = 60.0
"""Time limit for the body of one response, in seconds."""

_TIMEOUT = 20.0
"""Time limit for connecting, and for each read and write, in seconds."""

_MAX_REDIRECTS = 5
_NOT_MODIFIED = 304
_UNAUTHORIZED = frozenset({401, 403})
_RETRY_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})

_SENDABLE_ETAG = re.compile("[!-~][ -~]*")
"""Servers may send any bytes as an ETag; only printable ASCII can be sent back."""


class FetchError(Exception):
    """A request that failed for good; the message says why, without naming the URL."""


@dataclass(frozen=True)
class FetchResult:
    """The body of a response, and what its headers say about it."""

    data: bytes
    content_type: str
    charset: str | None
    url: str
    """The final URL, after redirects."""


@dataclass(frozen=True)
class _Request:
    """One call of `Fetcher.get`."""

    url: str
    accept: str
    max_bytes: int
    cached: CachedResponse | None

    def headers(self, token: str) -> dict[str, str]:
        headers = {"Accept": self.accept}
        if self.cached:
            headers["If-None-Match"] = self.cached.etag
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return headers


@dataclass(frozen=True)
class _RetryableFailure:
    """A failed attempt after which the same request may succeed."""

    reason: str
    retry_after: str = ""


class Fetcher:
    """A thread-safe HTTP client with retries, a cache, and a token if a server requires one."""

    def __init__(
        self,
        *,
        connections: int = 1,
        attempts: int = 1,
        cache: HttpCache | None = None,
        token_gate: TokenGate | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Use at most `connections` at a time, and make up to `attempts` per URL.

        Connections are opened by the first `get` and closed by leaving the `with` block. Raises
        `ValueError` if `attempts` is less than 1.
        """
        if attempts < 1:
            raise ValueError("attempts must be at least 1")
        self._attempts = attempts
        self.connections = connections
        self._cache = cache
        self._token_gate = token_gate or TokenGate({})
        self._sleep = sleep
        self._client: httpx.Client | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Return the fetcher itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections."""
        if self._client:
            self._client.close()

    def get(self, url: str, accept: str, max_bytes: int) -> FetchResult:
        """Fetch `url`, sending `accept` as the header `Accept`.

        Raises `FetchError` if the last attempt fails, or one that another would not help: a
        refusal, a body that exceeds `max_bytes` or takes too long.
        """
        cached = self._cache.get(url) if self._cache else None
        request = _Request(url, accept, max_bytes, cached)
        attempt = 1
        while not isinstance(outcome := self._attempt(request), FetchResult):
            if attempt == self._attempts:
                raise FetchError(f"cannot be fetched: {outcome.reason}")
            self._sleep(retry_delay(attempt, outcome.retry_after))
            attempt += 1
        return outcome

    def _attempt(self, request: _Request) -> FetchResult | _RetryableFailure:
        import httpx  # slow to import, and not needed to read files

        try:
            return self._send_with_token(request)
        except (httpx.TransportError, OSError) as error:
            return _RetryableFailure(str(error) or type(error).__name__)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError(f"cannot be fetched: {error or type(error).__name__}") from None

    def _send_with_token(self, request: _Request) -> FetchResult | _RetryableFailure:
        """Send `request`, first without a token unless the server is known to require one."""
        url = request.url
        token = self._token_gate.granted(url)
        outcome = self._send(request, token)
        if outcome is None and (granted := self._token_gate.grant(url)) != token:
            outcome = self._send(request, granted)
        if outcome is None:
            raise FetchError(f"cannot be fetched: {self._token_gate.explain_refusal(url)}")
        return outcome

    def _send(self, request: _Request, token: str) -> FetchResult | _RetryableFailure | None:
        """Send `request` once; return None if the server refuses it with this `token`."""
        headers = request.headers(token)
        with self._http_client().stream("GET", request.url, headers=headers) as response:
            status, cached = response.status_code, request.cached
            if status in _UNAUTHORIZED:
                return None
            if status in _RETRY_STATUSES:
                retry_after = response.headers.get("retry-after", "")
                return _RetryableFailure(f"HTTP {_status_line(response)}", retry_after)
            if status == _NOT_MODIFIED and cached:
                return FetchResult(cached.data, cached.content_type, cached.charset, cached.url)
            if not response.is_success:
                raise FetchError(f"cannot be fetched: HTTP {_status_line(response)}")
            return self._receive(request, response)

    def _receive(self, request: _Request, response: httpx.Response) -> FetchResult:
        """Read the body of `response`, and cache it if the server sent a usable ETag."""
        data = _read_body(response, request.max_bytes)
        content_type = response.headers.get("content-type", "text/plain").lower()
        result = FetchResult(data, content_type, response.charset_encoding, str(response.url))
        etag = response.headers.get("etag", "")
        if self._cache and _SENDABLE_ETAG.fullmatch(etag):
            cached = CachedResponse(
                etag=etag,
                data=data,
                content_type=content_type,
                charset=result.charset,
                url=result.url,
            )
            self._cache.put(request.url, cached)
        return result

    def _http_client(self) -> httpx.Client:
        import httpx

        with self._lock:  # several threads may make the first request
            if self._client is None:
                limits = httpx.Limits(
                    max_connections=self.connections, max_keepalive_connections=self.connections
                )
                self._client = httpx.Client(
                    follow_redirects=True,  # httpx drops the token if the origin changes
                    max_redirects=_MAX_REDIRECTS,
                    timeout=_TIMEOUT,
                    limits=limits,
                )
            return self._client


def _status_line(response: httpx.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}"


def _read_body(response: httpx.Response, max_bytes: int) -> bytes:
    """Return the body; raises `FetchError` if it is too large or takes too long."""
    # httpx limits each read, but not the body as a whole: a server could send it very slowly.
    deadline = time.monotonic() + MAX_BODY_SECONDS
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(f"too large: more than {max_bytes} bytes")
        if time.monotonic() > deadline:
            raise FetchError(f"cannot be fetched: not complete after {MAX_BODY_SECONDS:g} seconds")
    return bytes(data)
