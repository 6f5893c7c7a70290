# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a441b11083f34a6682f4e938942000ca
"""Plan a batch: compare its rows with the journal, and find what is to be done for each."""

from collections import Counter
from functools import partial

from ..concurrency import AsyncBlocking
from ..journal.databases.database import JournalRow
from ..journal.entry import read_entry
from ..journal.journal import Journal
from ..journal.paid_calls.claiming import is_conflict
from ..journal.paid_calls.claims import Claim
from ..journal.paid_calls.paying_again import may_pay_again
from ..journal.paid_calls.planned_jobs import record_planned_page
from ..journal.paid_calls.states import (
    CANCELLED,
    DONE,
    FAILED,
    INTEND,
    PLANNED,
    UNKNOWN,
)
from ..journal.spending import highest_cost
from .plan import Plan, RowProblem, count_states
from .rows import Rows
from .settings import Settings
from .spool import FINISH, SEND, Row, Spool

CONFLICT = "it was used before for other inputs: give it another key"


async def make_plan(
    rows: Rows, journal: Journal, settings: Settings, paid_but_invalid: int
) -> Plan:
    """Record the new rows in the journal, and return the plan of a run.

    In the spool, each row is marked as to be run or not. `paid_but_invalid` is the number of
    submitted jobs whose rows are invalid by now.
    """
    spool, states = rows.spool, Counter[str]()
    problems = list(rows.problems)
    for page in spool.pages():
        steps: dict[int, str | None] = {}
        for row, recorded, problem in await _compared(page, journal):
            if problem:
                problems.append(problem)
            else:
                states[recorded["state"] if recorded else PLANNED] += 1
            steps[row.n] = None if problem else next_step(recorded, settings)
        spool.set_steps(steps)
    return Plan(
        counts=count_states(states),
        to_send=spool.count(SEND),
        to_finish=spool.count(FINISH) + paid_but_invalid,
        price=spool.price(),
        problems=problems,
        unpriced=await _unpriced(spool, journal, settings),
    )


async def _compared(
    page: list[Row], journal: Journal
) -> list[tuple[Row, JournalRow | None, RowProblem | None]]:
    """Record the new rows of a page; return each with the journal's row, and their conflict."""
    claims = [row.claim(journal.stores_inputs) for row in page]
    planning = journal.do(partial(record_planned_page, claims=claims))
    recorded = await AsyncBlocking.outcome(planning)
    return [
        (row, recorded.get(row.key), _conflict(row, claim, recorded.get(row.key)))
        for row, claim in zip(page, claims, strict=True)
    ]


def next_step(recorded: JournalRow | None, settings: Settings) -> str | None:
    """Return the step of a run for a row: `SEND`, `FINISH`, or None for nothing.

    `recorded` is the journal's row of its key; None if the key is new.
    """
    if recorded is None:
        return SEND
    state = recorded["state"]
    if state == UNKNOWN:
        return None
    if state in (FAILED, CANCELLED):
        return SEND if may_pay_again(read_entry(recorded), settings.retries) else None
    if state == DONE:
        is_complete = settings.template is None or recorded["files"] is not None
        return None if is_complete else FINISH
    return SEND if state in INTEND.before else FINISH


async def _unpriced(spool: Spool, journal: Journal, settings: Settings) -> list[str]:
    """Return the models whose highest price is unknown; none without a budget."""
    if not settings.limits.are_set:
        return []
    observed = {
        model_id: journal.do(partial(highest_cost, model_id=model_id))
        for model_id in spool.unpriced()
    }
    return [
        model_id
        for model_id, cost in observed.items()
        if await AsyncBlocking.outcome(cost) is None
    ]


def _conflict(row: Row, claim: Claim, recorded: JournalRow | None) -> RowProblem | None:
    if recorded is None or not is_conflict(recorded, claim):
        return None
    return RowProblem(row.location, row.key, "key", CONFLICT, "key")
