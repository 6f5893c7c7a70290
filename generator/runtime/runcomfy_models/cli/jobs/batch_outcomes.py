"""Print each row of a batch as it ends, and compute the exit status of all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from runcomfy_models._runtime.journal.paid_calls.states import (
    CANCELLED,
    DONE,
    FAILED,
    OVER_BUDGET,
    PLANNED,
    REFUSED,
    RUNNING,
    SUBMITTED,
    UNKNOWN,
)
from runcomfy_models._runtime.plain_messages import plain_message
from runcomfy_models._runtime.pricing import format_dollars
from runcomfy_models.batch import Entry, Plan, RowProblem

from ..errors.exit_codes import ExitCode
from ..journals import journal_option
from ..output.pasting import pasteable
from ..output.printing import print_json, print_line, print_safe_line, printable

CODES = {
    DONE: ExitCode.DONE,
    REFUSED: ExitCode.WRONG_INPUT,
    FAILED: ExitCode.JOB_FAILED,
    CANCELLED: ExitCode.JOB_FAILED,
    SUBMITTED: ExitCode.STILL_GOING,
    RUNNING: ExitCode.STILL_GOING,
    PLANNED: ExitCode.STILL_GOING,
    OVER_BUDGET: ExitCode.REFUSED,
    UNKNOWN: ExitCode.UNKNOWN,
}
"""State of a row: the exit status that it stands for, from the best to the worst."""

NOT_RUN_AGAIN = (DONE, FAILED, CANCELLED, UNKNOWN)
"""States of rows that are not run again."""

PRICE = "price"
"""The code of a row problem: the price is higher than the limit."""


def worst(states: Iterable[str]) -> ExitCode:
    """Return the exit status of a batch whose rows are in `states`."""
    order = list(CODES)
    return CODES[max(states, key=order.index, default=DONE)]


def refused_states(problems: Sequence[RowProblem]) -> set[str]:
    """Return the states of invalid rows: refused by the price limit, or wrong input."""
    return {OVER_BUDGET if each.code == PRICE else REFUSED for each in problems}


def plan_code(plan: Plan) -> ExitCode:
    """Return the exit status of a plan: that of wrong input if any row is invalid."""
    states = refused_states(plan.problems)
    if REFUSED in states:
        return ExitCode.WRONG_INPUT
    return ExitCode.REFUSED if plan.unpriced else worst(states)


def ended_earlier(counts: Mapping[str, int], retries: int) -> Counter[str]:
    """Return state: number, for the rows of an earlier run that are not run again."""
    final = NOT_RUN_AGAIN if retries == 0 else (DONE, UNKNOWN)
    return Counter({state: counts[state] for state in final if counts.get(state)})


def advice(counts: Mapping[str, int], retries: int, journal: str) -> Iterator[str]:
    """Yield what to do about the rows that ended without a result, by their states."""
    if unknown := counts.get(UNKNOWN, 0):
        are, them = ("row is", "it") if unknown == 1 else ("rows are", "them")
        command = f"runcomfy-models history --unknown{journal_option(journal)}"
        yield f"{unknown} {are} unknown, and never sent again; look for {them}: {command}"
    failed = counts.get(FAILED, 0) + counts.get(CANCELLED, 0)
    if failed and retries == 0:
        rows, were = ("row", "was") if failed == 1 else ("rows", "were")
        yield f"{failed} {rows} failed or {were} cancelled; --retries 1 pays for another job each"


def print_plan(plan: Plan, *, as_json: bool) -> None:
    """Print the plan of a run."""
    if not as_json:
        print_line(plain_message(str(plan)))
        return
    print_json(
        {
            "counts": plan.counts,
            "to_send": plan.to_send,
            "to_finish": plan.to_finish,
            "invalid": plan.invalid,
            "price": plan.price.to_dict(),
            "problems": [vars(problem) for problem in plan.problems],
            "unpriced": plan.unpriced,
        }
    )


def print_entry(entry: Entry, *, as_json: bool) -> None:
    """Print how a row has ended: key, state, cost, and its files or what is wrong."""
    if as_json:
        print_json(entry.to_dict())
        return
    cost = "" if entry.cost is None else format_dollars(entry.cost)
    why = " ".join(printable(plain_message(entry.error or "")).split())
    files = " ".join(pasteable(str(path)) for path in entry.paths)
    print_safe_line("\t".join([pasteable(entry.key), entry.state, cost, files or why]))
