# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8ab486cd24eede5c494e130a8d9548d4
"""A batch from the shell: plan, ask, run, and the exit status of all its rows."""

import sys
import tempfile
from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

import runcomfy_models
from runcomfy_models import RunComfy
from runcomfy_models._runtime.journal.states import (
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
from runcomfy_models._runtime.pricing import dollars
from runcomfy_models.batch import Batch, Entry, Plan

from ..accounts import account, account_for_checks
from ..errors.exit_codes import ExitCode
from ..errors.refusals import WrongInput
from ..flags.files import STANDARD_INPUT
from ..options import Policy, UnknownCost
from ..output.printing import is_terminal, say, say_json, tell
from ..output.wording import for_the_shell
from .consent import agree
from .cost_limit import read_limit

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

PASSED_OVER = (DONE, FAILED, CANCELLED, UNKNOWN)
"""States of rows that are not run again."""


def worst(states: Iterable[str]) -> ExitCode:
    """Return the exit status of a batch whose rows are in `states`."""
    order = list(CODES)
    return CODES[max(states, key=order.index, default=DONE)]


@dataclass(frozen=True, kw_only=True)
class BatchCommand:
    """The arguments of `batch`."""

    model_id: str
    table: str
    journal: str | None
    budget: str | None
    at_once: int
    files: str | None
    retries: int
    receipts: bool
    strict: bool
    only_plan: bool
    on_interrupt: Policy
    yes: bool
    max_cost: str | None
    max_cost_unknown: UnknownCost
    as_json: bool

    def run(self) -> int:
        """Run the batch, or only plan it; return the exit status."""
        try:
            return self._planned()
        except KeyboardInterrupt:  # the batch has said what goes on
            return ExitCode.INTERRUPTED

    def _planned(self) -> int:
        limit = read_limit(self.max_cost)
        with ExitStack() as stack:
            checks = self.only_plan
            paying = stack.enter_context(account_for_checks() if checks else account())
            journal = stack.enter_context(self._journal())
            table = stack.enter_context(_table(self.table))
            batch = stack.enter_context(self._batch(journal, paying, limit))
            self._add_rows(batch, table)
            plan = batch.plan()
            if self.only_plan:
                self._say_plan(plan)
                return ExitCode.WRONG_INPUT if plan.problems else ExitCode.DONE
            self._agree(plan, limit)
            return self._run(batch, plan)

    def _batch(self, journal: Path, paying: RunComfy, limit: Decimal | None) -> Batch:
        limited = paying.with_options(
            max_cost=limit, max_cost_unknown=self.max_cost_unknown
        )
        try:
            return Batch(
                journal,
                account=limited,
                budget=self.budget,
                at_once=self.at_once,
                files=self.files,
                retries=self.retries,
                receipts=self.receipts,
                strict=self.strict,
                on_interrupt=self.on_interrupt,
                on_change=self._display(),
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    def _display(self) -> Any:
        """Return a display of the progress if nothing else is printed on the terminal."""
        if not is_terminal(sys.stderr) or is_terminal(sys.stdout):
            return None
        from runcomfy_models.progress import BatchDisplay

        return BatchDisplay()

    @contextmanager
    def _journal(self) -> Generator[Path]:
        """Return the journal's path; a plan makes none that stays."""
        where = self._place()
        if where.exists() or not self.only_plan:
            yield where
            return
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder, "journal.db")

    def _place(self) -> Path:
        if self.journal:
            return Path(self.journal)
        if self.table == STANDARD_INPUT:
            raise click.UsageError("a table on standard input needs --journal FILE")
        return Path(f"{self.table}.db")

    def _add_rows(self, batch: Batch, table: Path) -> None:
        try:
            batch.add_rows(runcomfy_models.load(self.model_id), table)
        except OSError as error:
            raise WrongInput(
                f"{self.table}: {error.strerror}; nothing was sent"
            ) from None
        except ValueError as error:  # its columns, or not UTF-8
            raise WrongInput(f"{self.table}: {error}") from None

    def _say_plan(self, plan: Plan) -> None:
        if not self.as_json:
            say(for_the_shell(str(plan)))
            return
        problems = [vars(problem) for problem in plan.problems]
        facts = {
            "counts": plan.counts,
            "to_send": plan.to_send,
            "invalid": plan.invalid,
        }
        say_json({**facts, "price": plan.price.to_dict(), "problems": problems})

    def _agree(self, plan: Plan, limit: Decimal | None) -> None:
        if plan.to_send:
            summary = [f"model: {self.model_id}", *str(plan).splitlines()]
            known = "an unknown price" if plan.price.high is None else str(plan.price)
            question = f"Pay {known} for {plan.to_send} jobs?"
            agree(summary, question, self.yes, limit is not None)

    def _run(self, batch: Batch, plan: Plan) -> int:
        for problem in plan.problems:
            tell(for_the_shell(str(problem)))
        states = Counter({"refused": plan.invalid})
        for state in PASSED_OVER if self.retries == 0 else (DONE, UNKNOWN):
            states[state] += plan.counts.get(state, 0)
        for item in batch.run():
            states[item.state] += 1
            self._say_item(item)
        if batch.progress is not None:
            tell(batch.progress)
        return worst(state for state, count in states.items() if count)

    def _say_item(self, item: Entry) -> None:
        if self.as_json:
            say_json(item.to_dict())
            return
        cost = "" if item.cost is None else dollars(item.cost)
        why = " ".join(for_the_shell(item.error or "").split())
        files = " ".join(map(str, item.paths))
        say("\t".join([item.key, item.state, cost, files or why]))


@contextmanager
def _table(table: str) -> Generator[Path]:
    """Return the path of the table; standard input is stored in a file while it is read."""
    if table != STANDARD_INPUT:
        yield Path(table)
        return
    data = sys.stdin.buffer.read()
    suffix = (
        ".jsonl"
        if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
        else ".csv"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"standard-input{suffix}")
        path.write_bytes(data)
        yield path
