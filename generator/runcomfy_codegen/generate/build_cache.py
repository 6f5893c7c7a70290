"""The build cache: what earlier runs built, in one SQLite file of the user's cache folder.

Deleting it costs only time. A key includes everything that its value depends on, and a value
has a digest: an entry of another version is never looked up, and a damaged one counts as absent.
If the file as a whole is damaged, locked, or on a full or read-only disk, nothing is cached.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from runcomfy_codegen.generate.digests import digest

FILE = "builds-1.sqlite"

MAX_ENTRIES = {
    "run": 100,
    "common": 100,
    "model": 20_000,
    "text": 20_000,
    "type": 50_000,
    "export": 100,
    "changelog": 100,
}
"""Kind of entry: how many of the newest are kept."""

LOCK_TIMEOUT = 2.0
"""Seconds to wait for another run that writes."""


class BuildCache:
    """Entries by kind and key; values are JSON."""

    def __init__(self, folder: Path | None) -> None:
        """Open the cache in `folder`, which is made if it is missing; None caches nothing."""
        self.folder = folder
        self._file = folder / FILE if folder else None
        self._connection = _open(self._file) if self._file else None

    def __enter__(self) -> Self:
        """Return the cache itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        if self._connection:
            self._connection.close()

    def get(self, kind: str, keys: Iterable[str]) -> dict[str, Any]:
        """Return the values of those `keys` that have one."""
        values: dict[str, Any] = {}
        with self._giving_up_on_errors() as connection:
            if connection:
                values.update(_rows(connection, kind, keys))
        return values

    def put(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep `values` by key, and drop the oldest of this kind if there are too many."""
        rows = ((kind, key, digest(text), text) for key, text in _texts(values))
        with self._giving_up_on_errors() as connection:
            if not connection or not values:
                return
            with connection:
                connection.executemany("REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
                connection.execute(_PRUNE, (kind, kind, MAX_ENTRIES[kind]))

    @contextlib.contextmanager
    def _giving_up_on_errors(self) -> Generator[sqlite3.Connection | None]:
        """Yield the connection, or None; after an error of the file it stays closed."""
        try:
            yield self._connection
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None
        if self._file and _is_damage(error):
            with contextlib.suppress(OSError):
                self._file.unlink()


_PRUNE = (
    "DELETE FROM entry WHERE kind = ? AND rowid <= "
    "(SELECT rowid FROM entry WHERE kind = ? ORDER BY rowid DESC LIMIT 1 OFFSET ?)"
)


def _open(file: Path) -> sqlite3.Connection | None:
    """Open the database `file`, a new one if it is damaged; None if it cannot be opened."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            return _connect(file)
        except OSError:
            return None
        except sqlite3.Error as error:
            if not _is_damage(error):
                return None
            with contextlib.suppress(OSError):
                file.unlink()
    return None


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=LOCK_TIMEOUT)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # a lost entry costs only time
        connection.execute(
            "CREATE TABLE IF NOT EXISTS entry "
            "(kind TEXT, key TEXT, digest TEXT, value TEXT, PRIMARY KEY (kind, key))"
        )
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is damaged, rather than locked or inaccessible."""
    return not isinstance(error, sqlite3.OperationalError)


def _rows(
    connection: sqlite3.Connection, kind: str, keys: Iterable[str]
) -> Iterator[tuple[str, Any]]:
    for key in keys:
        query = "SELECT digest, value FROM entry WHERE kind = ? AND key = ?"
        row = connection.execute(query, (kind, key)).fetchone()
        if row and isinstance(row[1], str) and digest(row[1]) == row[0]:
            yield key, json.loads(row[1])


def _texts(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((key, json.dumps(value)) for key, value in values.items())
