"""The journal: what users open, read and settle."""

import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from ..option_checks import check_text
from ..public import public
from . import queries
from .databases.connecting import connector
from .databases.database import Database, JournalRow
from .databases.job_rows import find
from .entry import Entry, read_entry
from .export import export
from .paid_calls.outcomes import mark_unknown_of_ended_owners
from .paid_calls.states import STATES, UNKNOWN
from .queries import Cost, Filter
from .settling import settle_entry
from .worker import Worker

Returned = TypeVar("Returned")


@public
class Journal:
    """A durable record of paid calls and their jobs.

        with Journal("jobs.db") as journal, RunComfy(journal=journal) as account:
            client = image_to_video.Client(account)
            client.with_options(key="order-17").run(prompt="…", start_image_url="https://…")

    The intent of a paid call is on disk before the call is made, and the request_id before
    anything else is done with it. So a key is paid for once, in any process and however
    often it is run. A paid call whose outcome is unknown is never made again: see `unknown`
    and `settle`.

    One journal serves any number of threads, processes and clients, synchronous and
    asynchronous. No token is ever stored.
    """

    def __init__(self, where: str | Path, *, inputs: bool = True) -> None:
        """Open a journal, or create it if it does not exist.

        Args:
            where: The path of a file (SQLite), for the processes of one machine; or
                `postgresql://…`, for many machines, with runcomfy-models[postgres].
            inputs: Whether the inputs are stored; else only their digest is.

        Raises:
            JournalError: It cannot be used: the message says why, and what to do. A damaged
                file is never replaced by a new one.
            ValueError: A URL of another kind.
            ImportError: psycopg is not installed.
        """
        self._worker = Worker(connector(where))
        self.where = str(where)
        self.stores_inputs = inputs
        self.do(mark_unknown_of_ended_owners).result()

    def __repr__(self) -> str:
        """Show where it is, without a password."""
        return f"<Journal {self.where.rpartition('@')[2]}>"

    def do(self, work: Callable[[Database], Returned]) -> "Future[Returned]":
        """Do `work` in a transaction, in the journal's thread. For the library itself."""
        return self._worker.do(work)

    def get(self, key: str) -> Entry | None:
        """Return the entry of `key`; None if there is none."""
        row = self.do(partial(find, key=key)).result()
        return None if row is None else read_entry(row)

    def entries(
        self,
        *,
        state: str | None = None,
        since: date | datetime | None = None,
        model: str | None = None,
    ) -> Iterator[Entry]:
        """Yield the entries in the order in which they were made, a few hundred at a time.

        Args:
            state: One of `STATES`, in `runcomfy_models.journal`.
            since: Only those that were sent, or else planned, at that time or later. A
                `datetime` without a time zone is local time; a `date` begins in UTC.
            model: Only those of this model_id.

        Raises:
            ValueError: The state does not exist.
            TypeError: `model` is not a text.
        """
        rows = chain.from_iterable(self._pages(_filter(state, since, model)))
        return map(read_entry, rows)

    def documents(
        self,
        *,
        state: str | None = None,
        since: date | datetime | None = None,
        model: str | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Yield the entries as JSON objects: `Entry.to_dict()`, and the earlier paid calls.

        Those of a key are under `attempts`, the oldest first: `attempt`, `state`, `request_id`,
        `cost`, `error`, `sent_at`, `ended_at`. The arguments and errors are those of `entries`.
        """
        return self._documents(_filter(state, since, model))

    def unknown(self) -> list[Entry]:
        """Return the entries of jobs that may or may not have been queued.

        Each has `digest`, `sent_at`, and in `response` what came back. Look for the job in
        the account's history, then `settle` it. With PostgreSQL, it waits up to ten seconds if
        a process that was paying seems to be gone: its connection may only be interrupted.
        """
        return list(self.entries(state=UNKNOWN))

    def settle(
        self, key: str, *, request_id: str | None = None, sent: bool | None = None
    ) -> Entry:
        """Record the outcome of an unknown entry, and return the entry.

        Args:
            key: Key of the entry.
            request_id: The id of its job: the next run waits for it.
            sent: False says that the job was not queued: the next run pays for one.

        Raises:
            LookupError: The key does not exist.
            ValueError: The entry is not unknown, `request_id` is invalid or belongs to another
                key, or not exactly one of `request_id=…` and `sent=False` was given.
        """
        _check_decision(request_id, sent)
        self._mark_unknown(until_certain=True)
        return self.do(partial(settle_entry, key=key, request_id=request_id)).result()

    def costs(self) -> list[Cost]:
        """Return what was spent by day and model."""
        return self.do(queries.costs).result()

    def export(
        self,
        path: str | Path,
        *,
        state: str | None = None,
        since: date | datetime | None = None,
        model: str | None = None,
    ) -> int:
        """Write the entries to a file, by its suffix `.jsonl` or `.csv`; return their number.

        Each is as in `documents`; the other arguments are those of `entries`. A cell of a CSV
        file that a spreadsheet would take for a formula begins with `'`.
        """
        return export(Path(path), self.documents(state=state, since=since, model=model))

    def close(self) -> None:
        """Finish what is being written, then close the journal."""
        self._worker.close()

    def __enter__(self) -> Self:
        """Return the journal itself."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the journal."""
        self.close()

    def _mark_unknown(self, until_certain: bool) -> None:
        """Mark the intents whose owner is gone; `until_certain` waits for those in doubt."""
        self.do(mark_unknown_of_ended_owners).result()
        if until_certain and (
            seconds := self.do(
                lambda database: database.seconds_until_owners_are_known()
            ).result()
        ):
            time.sleep(seconds)
            self.do(mark_unknown_of_ended_owners).result()

    def _documents(self, filters: Filter) -> Iterator[dict[str, Any]]:
        for rows in self._pages(filters):
            earlier = self.do(partial(queries.earlier_attempts, rows=rows)).result()
            for row in rows:
                attempts = earlier.get(row["key"], [])
                yield {**read_entry(row).to_dict(), "attempts": attempts}

    def _pages(self, filters: Filter) -> Iterator[list[JournalRow]]:
        self._mark_unknown(until_certain=filters.state == UNKNOWN)
        after = 0
        while rows := self.do(
            partial(queries.page, after=after, filters=filters)
        ).result():
            yield rows
            after = rows[-1]["n"]


def new_key() -> str:
    """Return a unique key, for a paid call without one."""
    return f"call-{secrets.token_hex(8)}"


def _filter(state: str | None, since: object, model: str | None) -> Filter:
    check_text("model", model)
    return Filter(_checked_state(state), _text(since), model)


def _checked_state(state: str | None) -> str | None:
    if state is not None and state not in STATES:
        raise ValueError(f"unknown state {state!r}: it is one of {', '.join(STATES)}")
    return state


def _text(moment: object) -> str | None:
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(moment, date):
        return moment.isoformat()
    raise TypeError(f"since has to be a date or a datetime, not {moment!r}")


def _check_decision(request_id: str | None, sent: bool | None) -> None:
    from ..http.request_ids import is_request_id

    if (request_id is None) is not (sent is False) or sent:
        raise ValueError("give either request_id=… or sent=False")
    if request_id is not None and not is_request_id(request_id):
        raise ValueError("that is not a request_id")
