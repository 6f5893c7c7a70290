"""The valid rows of a batch, in a temporary file: they may not fit into memory."""

import os
import secrets
import sqlite3
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ..errors import JournalError
from ..http.calls import Call, submit_call
from ..journal.paid_calls.claims import Claim
from ..journal.paid_calls.recorded_inputs import restored_inputs
from ..pricing import Price
from .own_process import OwnProcess

SEND, FINISH = "send", "finish"
"""The next step of a row: pay for its job, or continue one that was paid for."""

PAGE_ROWS = 500
"""Rows that are read at once."""

COLUMNS = (
    "n, location, key, model_id, digest, schema_digest, inputs, body, "
    "low, high, stem, day, step"
)

NAMES = COLUMNS.split(", ")

INSERT = f"INSERT INTO rows ({COLUMNS}) VALUES ({', '.join(f':{n}' for n in NAMES)})"


@dataclass(frozen=True)
class Row:
    """A valid row."""

    location: str
    """Where it comes from: `rows.csv:17`."""
    key: str
    model_id: str
    digest: str
    schema_digest: str
    inputs: str
    """JSON, as the journal records it."""
    body: bytes | None
    """The body of the paid call; None if it can be made of `inputs`."""
    low: Decimal | None
    high: Decimal | None
    stem: str | None
    """The part of the paths of its files that has to differ between rows."""
    day: str
    n: int = 0
    step: str | None = None
    """`SEND` or `FINISH`; None before the plan, and if the row needs neither."""

    def claim(self, stores_inputs: bool, **more: Any) -> Claim:
        """Return the claim of its paid call."""
        return Claim(
            key=self.key,
            model_id=self.model_id,
            digest=self.digest,
            schema_digest=self.schema_digest,
            inputs=self.inputs if stores_inputs else None,
            intent=secrets.token_hex(12),
            cost_at_most=self.high,
            **more,
        )

    def call(self) -> Call:
        """Return the paid call. Raises `ValueError` if a local file has changed since."""
        if self.body is not None:
            return replace(submit_call(self.model_id, {}), body=self.body)
        return submit_call(self.model_id, restored_inputs(self.inputs))


class Spool:
    """The rows that were added, in their order."""

    def __init__(self) -> None:
        """Begin without rows."""
        self._process = OwnProcess()
        # Without a name, the database is a file that has none either, made when the rows exceed
        # SQLite's cache of 2 MB: it is gone with this process, however that ends.
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE rows (n INTEGER PRIMARY KEY, location, key UNIQUE, model_id, digest, "
            "schema_digest, inputs, body, low, high, stem UNIQUE, day, step);"
            "BEGIN"  # never committed: no other process reads it, and a crash may lose it
        )

    def add(self, row: Row) -> str | None:
        """Add a row; return the reason if another row has its key or the names of its files."""
        values = {
            **vars(row),
            "n": None,
            "low": _text(row.low),
            "high": _text(row.high),
        }
        try:
            self._execute(INSERT, values)
        except sqlite3.IntegrityError:
            return self._clash(row)
        return None

    def pages(self, only_todo: bool = False, after: int = 0) -> Iterator[list[Row]]:
        """Yield the rows in their order, some hundreds at a time."""
        where = " AND step IS NOT NULL" if only_todo else ""
        statement = f"SELECT {COLUMNS} FROM rows WHERE n > ?{where} ORDER BY n LIMIT {PAGE_ROWS}"
        while page := self._execute(statement, [after]):
            rows = [_row(values) for values in page]
            yield rows
            after = rows[-1].n

    def set_steps(self, steps: dict[int, str | None]) -> None:
        """Set for each row, by its number, what a run does with it."""
        changes = [(step, n) for n, step in steps.items()]
        with self._usable():
            self._rows.executemany("UPDATE rows SET step = ? WHERE n = ?", changes)

    def price(self) -> Price:
        """Return what the rows to be sent may cost together."""
        return Price(
            self._sum("low"), self._sum("high"), None, "the prices of all rows"
        )

    def unpriced(self) -> list[str]:
        """Return the models, among the rows to be sent, whose highest price is not known."""
        statement = "SELECT DISTINCT model_id FROM rows WHERE step = ? AND high IS NULL"
        return [model_id for (model_id,) in self._execute(statement, [SEND])]

    def count(self, step: str) -> int:
        """Return the number of rows with which a run does `step`."""
        statement = "SELECT COUNT(*) FROM rows WHERE step = ?"
        [(count,)] = self._execute(statement, [step])
        return int(count)

    def close(self) -> None:
        """Forget the rows."""
        self._rows.close()

    def _execute(
        self, statement: str, values: Sequence[Any] | dict[str, Any]
    ) -> list[Any]:
        with self._usable():
            return self._rows.execute(statement, values).fetchall()

    @contextmanager
    def _usable(self) -> Generator[None]:
        """Turn errors of SQLite into `JournalError`, except that of two equal keys."""
        self._process.check()
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise JournalError(
                f"the rows of the batch cannot be stored in {_temporary_folder()}, the folder of "
                f"temporary files: {error}; free some space on its disk, or set SQLITE_TMPDIR to "
                "another folder, then run the same again"
            ) from error

    def _sum(self, column: str) -> Decimal | None:
        """Return the sum of `low` or `high` of the rows to be sent; None if one is unknown."""
        total = Decimal(0)
        statement = (
            f"SELECT {column}, COUNT(*) FROM rows WHERE step = ? GROUP BY {column}"
        )
        for price, count in self._execute(statement, [SEND]):
            if price is None:
                return None
            total += Decimal(price) * count
        return total

    def _clash(self, row: Row) -> str | None:
        """Return what another row has in common with `row`; None if it is the same row again."""
        statement = "SELECT location, digest, model_id FROM rows WHERE key = ?"
        for location, digest, model_id in self._execute(statement, [row.key]):
            if (digest, model_id) == (row.digest, row.model_id):
                return None
            return f"the key {row.key!r} stands for other inputs in {location}: give it another key"
        [(location, key)] = self._execute(
            "SELECT location, key FROM rows WHERE stem = ?", [row.stem]
        )
        return f"its files have the same names as those of {key!r} in {location}: use {{key}}"


def _temporary_folder() -> str:
    """Return the folder in which SQLite makes temporary files: sqlite.org/tempfiles.html, 5."""
    if os.name == "nt":
        return tempfile.gettempdir()
    named = (os.environ.get("SQLITE_TMPDIR"), os.environ.get("TMPDIR"))
    folders = filter(None, (*named, "/var/tmp", "/usr/tmp", "/tmp"))  # noqa: S108
    return next((path for path in folders if os.access(path, os.W_OK | os.X_OK)), ".")


def _row(values: tuple[Any, ...]) -> Row:
    columns: dict[str, Any] = dict(zip(NAMES, values, strict=True))
    for name in ("low", "high"):
        columns[name] = _decimal(columns[name])
    return Row(**columns)


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
