"""Load a page's bytes from a file, from standard input, or over HTTP."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.http import Fetcher, FetchError

MAX_PAGE_BYTES = 20_000_000
"""Size limit of a page, in bytes. Real pages have a few hundred thousand, markup included."""

_TEXT_TYPES = ("text/", "application/xhtml+xml")


class SourceError(Exception):
    """A page that could not be loaded; the message says why, without naming the page."""


@dataclass(frozen=True)
class Source:
    """The bytes of a page, and what is known about their format."""

    data: bytes
    html_expected: bool = False
    """Whether the file name or the server says that this is HTML."""
    charset: str | None = None
    """The encoding that the server declares."""
    url: str | None = None
    """The final URL of a page that was fetched, after redirects."""


def is_url(page: str) -> bool:
    """Return whether the argument `page` is an http(s) URL."""
    return page.partition("://")[0].lower() in {"http", "https"} and "://" in page


def load(page: str, fetcher: Fetcher | None = None) -> Source:
    """Load the argument `page`: a path, `-` for standard input, or an http(s) URL.

    URLs are fetched by `fetcher`, or by a temporary one. Raises `SourceError` if the page cannot
    be loaded or is larger than `MAX_PAGE_BYTES`.
    """
    if page == "-":
        return Source(_check_size(_read_standard_input()))
    if is_url(page):
        if fetcher:
            return _fetch(page, fetcher)
        with Fetcher() as temporary:
            return _fetch(page, temporary)
    scheme, separator, _ = page.partition("://")
    if separator:
        raise SourceError(f"{scheme}:// is not supported: give a file, `-`, or an http(s) URL")
    return _read_file(Path(page))


def _read_standard_input() -> bytes:
    if not sys.stdin:  # None if the command was started with it closed
        raise SourceError("cannot be read: standard input is closed")
    return sys.stdin.buffer.read(
        MAX_PAGE_BYTES + 1
    )  # one more byte shows that the page is too large


def _read_file(path: Path) -> Source:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PAGE_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"cannot be read: {reason or error}") from None
    return Source(_check_size(data), html_expected=path.suffix.lower() in {".html", ".htm"})


def _fetch(url: str, fetcher: Fetcher) -> Source:
    try:
        fetched = fetcher.get(url, "text/html, text/*", MAX_PAGE_BYTES)
    except FetchError as error:
        raise SourceError(str(error)) from None
    content_type = fetched.content_type
    if not content_type.startswith(_TEXT_TYPES):
        raise SourceError(f"cannot be read: the server sends {content_type}, not text")
    return Source(fetched.data, "html" in content_type, fetched.charset, fetched.url)


def _check_size(data: bytes) -> bytes:
    if len(data) > MAX_PAGE_BYTES:
        raise SourceError(f"too large: more than {MAX_PAGE_BYTES} bytes")
    return data
