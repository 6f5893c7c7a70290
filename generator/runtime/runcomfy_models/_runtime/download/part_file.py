"""A file on its way: `.part` until it is whole, so that no one takes half a file for one."""

import os
import stat
from hashlib import sha256
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from .file_names import file_name, numbered
from .locks import lock
from .responses import Version


class PartFile:
    """What has arrived of one file, and the ETag by which a later call goes on.

    It is locked while it is open: another call for the same file gets one of its own.
    """

    def __init__(self, path: Path, file: FileIO, source: str) -> None:
        """Made by `claim`."""
        self._path = path
        self._file = file
        self._source = source
        self._mark = path.with_name(path.name + ".etag")

    @classmethod
    def claim(cls, folder: Path, url: str) -> Self:
        """The part of `url`, new or left by a call that did not end well."""
        source = url.partition("?")[0]  # a signature in the query may be new each time
        digest = sha256(source.encode(errors="replace")).hexdigest()[:12]
        for name in numbered(f"{file_name(url)}.{digest}.part"):
            path = folder / name
            if not _is_ours(path):
                continue
            file = FileIO(path, "a+", opener=_open_no_link)
            if lock(file) and _is_at(file, path):
                return cls(path, file, source)
            file.close()
        raise FileExistsError(f"a million calls fetch {file_name(url)}")

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return os.fstat(self._file.fileno()).st_size

    @property
    def version(self) -> Version | None:
        """Of which file these bytes are; None where it cannot be told, or none are."""
        try:
            source, etag, total = self._mark.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError):
            return None
        if source != self._source or not self.size:
            return None
        return Version(etag, int(total) if total.isdecimal() else None)

    def resume_headers(self) -> dict[str, str]:
        """Headers that ask for the rest of what is there; none where all is missing."""
        version = self.version
        if version is None:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": version.etag}

    def restart(self, version: Version | None = None) -> None:
        """Begin anew, with a file of `version`."""
        self._file.truncate(0)
        self._mark.unlink(missing_ok=True)
        if version is not None:
            self.mark(version)

    def mark(self, version: Version) -> None:
        """Note the version. Only a strong ETag tells later that the file is the same."""
        self._mark.unlink(missing_ok=True)
        if version.etag.startswith('"') and version.etag.isprintable():
            total = "" if version.total is None else version.total
            with self._mark.open("x", encoding="utf-8") as file:  # follows no link
                file.write(f"{self._source}\n{version.etag}\n{total}")

    def write(self, chunk: bytes) -> None:
        """Add what has arrived."""
        view = memoryview(chunk)
        while view:
            view = view[self._file.write(view) :]

    def publish(self, folder: Path, name: str) -> Path:
        """Give the whole file its name, or that with a number: nothing is overwritten."""
        os.fsync(self._file.fileno())
        for candidate in numbered(name):
            path = folder / candidate
            try:
                _rename_new(self._path, path)
            except FileExistsError:
                continue
            self._mark.unlink(missing_ok=True)
            return path
        raise FileExistsError(f"a million files are called {name}")

    def discard(self) -> None:
        """Forget what is there."""
        self._path.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        """The part itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let go of it; an empty one is of no use."""
        if self._path.exists() and not self.size:
            self.discard()
        self._file.close()


def _is_ours(path: Path) -> bool:
    """Whether `path` is free or a file with that one name: no link, pipe or folder."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(there.st_mode) and there.st_nlink <= 1


def _open_no_link(path: str, flags: int) -> int:
    """Open, but fail where a link has been put there since somebody looked."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _is_at(file: FileIO, path: Path) -> bool:
    """Whether `file` is still called `path`: a call that has just ended renames it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _rename_new(source: Path, target: Path) -> None:
    """Rename where no `target` is; a link is the one way that is never a race."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        source.unlink()
