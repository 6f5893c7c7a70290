# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2e5de9f6b8c183c5a5362f159d03ea49
"""Take over submitted jobs whose process has ended."""

import json
from enum import Enum

from ..databases.database import Database, Row
from ..databases.row_mapping import find, update
from .states import (
    CANCELLED,
    DONE,
    FAIL,
    FAILED,
    REFUSE,
    RUNNING,
    SUBMITTED,
    SUBMITTING,
    UNKNOWN,
)

ENDED = frozenset({DONE, FAILED, CANCELLED, UNKNOWN})

LEFT = f"state IN ('{SUBMITTED}', '{RUNNING}')"
"""The condition of a statement for the jobs that are to be followed."""

MAX_TAKEN = 10
"""How often a job is taken over from a process that has ended."""

SET_ASIDE = (
    f"taken up {MAX_TAKEN} times by processes that ended before it did: set aside; "
    "find out what ends them, then use another key"
)


class Adopted(Enum):
    """The process that follows a job."""

    MINE = "mine"
    THEIRS = "theirs"
    """Another process, which still runs."""
    NOBODY = "nobody"
    """No process: the job has ended, or was set aside."""


def adopt(database: Database, key: str) -> Adopted:
    """Follow the job of `key` in this process, unless another one does."""
    row = find(database, key)
    if row is None or row["state"] not in (SUBMITTED, RUNNING):
        return Adopted.NOBODY
    if row["owner"] == database.owner:
        return Adopted.MINE
    if row["owner"] is not None and database.is_alive(row["owner"]):
        return Adopted.THEIRS
    is_left_by_a_crash = row["owner"] is not None
    if is_left_by_a_crash and row["taken"] >= MAX_TAKEN:
        _set_aside(database, row)
        return Adopted.NOBODY
    taken = row["taken"] + is_left_by_a_crash
    update(database, row, owner=database.owner, taken=taken)
    return Adopted.MINE


def leave(database: Database, key: str) -> None:
    """Record that this process does not follow a job any more: another one may."""
    database.change(
        f"UPDATE jobs SET owner = NULL WHERE key = :key AND owner = :owner AND {LEFT}",
        key=key,
        owner=database.owner,
    )


def take_up(database: Database, key: str) -> bool:
    """Count that a worker takes up `key`; return False if it is set aside.

    That is a job which has not ended although it was taken up many times: it may be what ends
    its workers.
    """
    row = find(database, key)
    if row is None or row["state"] in ENDED:
        return True
    if row["taken"] >= MAX_TAKEN:
        _set_aside(database, row)
        return False
    update(database, row, taken=row["taken"] + 1)
    return True


def _set_aside(database: Database, row: Row) -> None:
    if row["state"] in FAIL.before or row["state"] in REFUSE.before:
        after = FAIL.after if row["state"] in FAIL.before else REFUSE.after
        error = json.dumps({"message": SET_ASIDE})
        update(database, row, state=after, error=error)


def want_files(database: Database, key: str, files_to: str) -> None:
    """Ask for the files of a job that was recorded without them."""
    row = find(database, key)
    if row is None or row["files"] is not None or row["files_to"] == files_to:
        return
    update(database, row, files_to=files_to)
    if row["state"] == DONE:  # no process follows it any more
        update(database, row, state=RUNNING, owner=None)


def others_spend(database: Database) -> bool:
    """Whether another process follows jobs for which money is reserved."""
    states = f"'{SUBMITTING}', '{SUBMITTED}', '{RUNNING}'"
    statement = (
        f"SELECT DISTINCT owner FROM jobs WHERE reserved > 0 AND state IN ({states})"
    )
    owners = [row["owner"] for row in database.rows(statement)]
    return any(
        owner is not None and owner != database.owner and database.is_alive(owner)
        for owner in owners
    )


def count_left(database: Database) -> int:
    """Return the number of jobs that were submitted and have not ended."""
    [row] = database.rows(f"SELECT COUNT(*) AS jobs FROM jobs WHERE {LEFT}")
    return int(row["jobs"])


def left_behind(database: Database, after: int, count: int) -> list[Row]:
    """Return the next jobs behind the number `after` that were submitted and have not ended."""
    statement = (
        f"SELECT * FROM jobs WHERE n > :after AND {LEFT} ORDER BY n LIMIT {count}"
    )
    return database.rows(statement, after=after)
