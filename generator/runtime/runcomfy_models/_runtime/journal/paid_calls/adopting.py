"""Take over submitted jobs that no living process follows."""

import json
from enum import Enum

from ..databases.database import Database
from ..databases.job_rows import find, update
from .states import FAIL, RUNNING, SUBMITTED, UNFINISHED

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
