"""Take over submitted jobs whose process has ended."""

import json
from enum import Enum

from ..databases.database import Database, Row
from ..databases.job_rows import find, update
from .states import DONE, FAIL, RUNNING, SUBMITTED, SUBMITTING

UNFINISHED = f"state IN ('{SUBMITTED}', '{RUNNING}')"
"""The condition, in a statement, of jobs that were submitted and have not ended."""

MAX_TAKEOVERS = 10
"""How often a job is taken over from a process that has ended."""

SET_ASIDE = (
    f"set aside: {MAX_TAKEOVERS} processes that took up this job have ended before it did; "
    "find out why, then use another key"
)


class Follower(Enum):
    """The process that follows a job."""

    THIS_PROCESS = "this process"
    OTHER_PROCESS = "another process, which still runs"
    NONE = "none: the job has ended, or was set aside"


def adopt(database: Database, key: str) -> Follower:
    """Follow the job of `key` in this process, unless another one does.

    A job that `MAX_TAKEOVERS` processes have taken over and not survived is recorded as failed:
    it may be what ended them.
    """
    row = find(database, key)
    if row is None or row["state"] not in (SUBMITTED, RUNNING):
        return Follower.NONE
    if row["owner"] == database.owner:
        return Follower.THIS_PROCESS
    if row["owner"] is not None and database.is_alive(row["owner"]):
        return Follower.OTHER_PROCESS
    owner_crashed = row["owner"] is not None
    has_no_result = row["answer"] is None
    if owner_crashed and has_no_result and row["taken"] >= MAX_TAKEOVERS:
        error = json.dumps({"message": SET_ASIDE})
        update(database, row, state=FAIL.after, error=error)
        return Follower.NONE
    takeovers = row["taken"] + owner_crashed
    update(database, row, owner=database.owner, taken=takeovers)
    return Follower.THIS_PROCESS


def leave(database: Database, key: str) -> None:
    """Record that this process no longer follows a job, so that another one may."""
    database.change(
        f"UPDATE jobs SET owner = NULL WHERE key = :key AND owner = :owner AND {UNFINISHED}",
        key=key,
        owner=database.owner,
    )


def request_files(database: Database, key: str, files_to: str) -> None:
    """Ask for the files of a job that was recorded without them."""
    row = find(database, key)
    if row is None or row["files"] is not None or row["files_to"] == files_to:
        return
    update(database, row, files_to=files_to)
    if row["state"] == DONE:  # so that a process follows it again
        update(database, row, state=RUNNING, owner=None)


def others_have_reserved(database: Database) -> bool:
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


def count_unfinished(database: Database) -> int:
    """Return the number of jobs that were submitted and have not ended."""
    [row] = database.rows(f"SELECT COUNT(*) AS jobs FROM jobs WHERE {UNFINISHED}")
    return int(row["jobs"])


def unfinished_jobs(database: Database, after: int, count: int) -> list[Row]:
    """Return the next jobs after number `after` that were submitted and have not ended."""
    statement = (
        f"SELECT * FROM jobs WHERE n > :after AND {UNFINISHED} ORDER BY n LIMIT {count}"
    )
    return database.rows(statement, after=after)
