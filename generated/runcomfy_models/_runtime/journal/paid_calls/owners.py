# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f68657157c1f3463e69ed8bc5ea3504f
"""Find out which processes still run: each locks a file of its own while it uses a journal.

The system releases the lock when the process ends, however it ends, and not before: a frozen
process keeps it. Containers on one machine see each other's locks, unlike their processes.
"""

import os
import secrets
import weakref
from io import FileIO
from pathlib import Path

from ...download.locks import lock


class Owners:
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

    def leave(self) -> None:
        """Release the lock: this process owns no jobs any more."""
        self._path(self.owner).unlink(missing_ok=True)
        self._file.close()

    def forget(self) -> None:
        """Close the file in a forked child, which would keep the lock of its parent alive."""
        self._file.close()

    def _path(self, owner: int) -> Path:
        return self._folder / f"{owner:016x}.lock"


_OPEN: "weakref.WeakSet[Owners]" = weakref.WeakSet()


def _after_fork() -> None:
    for owners in list(_OPEN):
        owners.forget()
    _OPEN.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
