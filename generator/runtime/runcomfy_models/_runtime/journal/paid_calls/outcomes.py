"""Record the outcome of a paid call and of its job."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..databases.database import Database, JournalRow
from ..databases.job_rows import find, find_intent, find_known, now, rows_of_job, update
from ..spending import charge, release
from .states import (
    ACCEPT,
    AWAIT_FILES,
    CANCEL,
    COMPLETE,
    DONE,
    FAIL,
    MARK_UNKNOWN,
    REFUSE,
    START,
    SUBMITTING,
    WITHDRAW,
    Transition,
)

OWNER_ENDED = "the process that made the paid call ended before an answer came"

ErrorRecord = Mapping[str, Any]
"""The column `error`, a JSON object: `message`, and other known facts."""


def accept(
    database: Database, intent: str, request_id: str, *, is_followed: bool
) -> None:
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
        _accept_archived(database, intent, request_id)


def _accept_archived(database: Database, intent: str, request_id: str) -> None:
    changed = database.change(
        "UPDATE attempts SET request_id = :request_id "
        "WHERE intent = :intent AND request_id IS NULL",
        intent=intent,
        request_id=request_id,
    )
    if changed:
        database.change(
            "UPDATE jobs SET paid_before = paid_before + 1 "
            "WHERE key IN (SELECT key FROM attempts WHERE intent = :intent)",
            intent=intent,
        )


def withdraw(database: Database, intent: str, facts: ErrorRecord) -> None:
    """Record that the job was certainly not queued, and may be sent again."""
    _undo(database, intent, WITHDRAW, facts)


def refuse(database: Database, intent: str, facts: ErrorRecord) -> None:
    """Record that the service refused the inputs or the account."""
    _undo(database, intent, REFUSE, facts)


def mark_unknown(database: Database, intent: str, facts: ErrorRecord) -> None:
    """Record that it is unknown whether the job was queued."""
    row = find_intent(database, intent)
    if row and row["state"] in MARK_UNKNOWN.before:
        update(database, row, state=MARK_UNKNOWN.after, error=json.dumps(facts))


def mark_unknown_if_owner_ended(database: Database, row: JournalRow) -> None:
    """Record that the outcome of an intent is unknown if its owner is gone."""
    if row["state"] in MARK_UNKNOWN.before and not database.is_alive(row["owner"]):
        error = json.dumps({"message": OWNER_ENDED})
        update(database, row, state=MARK_UNKNOWN.after, error=error)


def mark_unknown_of_ended_owners(database: Database) -> None:
    """Record that the outcome is unknown of every intent whose owner is gone."""
    statement = f"SELECT DISTINCT owner FROM jobs WHERE state = '{SUBMITTING}'"
    for row in database.rows(statement):
        if not database.is_alive(row["owner"]):
            database.change(
                f"UPDATE jobs SET state = '{MARK_UNKNOWN.after}', error = :error "
                f"WHERE owner = :owner AND {MARK_UNKNOWN.where}",
                owner=row["owner"],
                error=json.dumps({"message": OWNER_ENDED}),
            )


def start(database: Database, request_id: str) -> None:
    """Record that the job has left the queue."""
    for row in rows_of_job(database, request_id):
        if row["state"] in START.before:
            update(database, row, state=START.after, running_at=now())


def record_result(
    database: Database, request_id: str, answer: str, cost: Decimal | None
) -> list[JournalRow]:
    """Record the result; the job is done, unless its files are still to be downloaded.

    Returns all rows of the job, updated or not, as `fail` and `cancel` do.
    """
    rows = rows_of_job(database, request_id)
    for row in rows:
        if row["state"] in COMPLETE.before:
            has_files = row["files_to"] is None or row["files"] is not None
            transition = COMPLETE if has_files else AWAIT_FILES
            columns = charge(database, row, cost) | {
                "state": transition.after,
                "answer": answer,
                "error": None,
                "ended_at": now(),
            }
            update(database, row, **columns)
    return rows


def request_files(database: Database, key: str, files_to: str) -> None:
    """Ask for the files of a job that was recorded without them."""
    row = find(database, key)
    if row is None or row["files"] is not None or row["files_to"] == files_to:
        return
    update(database, row, files_to=files_to)
    if row["state"] == DONE:  # so that a process follows it again
        update(database, row, state=AWAIT_FILES.after, owner=None)


def record_stored_files(database: Database, key: str, files: str) -> JournalRow:
    """Record the files of a job that has completed: it is done. Return its row."""
    row = find_known(database, key)
    if row["answer"] is not None and row["state"] in COMPLETE.before:
        update(database, row, state=COMPLETE.after, files=files, error=None)
    return row


def record_problem(database: Database, key: str, message: str) -> JournalRow:
    """Record why a job is not done yet, and that this process has stopped following it."""
    row = find_known(database, key)
    update(database, row, error=json.dumps({"message": message}), owner=None)
    return row


def fail(
    database: Database,
    request_id: str,
    facts: ErrorRecord,
    cost: Decimal | None,
    answer: str | None = None,
) -> list[JournalRow]:
    """Record that the job has ended without a result. An unknown cost stays reserved.

    `answer` is that of a job that completed, with an output of another form: it is kept.
    """
    rows = rows_of_job(database, request_id)
    for row in rows:
        if row["state"] in FAIL.before:
            columns = charge(database, row, cost) | {"answer": answer}
            _end(database, row, FAIL, facts, columns)
    return rows


def cancel(
    database: Database, request_id: str, facts: ErrorRecord, cost: Decimal | None
) -> list[JournalRow]:
    """Record that the job was cancelled: it is not charged. Source: the API's docs."""
    rows = rows_of_job(database, request_id)
    for row in rows:
        if row["state"] in CANCEL.before:
            columns = charge(database, row, cost) or release(database, row)
            _end(database, row, CANCEL, facts, columns)
    return rows


def _undo(
    database: Database, intent: str, transition: Transition, facts: ErrorRecord
) -> None:
    row = find_intent(database, intent)
    if row and row["state"] == SUBMITTING:
        columns, error = release(database, row), json.dumps(facts)
        update(database, row, **columns, state=transition.after, error=error)


def _end(
    database: Database,
    row: JournalRow,
    transition: Transition,
    facts: ErrorRecord,
    columns: dict[str, Any],
) -> None:
    error, moment = json.dumps(facts), now()
    update(
        database, row, **columns, state=transition.after, error=error, ended_at=moment
    )
