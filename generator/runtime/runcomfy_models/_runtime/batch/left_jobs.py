"""Count the jobs that an interruption has left under way, by what the journal has of them."""

from collections.abc import Iterable
from dataclasses import replace

from ..journal.databases.database import Database
from ..journal.databases.job_rows import find
from ..journal.entry import Entry, read_entry
from ..journal.paid_calls.states import (
    PLANNED,
    RUNNING,
    SUBMITTED,
    SUBMITTING,
    UNKNOWN,
)
from .progress import Progress


def left_entries(database: Database, keys: Iterable[str]) -> list[Entry]:
    """Return the entries of `keys`."""
    rows = [find(database, key) for key in keys]
    return [read_entry(row) for row in rows if row is not None]


def count_left(progress: Progress, entries: Iterable[Entry]) -> None:
    """Correct `progress` by the entries of the jobs that were under way.

    Some were cancelled, and some were never sent. A paid call that was not waited for is unknown.
    """
    for entry in entries:
        if entry.state in (SUBMITTED, RUNNING):  # it goes on
            continue
        progress.keys_under_way.discard(entry.key)
        if entry.state == SUBMITTING:
            progress.ended(replace(entry, state=UNKNOWN))
        elif entry.state != PLANNED:
            progress.ended(entry)
