"""Read which bytes of which file an HTTP answer brings. Source: RFC 9110, section 14."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)


@dataclass(frozen=True)
class Version:
    """The ETag and size of a file, which distinguish it from others at the same URL."""

    etag: str = ""
    total: int | None = None
    """Size in bytes; None if the server does not say."""

    def may_equal(self, other: "Version") -> bool:
        """Whether no known fact differs."""
        return self.etag == other.etag and (
            self.total == other.total or None in (self.total, other.total)
        )


@dataclass(frozen=True)
class Piece:
    """The bytes of `version` that an answer brings."""

    stop: int | None
    """Size of the part file when they have arrived, in bytes; None if that is unknown."""
    version: Version


def whole_file(response: "httpx.Response") -> Piece:
    """Return the piece in an answer with status 200: the whole file."""
    length: str = response.headers.get("Content-Length", "")
    # RFC 9112, section 6.3: Transfer-Encoding overrides Content-Length.
    chunked = "Transfer-Encoding" in response.headers
    total = int(length) if length.isdecimal() and not chunked else None
    return Piece(total, Version(_etag(response), total))


def next_piece(
    response: "httpx.Response", size: int, version: Version | None
) -> Piece | None:
    """Return the piece that an answer with status 206 adds to the first `size` bytes of `version`.

    None if it is not the range that was asked for, if it is from another file, or if the
    size of the whole file is unknown.
    """
    content_range = response.headers.get("Content-Range", "")
    match = _CONTENT_RANGE.fullmatch(content_range)
    if match is None or version is None or "Range" not in response.request.headers:
        return None
    start, stop = int(match[1]), int(match[2]) + 1
    total = version.total if match[3] == "*" else int(match[3])
    now = Version(_etag(response) or version.etag, total)
    if total is None or not size == start < stop <= total:
        return None
    return Piece(stop, now) if now.may_equal(version) else None


def content_encoding(response: "httpx.Response") -> str:
    """Return the encoding of the body, which was not asked for; empty if there is none."""
    encoding: str = response.headers.get("Content-Encoding", "").strip().lower()
    return "" if encoding == "identity" else encoding


def _etag(response: "httpx.Response") -> str:
    return str(response.headers.get("ETag", ""))
