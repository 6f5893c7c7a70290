# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 42f1b172f2817ad59f668a46767494e0
"""Record the decision about a paid call whose outcome is unknown."""

from .databases.database import Database
from .databases.row_mapping import find, now, update
from .entry import Entry, read_entry
from .paid_calls.outcomes import lose_if_gone
from .paid_calls.states import FIND, MISS
from .spending import release


def settle_entry(database: Database, key: str, request_id: str | None) -> Entry:
    """Record the job's id, or, if it is None, that the job was not queued.

    Raises `LookupError` for an unknown key, `ValueError` if its outcome is known, or if the id
    is that of another key.
    """
    row = find(database, key)
    if row is None:
        raise LookupError(f"the journal has no key {key!r}: nothing was changed")
    lose_if_gone(database, row)
    if row["state"] not in FIND.before:
        raise ValueError(
            f"{key!r} is {row['state']}, not unknown: there is nothing to settle"
        )
    if request_id is None:
        released = release(database, row)
        update(database, row, **released, state=MISS.after, error=None)
    else:
        _check_is_free(database, request_id)
        found = {
            "request_id": request_id,
            "submitted_at": now(),
            "error": None,
            "owner": None,
        }
        update(database, row, state=FIND.after, **found)
    return read_entry(row)


def _check_is_free(database: Database, request_id: str) -> None:
    statement = "SELECT key FROM jobs WHERE request_id = :request_id"
    for other in database.rows(statement, request_id=request_id):
        raise ValueError(
            f"request {request_id} belongs to the key {other['key']!r}: nothing was changed"
        )
