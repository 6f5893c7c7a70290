"""Getting a page's bytes: from a file, from standard input, or over HTTP."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.http import Fetcher, FetchError

MAX_BYTES = 20_000_000
"""Of one page; real ones have some hundred thousand with all their markup."""

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


def is_url(page: str) -> bool:
    """Whether the argument `page` is to be fetched."""
    return page.partition("://")[0].lower() in {"http", "https"} and "://" in page


def load(page: str, fetcher: Fetcher | None = None) -> Source:
    """The bytes behind the argument `page`: a path, `-`, or an http(s) URL by `fetcher`.

    Raises `SourceError` where there are none, or more than `MAX_BYTES`.
    """
    if page == "-":
        return Source(_bounded(_read_standard_input()))
    if is_url(page):
        if fetcher:
            return _fetch(page, fetcher)
        with Fetcher() as own:
            return _fetch(page, own)
    scheme, separator, _ = page.partition("://")
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


def _fetch(url: str, fetcher: Fetcher) -> Source:
    try:
        fetched = fetcher.get(url, "text/html, text/*", MAX_BYTES)
    except FetchError as error:
        raise SourceError(str(error)) from None
    kind = fetched.content_type
    if not kind.startswith(_READABLE):
        raise SourceError(f"cannot be read: the server sends {kind}, not text")
    return Source(fetched.data, "html" in kind, fetched.charset, fetched.url)


def _bounded(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise SourceError(f"too large: more than {MAX_BYTES} bytes")
    return data
