# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8fadc8038c1b9be7e2a9fefce23282d4
"""Find, insert and update rows of jobs by SQL."""

from datetime import UTC, datetime
from typing import Any

from ...errors import JournalError
from .database import Database, JournalRow


def now() -> str:
    """Return the time as the journal writes it: ISO 8601, UTC, so that texts sort by time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def find(database: Database, key: str) -> JournalRow | None:
    """Return the row of `key`, locked until the transaction ends."""
    rows = database.rows(f"SELECT * FROM jobs WHERE key = :key{database.lock}", key=key)
    return rows[0] if rows else None


def find_known(database: Database, key: str) -> JournalRow:
    """Return the row of `key`, which was there before. Raises `JournalError`."""
    row = find(database, key)
    if row is None:
        raise JournalError(f"the journal has lost the key {key!r}")
    return row


def find_intent(database: Database, intent: str) -> JournalRow | None:
    """Return the row whose latest paid call is `intent`."""
    statement = f"SELECT * FROM jobs WHERE intent = :intent{database.lock}"
    rows = database.rows(statement, intent=intent)
    return rows[0] if rows else None


def rows_of_job(database: Database, request_id: str) -> list[JournalRow]:
    """Return the rows of the job with that id: one, unless the service repeats its ids."""
    statement = f"SELECT * FROM jobs WHERE request_id = :request_id{database.lock}"
    return database.rows(statement, request_id=request_id)


def update(database: Database, row: JournalRow, **columns: Any) -> None:
    """Write `columns` to a row, in the table and here."""
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    database.change(f"UPDATE jobs SET {changes} WHERE n = :n", n=row["n"], **columns)
    row.update(columns)


def insert(database: Database, table: str, **columns: Any) -> bool:
    """Insert a row, unless there is one with the same key; return whether it is new."""
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    statement = (
        f"INSERT INTO {table} ({names}) VALUES ({values}) ON CONFLICT DO NOTHING"
    )
    return database.change(statement, **columns) == 1
