"""The plan of a batch; nothing has been sent yet."""

from collections import Counter
from dataclasses import dataclass, field

from ..journal.paid_calls.states import PLANNED
from ..journal.spending import unknown_cost
from ..pricing import Price
from ..public import public

MAX_LISTED = 20
"""Invalid rows that `str()` lists."""


@public
@dataclass(frozen=True)
class RowProblem:
    """One reason why a row is not run."""

    row: str
    """Where it comes from: `rows.csv:17`, `row 17`."""
    key: str
    column: str
    """The input, by its wire name; empty if it is about the row as a whole."""
    message: str
    code: str = ""
    """The kind of problem, for programs: that of a `Problem`; `price` if the row may cost too
    much, `key` or `table` if its key or its table is wrong."""

    def __str__(self) -> str:
        """Return a line for people."""
        where = f"{self.row} ({self.key})" if self.key else self.row
        text = ": ".join(filter(None, [where, self.column, self.message]))
        return " ".join(text.splitlines())


@public
@dataclass(frozen=True)
class Plan:
    """The counts, price and invalid rows that `run` starts from."""

    counts: dict[str, int]
    """State in the journal: the number of valid rows in it."""
    to_send: int
    """Rows that will be paid for, as far as the budget goes."""
    to_finish: int
    """Rows that are paid for already, whose job or files are not complete; also those that have
    become invalid since."""
    price: Price
    """US dollars that the rows to be sent may cost together."""
    problems: list[RowProblem] = field(repr=False)
    """Every problem of every invalid row."""
    unpriced: list[str] = field(default_factory=list[str])
    """Models whose highest price is unknown, although the batch has a budget."""

    @property
    def budget_problem(self) -> str:
        """Return why the budget cannot be kept, so that `run` sends nothing; empty if it can."""
        return unknown_cost(self.unpriced) if self.unpriced else ""

    @property
    def invalid(self) -> int:
        """The number of rows that are not sent."""
        return len({(problem.row, problem.key) for problem in self.problems})

    def __str__(self) -> str:
        """Return some lines for people."""
        total = sum(self.counts.values()) + self.invalid
        rows = "1 row" if total == 1 else f"{total} rows"
        run = {"to send": self.to_send, "to finish": self.to_finish}
        so_far = {state: n for state, n in self.counts.items() if state != PLANNED}
        lines = [
            f"{rows}: {_listed({**run, 'invalid': self.invalid})}",
            *([f"so far: {_listed(so_far)}"] if so_far else []),
            f"price: {self.price}",
        ]
        lines += [f"  {problem}" for problem in self.problems[:MAX_LISTED]]
        if len(self.problems) > MAX_LISTED:
            lines.append(f"  … and {len(self.problems) - MAX_LISTED} more problems")
        lines += [self.budget_problem] if self.unpriced else []
        return "\n".join(lines)


def _listed(counts: dict[str, int]) -> str:
    """Return `2 to send, 1 invalid`; zeros are left out."""
    parts = [f"{n} {name}" for name, n in counts.items() if n]
    return ", ".join(parts) or "nothing to do"


def count_states(states: Counter[str]) -> dict[str, int]:
    """Return the counts of states that occur, in the order of their number."""
    return dict(states.most_common())
