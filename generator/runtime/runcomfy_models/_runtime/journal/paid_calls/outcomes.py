"""Record the outcome of a paid call and of its job."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..databases.database import Database, Row
from ..databases.row_mapping import find_intent, find_job, find_known, now, update
from ..spending import charge, release
from .states import (
    ACCEPT,
    CANCEL,
    COMPLETE,
    FAIL,
    LOSE,
    REFUSE,
    RUNNING,
    START,
    SUBMITTING,
    WITHDRAW,
    Move,
)

GONE = "the process that made the paid call ended before an answer came"

Response = Mapping[str, Any]
"""The response: `message`, and other known facts."""


def accept(database: Database, intent: str, request_id: str, is_followed: bool) -> None:
    """Record the request_id, before anything else is done with it.

    If it `is_followed`, the owner of the intent waits for the end of the job, and other
    processes do not.
    """
    changed = database.change(
        f"UPDATE jobs SET state = '{ACCEPT.after}', request_id = :request_id, error = NULL, "
        f"submitted_at = :now{'' if is_followed else ', owner = NULL'} "
        f"WHERE intent = :intent AND {ACCEPT.where}",
        intent=intent,
        request_id=request_id,
        now=now(),
    )
    if not changed:  # the key was settled and paid for again in the meantime
        database.change(
            "UPDATE attempts SET request_id = :request_id WHERE intent = :intent",
            intent=intent,
            request_id=request_id,
        )


def withdraw(database: Database, intent: str, response: Response) -> None:
    """Record that the job was certainly not queued, and may be sent again."""
    _undo(database, intent, WITHDRAW, response)


def refuse(database: Database, intent: str, response: Response) -> None:
    """Record that the service refused the inputs or the account."""
    _undo(database, intent, REFUSE, response)


def lose(database: Database, intent: str, response: Response) -> None:
    """Record that it is unknown whether the job was queued."""
    row = find_intent(database, intent)
    if row and row["state"] in LOSE.before:
        update(database, row, state=LOSE.after, error=json.dumps(response))


def lose_if_gone(database: Database, row: Row) -> None:
    """Record that the outcome of an intent is unknown if its owner is gone."""
    if row["state"] in LOSE.before and not database.is_alive(row["owner"]):
        update(database, row, state=LOSE.after, error=json.dumps({"message": GONE}))


def lose_all_gone(database: Database) -> None:
    """Record that the outcome is unknown of every intent whose owner is gone."""
    statement = f"SELECT DISTINCT owner FROM jobs WHERE state = '{SUBMITTING}'"
    for row in database.rows(statement):
        if not database.is_alive(row["owner"]):
            database.change(
                f"UPDATE jobs SET state = '{LOSE.after}', error = :error "
                f"WHERE owner = :owner AND {LOSE.where}",
                owner=row["owner"],
                error=json.dumps({"message": GONE}),
            )


def start(database: Database, request_id: str) -> None:
    """Record that the job has left the queue."""
    for row in find_job(database, request_id):
        if row["state"] in START.before:
            update(database, row, state=START.after, running_at=now())


def complete(
    database: Database, request_id: str, answer: str, cost: Decimal | None
) -> list[Row]:
    """Record the result; the job is done, unless its files are still to be downloaded.

    Returns the updated rows of the job, as `fail` and `cancel` do.
    """
    rows = find_job(database, request_id)
    for row in rows:
        if row["state"] in COMPLETE.before:
            has_files = row["files_to"] is None or row["files"] is not None
            columns = charge(database, row, cost) | {
                "state": COMPLETE.after if has_files else RUNNING,
                "answer": answer,
                "error": None,
                "ended_at": now(),
            }
            update(database, row, **columns)
    return rows


def finish(database: Database, key: str, files: str) -> Row:
    """Record the files of a job that has completed: it is done. Return its row."""
    row = find_known(database, key)
    if row["answer"] is not None and row["state"] in COMPLETE.before:
        update(database, row, state=COMPLETE.after, files=files, error=None)
    return row


def note(database: Database, key: str, message: str) -> Row:
    """Record why a job is not done yet, and that this process has stopped following it."""
    row = find_known(database, key)
    update(database, row, error=json.dumps({"message": message}), owner=None)
    return row


def fail(
    database: Database, request_id: str, response: Response, cost: Decimal | None
) -> list[Row]:
    """Record that the job has ended without a result. An unknown cost stays reserved."""
    rows = find_job(database, request_id)
    for row in rows:
        if row["state"] in FAIL.before:
            _end(database, row, FAIL, response, charge(database, row, cost))
    return rows


def cancel(
    database: Database, request_id: str, response: Response, cost: Decimal | None
) -> list[Row]:
    """Record that the job was cancelled: it is not charged. Source: the API's docs."""
    rows = find_job(database, request_id)
    for row in rows:
        if row["state"] in CANCEL.before:
            columns = charge(database, row, cost) or release(database, row)
            _end(database, row, CANCEL, response, columns)
    return rows


def _undo(database: Database, intent: str, move: Move, response: Response) -> None:
    row = find_intent(database, intent)
    if row and row["state"] in LOSE.before:
        released = release(database, row)
        update(database, row, **released, state=move.after, error=json.dumps(response))


def _end(
    database: Database,
    row: Row,
    move: Move,
    response: Response,
    columns: dict[str, Any],
) -> None:
    error, moment = json.dumps(response), now()
    update(database, row, **columns, state=move.after, error=error, ended_at=moment)
