"""Read entries and costs, a page at a time."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..public import public
from .databases.database import Database, JournalRow
from .databases.job_rows import rows_of_job
from .entry import Entry, read_entry
from .paid_calls.states import UNFINISHED

PAGE_ROWS = 500
"""Rows that are read at once."""


@public
@dataclass(frozen=True)
class Cost:
    """The cost of one model's jobs of one day, UTC."""

    day: date
    model_id: str
    jobs: int
    """Paid calls that were accepted, and those whose outcome is unknown."""
    cost: Decimal
    """US dollars, as far as they are known."""
    unknown: int
    """How many of these jobs have no known cost: running, unknown, or not reported."""


@dataclass(frozen=True)
class Filter:
    """A filter for entries; None means all."""

    state: str | None = None
    since: str | None = None
    model_id: str | None = None

    @property
    def where(self) -> str:
        """The conditions to append to those of a statement."""
        parts = {
            "state": " AND state = :state",
            "model_id": " AND model_id = :model_id",
            "since": " AND COALESCE(sent_at, planned_at) >= :since",
        }
        return "".join(
            part for name, part in parts.items() if getattr(self, name) is not None
        )

    @property
    def values(self) -> dict[str, str]:
        """The values in those conditions."""
        return {name: value for name, value in vars(self).items() if value is not None}


def page(database: Database, after: int, filters: Filter) -> list[JournalRow]:
    """Return the next rows after the one with the number `after`."""
    statement = f"SELECT * FROM jobs WHERE n > :after{filters.where} ORDER BY n LIMIT {PAGE_ROWS}"
    return database.rows(statement, after=after, **filters.values)


def count_unfinished(database: Database) -> int:
    """Return the number of jobs that were submitted and have not ended."""
    [row] = database.rows(f"SELECT COUNT(*) AS jobs FROM jobs WHERE {UNFINISHED}")
    return int(row["jobs"])


def unfinished_jobs(database: Database, after: int, count: int) -> list[JournalRow]:
    """Return the next jobs after number `after` that were submitted and have not ended."""
    statement = (
        f"SELECT * FROM jobs WHERE n > :after AND {UNFINISHED} ORDER BY n LIMIT {count}"
    )
    return database.rows(statement, after=after)


def job_entry(database: Database, request_id: str) -> Entry | None:
    """Return the entry of the job with that id; None if there is none, or more than one."""
    rows = rows_of_job(database, request_id)
    return read_entry(rows[0]) if len(rows) == 1 else None


def earlier_attempts(
    database: Database, rows: list[JournalRow]
) -> dict[str, list[dict[str, Any]]]:
    """Return the paid calls of each key before its latest one, as JSON; the oldest first.

    `rows` is a page of entries; keys without such calls are left out.
    """
    if all(row["attempt"] <= 1 for row in rows):
        return {}
    statement = (
        "SELECT key, attempt, state, request_id, cost, error, sent_at, ended_at FROM attempts "
        "WHERE key IN (SELECT key FROM jobs WHERE n BETWEEN :first AND :last) ORDER BY attempt"
    )
    earlier: dict[str, list[dict[str, Any]]] = {}
    for row in database.rows(statement, first=rows[0]["n"], last=rows[-1]["n"]):
        error = row["error"] and json.loads(row["error"])["message"]
        earlier.setdefault(row.pop("key"), []).append({**row, "error": error})
    return earlier


def costs(database: Database) -> list[Cost]:
    """Return what was spent by day and model, in that order, with all attempts of each key."""
    columns = "SUBSTR(sent_at, 1, 10) AS day, model_id, cost"
    accepted = "sent_at IS NOT NULL AND (request_id IS NOT NULL OR state = 'unknown')"
    statement = (
        f"SELECT day, model_id, cost, COUNT(*) AS jobs FROM (SELECT {columns} FROM jobs "
        f"WHERE {accepted} UNION ALL SELECT {columns} FROM attempts WHERE {accepted}) AS paid "
        "GROUP BY day, model_id, cost ORDER BY day, model_id"
    )
    groups: dict[tuple[str, str], list[JournalRow]] = {}
    for row in database.rows(statement):
        groups.setdefault((row["day"], row["model_id"]), []).append(row)
    return [_cost(day, model_id, rows) for (day, model_id), rows in groups.items()]


def counts(database: Database) -> dict[str, int]:
    """Return the number of entries in each state."""
    statement = "SELECT state, COUNT(*) AS jobs FROM jobs GROUP BY state"
    return {row["state"]: row["jobs"] for row in database.rows(statement)}


def _cost(day: str, model_id: str, rows: list[JournalRow]) -> Cost:
    known: list[Any] = [row for row in rows if row["cost"] is not None]
    jobs = sum(row["jobs"] for row in rows)
    total = sum((Decimal(row["cost"]) * row["jobs"] for row in known), Decimal(0))
    reported = sum(row["jobs"] for row in known)
    return Cost(date.fromisoformat(day), model_id, jobs, total, jobs - reported)
