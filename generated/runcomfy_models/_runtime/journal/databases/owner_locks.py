# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1fc5b75051e835e21cabde8af1bba274
"""Find out which processes still use a journal in SQLite: each keeps a file locked.

The system releases the lock when the process ends, however it ends, and not before: a frozen
process keeps it. Containers on one machine see each other's locks, unlike their processes.
"""

import os
import secrets
import weakref
from io import FileIO
from pathlib import Path

from ...file_locks import lock


class OwnerLocks:
    """The lock files beside a journal: `jobs.db-owners/…`."""

    def __init__(self, journal: Path) -> None:
        """Make and lock the file of this process."""
        self._folder = journal.with_name(f"{journal.name}-owners")
        self._folder.mkdir(exist_ok=True)
        self.owner = secrets.randbits(62)
        self._file = FileIO(self._path(self.owner), "x")
        lock(self._file)
        _OPEN.add(self)

    def is_alive(self, owner: int) -> bool:
        """Whether the process that `owner` identifies still exists."""
        if owner == self.owner:
            return True
        path = self._path(owner)
        try:
            file = FileIO(path, "r+")
        except FileNotFoundError:
            return False
        with file:
            is_gone = lock(file)
        if is_gone:
            path.unlink(missing_ok=True)
        return not is_gone

    def release(self) -> None:
        """Release the lock of this process, which no longer owns jobs."""
        self._path(self.owner).unlink(missing_ok=True)
        self._file.close()

    def close_in_child(self) -> None:
        """Close the file in a forked child, which would keep the lock of its parent."""
        self._file.close()

    def _path(self, owner: int) -> Path:
        return self._folder / f"{owner:016x}.lock"


_OPEN: "weakref.WeakSet[OwnerLocks]" = weakref.WeakSet()


def _after_fork() -> None:
    for locks in list(_OPEN):
        locks.close_in_child()
    _OPEN.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
