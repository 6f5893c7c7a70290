"""What the answer of a file server says about the file. Source: RFC 9110, section 14."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)


@dataclass(frozen=True)
class Version:
    """What tells a file from another that was at the same place."""

    etag: str = ""
    total: int | None = None
    """Bytes; None where the server does not tell."""

    def may_be(self, other: "Version") -> bool:
        """Whether nothing that is known of both differs."""
        return self.etag == other.etag and (
            self.total == other.total or None in (self.total, other.total)
        )


@dataclass(frozen=True)
class Piece:
    """What an answer brings: the next bytes of `version`."""

    stop: int | None
    """How many are there when it has arrived; None where the server does not tell."""
    version: Version


def whole_file(response: "httpx.Response") -> Piece:
    """What an answer 200 brings."""
    length: str = response.headers.get("Content-Length", "")
    chunked = "Transfer-Encoding" in response.headers  # RFC 9112, 6.3: it goes first
    total = int(length) if length.isdecimal() and not chunked else None
    return Piece(total, Version(_etag(response), total))


def next_piece(
    response: "httpx.Response", size: int, version: Version | None
) -> Piece | None:
    """What an answer 206 brings behind the first `size` bytes of `version`.

    None where that is not what was asked for, or nobody could tell when it is whole.
    """
    told = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if told is None or version is None or "Range" not in response.request.headers:
        return None
    start, stop = int(told[1]), int(told[2]) + 1
    total = version.total if told[3] == "*" else int(told[3])
    now = Version(_etag(response) or version.etag, total)
    if total is None or not size == start < stop <= total or not now.may_be(version):
        return None
    return Piece(stop, now)


def content_encoding(response: "httpx.Response") -> str:
    """How the body is encoded although nobody asked for that; empty where it is not."""
    told: str = response.headers.get("Content-Encoding", "").strip().lower()
    return "" if told == "identity" else told


def _etag(response: "httpx.Response") -> str:
    return str(response.headers.get("ETag", ""))
