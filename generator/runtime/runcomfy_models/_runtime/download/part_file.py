"""A download in progress: a `.part` file, renamed when it is whole."""

import os
import stat
from filecmp import cmp
from hashlib import sha256
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from ..file_locks import lock
from ..new_file import other_contents, rename_without_replacing
from .file_names import file_name, numbered
from .responses import Version


class PartFile:
    """The bytes of one file that have arrived, and the ETag by which a later call resumes.

    It is locked while it is open: another call for the same URL gets another part file.
    """

    def __init__(self, path: Path, file: FileIO, source: str) -> None:
        """Take an open and locked file; use `open` to get one."""
        self._path = path
        self._file = file
        self._source = source
        self._version_file = path.with_name(path.name + ".etag")

    @classmethod
    def open(cls, folder: Path, url: str) -> Self:
        """Return the part file of `url`: new, or left by a call that failed.

        `folder` is created if it is missing.
        """
        folder.mkdir(parents=True, exist_ok=True)
        source = url.partition("?")[0]  # a signature in the query may differ each time
        digest = sha256(source.encode(errors="replace")).hexdigest()[:12]
        for name in numbered(f"{file_name(url)}.{digest}.part"):
            path = folder / name
            if not _is_usable(path):
                continue
            file = FileIO(path, "a+", opener=_open_no_link)
            if lock(file) and _is_at(file, path):
                return cls(path, file, source)
            file.close()
        raise FileExistsError(f"too many part files of {file_name(url)} in {folder}")

    @property
    def size(self) -> int:
        """Bytes that have arrived."""
        return os.fstat(self._file.fileno()).st_size

    @property
    def version(self) -> Version | None:
        """The version of the file that these bytes are from; None if unknown or empty."""
        try:
            text = self._version_file.read_text(encoding="utf-8")
            source, etag, total = text.split("\n")
        except (OSError, ValueError):
            return None
        if source != self._source or not self.size:
            return None
        return Version(etag, int(total) if total.isdecimal() else None)

    def resume_headers(self) -> dict[str, str]:
        """Return the headers that ask for the rest; none if the whole file is missing."""
        version = self.version
        if version is None:
            return {}
        # If-Range (RFC 9110, section 13.1.5): a file that changed is sent whole, with 200.
        return {"Range": f"bytes={self.size}-", "If-Range": version.etag}

    def restart(self, version: Version | None = None) -> None:
        """Drop what has arrived, and begin with a file of `version`."""
        self._file.truncate(0)
        self._version_file.unlink(missing_ok=True)
        if version is not None:
            self.record(version)

    def record(self, version: Version) -> None:
        """Store `version` for a later call, if that can resume from it."""
        self._version_file.unlink(missing_ok=True)
        # Only a strong ETag promises the same bytes (RFC 9110, section 8.8.1); a weak one
        # begins with W/.
        if version.etag.startswith('"') and version.etag.isprintable():
            total = "" if version.total is None else version.total
            # Mode "x" creates the file, and never follows a link.
            with self._version_file.open("x", encoding="utf-8") as file:
                file.write(f"{self._source}\n{version.etag}\n{total}")

    def write(self, chunk: bytes) -> None:
        """Append `chunk`."""
        view = memoryview(chunk)
        while view:  # a raw file may write less than it is given
            view = view[self._file.write(view) :]

    def publish(self, folder: Path, name: str) -> Path:
        """Rename to `name` in `folder`, or to `name` with a number; return the path.

        No file is overwritten.
        """
        # On disk before it gets its name: after a crash no file looks whole that is not.
        os.fsync(self._file.fileno())
        for candidate in numbered(name):
            path = folder / candidate
            try:
                rename_without_replacing(self._path, path)
            except FileExistsError:
                continue
            self._version_file.unlink(missing_ok=True)
            return path
        raise FileExistsError(f"too many files called {name} in {folder}")

    def publish_as(self, path: Path) -> Path:
        """Rename to `path`, and return it; a file there may only be the same one.

        Raises `FileExistsError` for another file.
        """
        os.fsync(self._file.fileno())
        try:
            rename_without_replacing(self._path, path)
        except FileExistsError:
            if not cmp(self._path, path, shallow=False):
                raise other_contents(path) from None
            self.discard()
        self._version_file.unlink(missing_ok=True)
        return path

    def discard(self) -> None:
        """Remove the part file."""
        self._path.unlink(missing_ok=True)
        self._version_file.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """Return the part file itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file, which releases its lock; remove it if it is empty."""
        if self._path.exists() and not self.size:
            self.discard()
        self._file.close()


def _is_usable(path: Path) -> bool:
    """Whether `path` is free, or a regular file without other names."""
    # Writing through a link, hard or symbolic, would change a file that is not ours.
    try:
        status = path.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(status.st_mode) and status.st_nlink <= 1


def _open_no_link(path: str, flags: int) -> int:
    """Open `path`, but fail if it is a symbolic link."""
    # A link may have been put there since `_is_usable` looked. Windows has no O_NOFOLLOW.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _is_at(file: FileIO, path: Path) -> bool:
    """Whether `file` is still at `path`."""
    # Another call may have renamed or removed it between our opening and locking it.
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False
