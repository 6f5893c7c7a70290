"""A journal in a file: SQLite, which many threads and processes of one machine may share."""

import secrets
import shutil
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ...errors import JournalError
from ...json_value import is_text
from ...new_file import rename_without_replacing, sync_folder
from ...whole_characters import encodable
from .database import JournalRow
from .mounts import network_drive
from .owner_locks import OwnerLocks
from .schema import APPLICATION_ID, VERSION, migrate

LOCK_TIMEOUT = 60.0
"""Seconds to wait for another process that is writing."""

MIN_FREE_SPACE = 16 * 2**20
"""Bytes that have to be free before a paid call is made, to record its request_id and those of
the calls of other processes."""

_ADVICE = {
    "readonly": "make the file and its folder writable for this user",
    "full": "free some space on its disk, then run the same again",
    "locked": "another program keeps it locked: find and end that one",
    "disk I/O": "its disk fails or is full: check it, then run the same again",
    "unable to open": "check that its folder exists and is writable",
    "malformed": "it is damaged: keep the file, and restore a copy of it, or what "
    "`sqlite3 FILE .recover` gives; a new journal would pay again for what was paid",
    "not a database": "it is not a journal, or it is damaged: keep the file, and restore a copy "
    "of it; a new journal would pay again for what was paid",
}
"""Part of SQLite's message: what to do."""


class SqliteDatabase:
    """One connection to a journal in a file. See `Database`."""

    serial = "INTEGER PRIMARY KEY AUTOINCREMENT"
    lock = ""  # a transaction excludes all others from its beginning

    def __init__(self, path: Path) -> None:
        """Open the journal at `path`, or create one if the file does not exist."""
        self.path = path
        _check_path(path)
        if not path.exists():
            _create(path)
        with journal_errors(path):
            self._connection = _connect(path)
            _upgrade(self)
            self._owners = OwnerLocks(path)
        self.owner = self._owners.owner

    def rows(self, statement: str, /, **values: Any) -> list[JournalRow]:
        """Return the rows of a SELECT."""
        cursor = self._connection.execute(statement, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def change(self, statement: str, /, **values: Any) -> int:
        """Return how many rows a statement has changed."""
        return self._connection.execute(statement, values).rowcount

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Commit what is done inside, durably, or nothing of it."""
        with journal_errors(self.path):
            self.change("BEGIN IMMEDIATE")
            try:
                yield
                self.change("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self.change("ROLLBACK")
                raise

    def check_space(self) -> None:
        """Raise `JournalError` if the disk is about to be full."""
        if shutil.disk_usage(self.path.parent).free < MIN_FREE_SPACE:
            raise JournalError(
                f"the disk of the journal {self.path} is almost full, so that the outcome of a "
                f"paid call might not be recorded; {_ADVICE['full']}"
            )

    def is_alive(self, owner: int) -> bool:
        """Whether the process that `owner` identifies still exists, perhaps frozen."""
        return self._owners.is_alive(owner)

    def seconds_until_owners_are_known(self) -> float:
        """Return 0: the system releases a lock at once."""
        return 0.0

    def now(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def reconnect(self) -> None:
        """Do nothing: a file needs no connection."""

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
        self._owners.release()


@contextmanager
def journal_errors(path: Path) -> Generator[None]:
    """Turn errors of SQLite and of the file system into `JournalError`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        advice = next((_ADVICE[part] for part in _ADVICE if part in str(error)), "")
        raise JournalError(
            f"the journal {path} cannot be used: {error}"
            + (f"; {advice}" if advice else "")
        ) from error


def _check_path(path: Path) -> None:
    if not is_text(str(path)):
        where = encodable(str(path))
        raise JournalError(f"the journal {where} needs a path that is UTF-8")
    if kind := network_drive(path):
        raise JournalError(
            f"the journal {path} is on a network drive ({kind}), where the locks of SQLite do "
            "not hold: use a local disk, or PostgreSQL: postgresql://…"
        )
    if path.exists() and not path.is_file():
        raise JournalError(f"the journal {path} is not a file: give the path of a file")
    if path.exists() and not path.stat().st_size:
        raise JournalError(
            f"the journal {path} is an empty file: restore a copy of it, or remove the file if it "
            "never was a journal"
        )


def _connect(path: Path) -> sqlite3.Connection:
    # mode=rw: a missing file is not created.
    connection = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?mode=rw",
        uri=True,
        timeout=LOCK_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _create(path: Path) -> None:
    """Create an empty journal. The file gets its name when it is complete."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    with journal_errors(path):
        try:
            with sqlite3.connect(draft, isolation_level=None) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("PRAGMA user_version = 0")
            connection.close()
            rename_without_replacing(draft, path)
        except FileExistsError:  # another process was faster
            draft.unlink()
        sync_folder(path.parent)


def _upgrade(database: SqliteDatabase) -> None:
    """Make the tables, or bring those of an older version up to date."""
    path = database.path
    if _pragma(database, "application_id") != APPLICATION_ID:
        raise JournalError(
            f"{path} is a database of another program: give another path"
        )
    with database.transaction():  # fails if the file cannot be written to
        version = _pragma(database, "user_version")
        if version > VERSION:
            raise JournalError(
                f"the journal {path} was written by a newer version of runcomfy-models: "
                "upgrade the package"
            )
        migrate(database, version)
        database.change(f"PRAGMA user_version = {VERSION}")


def _pragma(database: SqliteDatabase, name: str) -> int:
    [row] = database.rows(f"PRAGMA {name}")
    return int(row[name])
