# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: fd78d7d066c268893c404b784171b9e0
"""A batch from the shell: plan, ask, run, and the exit status of all its rows."""

import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from runcomfy_models import RunComfy
from runcomfy_models._runtime.plain_messages import plain_message
from runcomfy_models.batch import Batch, Plan

from ..accounts import account, account_for_checks
from ..errors.command_errors import Refused
from ..errors.exit_codes import ExitCode
from ..flags.files import STANDARD_INPUT
from ..journals import may_exist
from ..options import Policy, UnknownCost
from ..output.printing import is_terminal, print_to_stderr
from .batch_outcomes import (
    ended_states,
    plan_code,
    print_item,
    print_plan,
    refused_states,
    worst,
)
from .batch_table import add_rows, check_table, table_file
from .consent import ask_for_consent
from .cost_limit import read_limit


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
            return self._run_or_plan()
        except KeyboardInterrupt:  # the batch has printed which jobs go on
            return ExitCode.INTERRUPTED

    def _run_or_plan(self) -> int:
        limit = read_limit(self.max_cost)
        with ExitStack() as stack:
            payer = stack.enter_context(
                account_for_checks() if self.only_plan else account()
            )
            journal = stack.enter_context(self._journal())
            table = stack.enter_context(table_file(self.table))
            check_table(self.model_id, table)
            batch = stack.enter_context(self._batch(journal, payer, limit))
            add_rows(batch, self.model_id, table)
            plan = batch.plan()
            if self.only_plan:
                print_plan(plan, as_json=self.as_json)
                return plan_code(plan)
            self._ask(plan, limit)
            return self._run(batch, plan)

    def _batch(self, journal: str, payer: RunComfy, limit: Decimal | None) -> Batch:
        limited = payer.with_options(
            max_cost=limit, max_cost_unknown=self.max_cost_unknown
        )
        try:
            return Batch(
                journal,
                account=limited,
                budget=read_limit(self.budget, "--budget"),
                cost_at_most=limit,
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
    def _journal(self) -> Generator[str]:
        """Yield the path or URL of the journal; a plan uses a temporary one if there is none."""
        where = self.journal or self._beside_the_table()
        if self.only_plan and not (where and may_exist(where)):
            with tempfile.TemporaryDirectory() as folder:
                yield str(Path(folder, "journal.db"))
        elif where is None:
            raise click.UsageError("a table on standard input needs --journal FILE")
        else:
            yield where

    def _beside_the_table(self) -> str | None:
        return None if self.table == STANDARD_INPUT else f"{self.table}.db"

    def _ask(self, plan: Plan, limit: Decimal | None) -> None:
        if plan.unpriced:
            raise Refused(plain_message(f"{plan.budget_problem}; nothing was sent"))
        if plan.to_send:
            summary = [f"model: {self.model_id}", *str(plan).splitlines()]
            price = "an unknown price" if plan.price.high is None else str(plan.price)
            jobs = "1 job" if plan.to_send == 1 else f"{plan.to_send} jobs"
            ask_for_consent(
                summary,
                f"Pay {price} for {jobs}?",
                assume_yes=self.yes,
                has_cost_limit=limit is not None,
            )

    def _run(self, batch: Batch, plan: Plan) -> int:
        for problem in plan.problems:
            print_to_stderr(plain_message(str(problem)))
        states = refused_states(plan.problems)
        states |= ended_states(plan.counts, self.retries)
        try:
            for item in batch.run():
                states.add(item.state)
                print_item(item, as_json=self.as_json)
        # The output cannot be written; the journal has the jobs that were run.
        except OSError as error:
            print_to_stderr(
                f"{error.filename}: {error.strerror}; run the same again to go on"
            )
            return ExitCode.STILL_GOING
        if batch.progress is not None:
            print_to_stderr(batch.progress)
        return worst(states)
