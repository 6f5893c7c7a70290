# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c3c84138078ce2b5f4c73838effbbc37
"""The rows of a batch to be run, in a temporary file: they may not fit into memory."""

import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..http.calls import Call, submit_call
from ..journal.paid_calls.claims import Claim
from ..journal.paid_calls.recorded_inputs import restored_inputs
from ..pricing import Price

SEND, FINISH = "send", "finish"
"""What a run does with a row: pay for its job, or go on with one that was paid for."""

PAGE = 500
"""Rows that are read at once."""

COLUMNS = (
    "n, place, key, model_id, digest, schema, inputs, body, low, high, stem, day, step"
)

NAMES = COLUMNS.split(", ")

INSERT = f"INSERT INTO rows ({COLUMNS}) VALUES ({', '.join(f':{n}' for n in NAMES)})"


@dataclass(frozen=True)
class Row:
    """A row that is to be sent."""

    place: str
    """Where it comes from: `rows.csv:17`."""
    key: str
    model_id: str
    digest: str
    schema: str
    inputs: str
    """JSON, as the journal records it."""
    body: bytes | None
    """The body of the paid call; None if it can be made of `inputs`."""
    low: Decimal | None
    high: Decimal | None
    stem: str | None
    """The part of its file names that other rows do not have."""
    day: str
    n: int = 0
    step: str | None = SEND
    """What a run does with it; None for nothing."""

    def claim(self, stores_inputs: bool, **more: Any) -> Claim:
        """Return the claim of its paid call."""
        return Claim(
            key=self.key,
            model_id=self.model_id,
            digest=self.digest,
            schema=self.schema,
            inputs=self.inputs if stores_inputs else None,
            intent=secrets.token_hex(12),
            most=self.high,
            **more,
        )

    def call(self) -> Call:
        """Return the paid call. Raises `ValueError` if a local file has changed since."""
        if self.body is not None:
            return Call(*_target(self.model_id), body=self.body)
        return submit_call(self.model_id, restored_inputs(self.inputs))


def _target(model_id: str) -> tuple[str, str, str]:
    empty = submit_call(model_id, {})
    return empty.method, empty.path, model_id


class Spool:
    """The rows that were added, in their order."""

    def __init__(self) -> None:
        """Make the temporary file."""
        self._folder = tempfile.TemporaryDirectory(prefix="runcomfy-batch-")
        path = Path(self._folder.name, "rows.db")
        self._rows = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False
        )
        self._rows.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE rows (n INTEGER PRIMARY KEY, place, key UNIQUE, model_id, digest, "
            "schema, inputs, body, low, high, stem UNIQUE, day, step);"
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
            self._rows.execute(INSERT, values)
        except sqlite3.IntegrityError:
            return self._clash(row)
        return None

    def pages(self, only_todo: bool = False, after: int = 0) -> Iterator[list[Row]]:
        """Yield the rows in their order, some hundreds at a time."""
        where = " AND step IS NOT NULL" if only_todo else ""
        statement = (
            f"SELECT {COLUMNS} FROM rows WHERE n > ?{where} ORDER BY n LIMIT {PAGE}"
        )
        while found := self._rows.execute(statement, [after]).fetchall():
            rows = [_row(values) for values in found]
            yield rows
            after = rows[-1].n

    def keep(self, steps: dict[int, str | None]) -> None:
        """Set for each row, by its number, what a run does with it."""
        changes = [(step, n) for n, step in steps.items()]
        self._rows.executemany("UPDATE rows SET step = ? WHERE n = ?", changes)

    def price(self) -> Price:
        """Return what the rows to be sent cost together."""
        low, high = Decimal(0), Decimal(0)
        is_known = [True, True]
        statement = (
            "SELECT low, high, COUNT(*) FROM rows WHERE step = ? GROUP BY low, high"
        )
        for least, most, count in self._rows.execute(statement, [SEND]):
            is_known = [
                is_known[0] and least is not None,
                is_known[1] and most is not None,
            ]
            low += Decimal(least or 0) * count
            high += Decimal(most or 0) * count
        ends = (low if is_known[0] else None, high if is_known[1] else None)
        return Price(*ends, None, "the prices of all rows")

    def unpriced(self) -> list[str]:
        """Return the models of the rows to be sent of which no highest price is known."""
        statement = "SELECT DISTINCT model_id FROM rows WHERE step = ? AND high IS NULL"
        return [model_id for (model_id,) in self._rows.execute(statement, [SEND])]

    def count(self, step: str) -> int:
        """Return the number of rows with which a run does `step`."""
        statement = "SELECT COUNT(*) FROM rows WHERE step = ?"
        [(count,)] = self._rows.execute(statement, [step])
        return int(count)

    def close(self) -> None:
        """Remove the temporary file."""
        self._rows.close()
        self._folder.cleanup()

    def _clash(self, row: Row) -> str | None:
        statement = "SELECT place, digest, model_id FROM rows WHERE key = ?"
        for place, digest, model_id in self._rows.execute(statement, [row.key]):
            if (digest, model_id) == (row.digest, row.model_id):
                return None  # a repetition of the same row
            return f"the key {row.key!r} stands for other inputs in {place}: give it another key"
        [(place, key)] = self._rows.execute(
            "SELECT place, key FROM rows WHERE stem = ?", [row.stem]
        )
        return (
            f"its files have the same names as those of {key!r} in {place}: use {{key}}"
        )


def _row(values: tuple[Any, ...]) -> Row:
    named: dict[str, Any] = dict(zip(NAMES, values, strict=True))
    named["low"], named["high"] = _decimal(named["low"]), _decimal(named["high"])
    return Row(**named)


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
