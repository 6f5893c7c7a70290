"""Getting a page's bytes: from a file, from standard input, or over HTTP. The one room of httpx."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 20_000_000
"""Of one page; real ones have some hundred thousand with all their markup."""

MAX_SECONDS = 60.0
"""For one page over HTTP, however slowly it drips."""

_TIMEOUT = 20.0
_MAX_REDIRECTS = 5
_READABLE = ("text/", "application/xhtml+xml")


class SourceError(Exception):
    """A page that could not be had; the message says why, without naming the page."""


@dataclass(frozen=True)
class Source:
    """A page as it arrived."""

    data: bytes
    html_expected: bool = False
    """Whether the file's name or the server says that this is HTML."""
    charset: str | None = None
    """What the server says of the encoding."""
    url: str | None = None
    """Where the page was fetched from in the end, redirects followed."""


def load(page: str) -> Source:
    """The bytes behind the argument `page`: a path, `-`, or an http(s) URL.

    Raises `SourceError` where there are none, or more than `MAX_BYTES`.
    """
    if page == "-":
        return Source(_bounded(_read_standard_input()))
    scheme, separator, _ = page.partition("://")
    if separator and scheme.lower() in {"http", "https"}:
        return _fetch(page)
    if separator:
        raise SourceError(f"{scheme}:// is not supported: give a file, `-`, or an http(s) URL")
    return _read_file(Path(page))


def _read_standard_input() -> bytes:
    if not sys.stdin:  # closed by whoever started the command
        raise SourceError("cannot be read: standard input is closed")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _read_file(path: Path) -> Source:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"cannot be read: {reason or error}") from None
    return Source(_bounded(data), html_expected=path.suffix.lower() in {".html", ".htm"})


def _fetch(url: str) -> Source:
    import httpx

    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=_MAX_REDIRECTS, timeout=_TIMEOUT
            ) as client,
            client.stream("GET", url, headers={"Accept": "text/html, text/*"}) as response,
        ):
            return _received(response)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, OSError) as error:
        raise SourceError(f"cannot be fetched: {error or type(error).__name__}") from None


def _received(response: httpx.Response) -> Source:
    _check(response)
    return Source(
        data=_collect(response.iter_bytes()),
        html_expected="html" in response.headers.get("content-type", ""),
        charset=response.charset_encoding,
        url=str(response.url),
    )


def _check(response: httpx.Response) -> None:
    if not response.is_success:
        status = f"{response.status_code} {response.reason_phrase}"
        raise SourceError(f"cannot be fetched: HTTP {status}")
    kind = response.headers.get("content-type", "text/plain").lower()
    if not kind.startswith(_READABLE):
        raise SourceError(f"cannot be read: the server sends {kind}, not text")


def _collect(chunks: Iterable[bytes]) -> bytes:
    """All of `chunks`, within the bounds of size and time."""
    deadline = time.monotonic() + MAX_SECONDS
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > MAX_BYTES:
            break
        if time.monotonic() > deadline:
            raise SourceError(f"cannot be fetched: not here after {MAX_SECONDS:g} seconds")
    return _bounded(bytes(data))


def _bounded(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise SourceError(f"too large: more than {MAX_BYTES} bytes")
    return data
