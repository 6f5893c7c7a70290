"""Add up what jobs have cost and may still cost, and compare it with a budget."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..pricing import format_dollars
from .databases.database import Database, JournalRow
from .money import from_units, to_units
from .paid_calls.states import DONE, RUNNING, SUBMITTED, SUBMITTING

ALL = "all"
"""The period of everything in a journal; all others are days."""


@dataclass(frozen=True)
class BudgetLimits:
    """Limits in all and for one day, UTC; None for no limit."""

    total: Decimal | None = None
    per_day: Decimal | None = None

    @property
    def are_set(self) -> bool:
        """Whether there is a limit."""
        return self.total is not None or self.per_day is not None


@dataclass(frozen=True)
class Spending:
    """The amount spent in all or on a day, and what is reserved for jobs of unknown cost."""

    charged: Decimal = Decimal(0)
    reserved: Decimal = Decimal(0)


def spending(database: Database, day: str) -> tuple[Spending, Spending]:
    """Return what was spent in all, and on `day`; both are locked until the transaction ends."""
    statement = f"SELECT * FROM spending WHERE period IN (:all, :day){database.lock}"
    by_period = {
        row["period"]: Spending(from_units(row["charged"]), from_units(row["reserved"]))
        for row in database.rows(statement, all=ALL, day=day)
    }
    return by_period[ALL], by_period.get(day, Spending())


def charged_in_all(database: Database) -> Decimal:
    """Return the US dollars that all jobs of the journal have cost, as far as that is known."""
    [row] = database.rows("SELECT charged FROM spending WHERE period = :all", all=ALL)
    return from_units(row["charged"])


def excess(database: Database, limits: BudgetLimits, cost: Decimal, day: str) -> str:
    """Return why a job that costs `cost` dollars would exceed the limits; empty if it fits."""
    if not limits.are_set:
        return ""
    in_all, on_day = spending(database, day)
    for period, limit, so_far in (
        ("", limits.total, in_all),
        (" a day", limits.per_day, on_day),
    ):
        used = so_far.charged + so_far.reserved
        if limit is not None and used + cost > limit:
            share = f"{format_dollars(used)} of {format_dollars(limit)}{period}"
            its_cost = format_dollars(cost)
            return f"it may cost {its_cost}, and {share} are spent or reserved"
    return ""


def unknown_cost(model_ids: Iterable[str]) -> str:
    """Return why no job of these models fits a budget: nothing says what it costs at most."""
    models = ", ".join(model_ids)
    return f"a budget needs to know what a job of {models} costs at most: give cost_at_most=…"


def highest_cost(database: Database, model_id: str) -> Decimal | None:
    """Return the highest cost of a job of this model; None if no cost is known."""
    statement = (
        "SELECT MAX(charged) AS highest FROM jobs WHERE model_id = :model_id "
        f"AND state IN ('{DONE}', '{RUNNING}') AND cost IS NOT NULL"
    )
    [row] = database.rows(statement, model_id=model_id)
    return None if row["highest"] is None else from_units(row["highest"])


def others_have_reserved(database: Database) -> bool:
    """Whether another process follows jobs for which money is reserved."""
    states = f"'{SUBMITTING}', '{SUBMITTED}', '{RUNNING}'"
    statement = (
        f"SELECT DISTINCT owner FROM jobs WHERE reserved > 0 AND state IN ({states})"
    )
    owners = [row["owner"] for row in database.rows(statement)]
    return any(
        owner is not None and owner != database.owner and database.is_alive(owner)
        for owner in owners
    )


def reserve(database: Database, amount: Decimal, day: str) -> int:
    """Reserve `amount` dollars; return the value of the row's column `reserved`."""
    reserved = to_units(amount)
    _add(database, day, reserved, 0)
    return reserved


def charge(database: Database, row: JournalRow, cost: Decimal | None) -> dict[str, Any]:
    """Replace what is reserved for a job by what it has cost; None keeps the reservation.

    Returns the columns that its row has to record.
    """
    if cost is None:
        return {}
    charged = to_units(cost)
    _add(database, row["day"], -row["reserved"], charged - row["charged"])
    return {"reserved": 0, "charged": charged, "cost": str(cost)}


def release(database: Database, row: JournalRow) -> dict[str, Any]:
    """Give up what is reserved for a job that costs nothing.

    Returns the columns that its row has to record.
    """
    _add(database, row["day"], -row["reserved"], 0)
    return {"reserved": 0}


def _add(database: Database, day: str, reserved: int, charged: int) -> None:
    if not (reserved or charged):
        return
    database.change(
        "INSERT INTO spending VALUES (:all, :reserved, :charged), (:day, :reserved, :charged) "
        "ON CONFLICT (period) DO UPDATE SET reserved = spending.reserved + excluded.reserved, "
        "charged = spending.charged + excluded.charged",
        all=ALL,
        day=day,
        reserved=reserved,
        charged=charged,
    )
