"""A journal in PostgreSQL, which the processes of many machines may share. Needs psycopg 3."""

import re
import secrets
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

try:
    import psycopg
    from psycopg.rows import dict_row
except ImportError as error:
    raise ImportError(
        'a journal in PostgreSQL needs psycopg: pip install "runcomfy-models[postgres]"'
    ) from error

from ...errors import JournalError
from ..paid_calls.states import UNFINISHED
from .database import JournalRow, LostConnection
from .schema import APPLICATION_ID, VERSION, migrate

SCHEMA = "runcomfy"
"""The schema in which the tables are, beside those of other programs that use the database."""

SESSION: dict[str, Any] = {
    "connect_timeout": 10,
    "application_name": "runcomfy-models",
    # Within half a minute, this process notices a server that cannot be reached any more, and
    # the server notices that this process is gone.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
    "options": f"-c search_path={SCHEMA} -c tcp_keepalives_idle=10 "
    "-c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c client_min_messages=warning "
    # A process that is frozen within a transaction must not block all others.
    "-c idle_in_transaction_session_timeout=10000",
}
"""Settings of the connection."""

OWNER_GRACE = 10.0
"""Seconds for which an owner may have no lock: the server may have been restarted."""


class PostgresDatabase:
    """One connection to a journal in PostgreSQL. See `Database`."""

    serial = "BIGSERIAL PRIMARY KEY"
    lock = " FOR UPDATE"

    def __init__(self, url: str) -> None:
        """Connect, and make or upgrade the tables. Raises `JournalError`."""
        self._url = url
        self.owner = secrets.randbits(62)
        self._missing_since: dict[int, float] = {}
        try:
            self._connection = self._connected()
            _upgrade(self)
        except (LostConnection, psycopg.Error) as error:
            raise JournalError(
                f"the journal's database cannot be used: {error}"
            ) from error

    def rows(self, statement: str, /, **values: Any) -> list[JournalRow]:
        """Return the rows of a SELECT."""
        return self._connection.execute(
            _translated(statement).encode(), values
        ).fetchall()

    def change(self, statement: str, /, **values: Any) -> int:
        """Return how many rows a statement has changed."""
        return self._connection.execute(
            _translated(statement).encode(), values
        ).rowcount

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Commit the changes made inside, durably, or none of them."""
        try:
            with self._connection.transaction():
                yield
        except psycopg.OperationalError as error:  # a deadlock is one, too
            raise LostConnection(str(error)) from error
        except psycopg.Error as error:
            raise JournalError(f"the journal's database refuses: {error}") from error

    def check_space(self) -> None:
        """Do nothing: the disk is the server's."""

    def is_alive(self, owner: int) -> bool:
        """Whether the process that `owner` identifies still exists, perhaps frozen.

        Each process holds a lock that the server releases with its connection.
        """
        if owner == self.owner or not self._is_free(owner):
            self._missing_since.pop(owner, None)
            return True
        since = self._missing_since.setdefault(owner, time.monotonic())
        return time.monotonic() - since < OWNER_GRACE

    def seconds_until_owners_are_known(self) -> float:
        """Return the seconds until it is certain which owners are gone; 0 if it is now."""
        now = time.monotonic()
        return max(
            [OWNER_GRACE - (now - since) for since in self._missing_since.values()]
            + [0.0]
        )

    def now(self) -> float:
        """Return seconds since 1970, by the server's clock."""
        [row] = self.rows("SELECT extract(epoch FROM clock_timestamp())::float8 AS now")
        return float(row["now"])

    def reconnect(self) -> None:
        """Connect again if the connection is lost; raises `LostConnection`."""
        if self._connection.closed:
            self._connection = self._connected()

    def close(self) -> None:
        """Close the connection; others may follow the jobs of this process at once."""
        with suppress(psycopg.Error):
            self.change(
                f"UPDATE jobs SET owner = NULL WHERE owner = :owner AND {UNFINISHED}",
                owner=self.owner,
            )
        self._connection.close()

    def _connected(self) -> "psycopg.Connection[JournalRow]":
        try:
            connection = psycopg.Connection[JournalRow].connect(
                self._url, autocommit=True, row_factory=dict_row, **SESSION
            )
            connection.execute("SELECT pg_advisory_lock(%s)", [self.owner])
        except psycopg.OperationalError as error:
            raise LostConnection(str(error)) from error
        return connection

    def _is_free(self, owner: int) -> bool:
        [row] = self.rows("SELECT pg_try_advisory_lock(:owner) AS is_free", owner=owner)
        if row["is_free"]:
            self.rows("SELECT pg_advisory_unlock(:owner)", owner=owner)
        return bool(row["is_free"])


@cache
def _translated(statement: str) -> str:
    """Return a statement with its named values as psycopg writes them."""
    return re.sub(r"(?<![:\w]):([a-z]\w*)", r"%(\1)s", statement)


def _upgrade(database: PostgresDatabase) -> None:
    """Make the tables, or bring those of an older version up to date."""
    with database.transaction():
        # One process at a time; the others find the tables made.
        database.rows("SELECT pg_advisory_xact_lock(:id)", id=APPLICATION_ID)
        database.change(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        database.change(
            "CREATE TABLE IF NOT EXISTS versions (version INTEGER NOT NULL)"
        )
        [row] = database.rows(
            "SELECT COALESCE(MAX(version), 0) AS version FROM versions"
        )
        if row["version"] > VERSION:
            raise JournalError(
                "the journal was written by a newer version of runcomfy-models: upgrade the "
                "package"
            )
        if row["version"] < VERSION:
            migrate(database, row["version"])
            database.change("INSERT INTO versions VALUES (:version)", version=VERSION)
