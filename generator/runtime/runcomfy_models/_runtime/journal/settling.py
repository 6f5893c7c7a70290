"""Record the decision about a paid call whose outcome is unknown."""

from collections.abc import Iterable

from .databases.database import Database
from .databases.job_rows import find, now, update
from .entry import Entry, read_entry
from .paid_calls.outcomes import mark_unknown_if_owner_ended
from .paid_calls.states import SETTLE_NOT_QUEUED, SETTLE_QUEUED
from .spending import release


def settle_entry(database: Database, key: str, request_id: str | None) -> Entry:
    """Record the job's id, or that the job was not queued if `request_id` is None.

    Raises `LookupError` for an unknown key, `ValueError` if its outcome is known, or if another
    key has that id.
    """
    row = find(database, key)
    if row is None:
        raise LookupError(f"the journal has no key {key!r}: nothing was changed")
    mark_unknown_if_owner_ended(database, row)
    if row["state"] not in SETTLE_QUEUED.before:
        raise ValueError(
            f"{key!r} is {row['state']}, not unknown: there is nothing to settle"
        )
    if request_id is None:
        released = release(database, row)
        update(database, row, **released, state=SETTLE_NOT_QUEUED.after, error=None)
    else:
        _check_is_unused(database, request_id)
        update(
            database,
            row,
            state=SETTLE_QUEUED.after,
            request_id=request_id,
            submitted_at=now(),
            error=None,
            owner=None,
        )
    return read_entry(row)


def settle_not_queued(database: Database, keys: Iterable[str]) -> list[Entry]:
    """Record that none of the jobs was queued. Raises as `settle_entry` does: then, none is."""
    return [settle_entry(database, key, None) for key in keys]


def _check_is_unused(database: Database, request_id: str) -> None:
    statement = "SELECT key FROM jobs WHERE request_id = :request_id"
    for other in database.rows(statement, request_id=request_id):
        raise ValueError(
            f"request {request_id} belongs to the key {other['key']!r}: nothing was changed"
        )
