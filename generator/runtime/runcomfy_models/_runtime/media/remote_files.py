"""What is known of the files behind the URLs of an input, once somebody has looked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..http.origin import is_loopback, is_plain
from .content_types import kind_of
from .measuring import file_size


@dataclass(frozen=True)
class RemoteFile:
    """What a server says of a file."""

    problem: str | None = None
    """Why it cannot be had."""
    content_type: str = ""
    size: int | None = None
    """Bytes."""

    @property
    def facts(self) -> dict[str, float]:
        """What rules can be checked against."""
        return {} if self.size is None else file_size(self.size)

    @property
    def kind(self) -> str:
        """`image`, `video`, `audio` or another; empty where the type does not tell."""
        return kind_of(self.content_type)


@dataclass
class PreflightContext:
    """The context of a validation that asks for URLs, then tells what is behind them."""

    urls: dict[str, None] = field(default_factory=dict[str, None])
    """URLs of media inputs, in their order."""
    files: dict[str, RemoteFile] = field(default_factory=dict[str, RemoteFile])


def url_problem(url: str, base_url: str) -> str | None:
    """Why the service could not fetch `url`; http is for loopback and tests alone."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "is no URL"
    if parts.scheme not in ("http", "https") or not host:
        return "is no URL of a file on the web"
    if parts.scheme == "http" and not (is_plain(base_url) and is_loopback(host)):
        return "is not https"
    return None


def remote_file(status: int, headers: Mapping[str, str]) -> RemoteFile:
    """The file that an answer is about."""
    if status >= 300:
        return RemoteFile(f"is not reachable: HTTP {status}")
    length = headers.get("Content-Length", "")
    encoded = headers.get("Content-Encoding", "identity") != "identity"
    return RemoteFile(
        None,
        headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        int(length) if length.isdecimal() and not encoded else None,
    )
