"""The facts that a preflight collects about the files behind media URLs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .call_context import CallContext
from .measuring import file_size


@dataclass(frozen=True)
class RemoteFile:
    """A file, as its server describes it."""

    problem: str | None = None
    """Why it cannot be fetched; None if it can."""
    content_type: str = ""
    size: int | None = None
    """Bytes; None if the server does not say."""

    @property
    def facts(self) -> dict[str, float]:
        """The facts that rules are checked against."""
        return {} if self.size is None else file_size(self.size)


@dataclass
class PreflightContext(CallContext):
    """The context of the two validations of a preflight: collect URLs, then check files."""

    urls: dict[str, None] = field(default_factory=dict[str, None])
    """URLs of media inputs, in order. A dict serves as an ordered set."""
    files: dict[str, RemoteFile] = field(default_factory=dict[str, RemoteFile])
    """URL: its file. Filled between the two validations."""


def remote_file(status: int, headers: Mapping[str, str]) -> RemoteFile:
    """Return the file that an answer to HEAD or GET describes."""
    if status >= 300:
        return RemoteFile(f"is not reachable: HTTP {status}")
    length = headers.get("Content-Length", "")
    encoded = headers.get("Content-Encoding", "identity") != "identity"
    return RemoteFile(
        None,
        headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        int(length) if length.isdecimal() and not encoded else None,
    )
