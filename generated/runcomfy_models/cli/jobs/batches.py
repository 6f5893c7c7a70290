# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b3a5520dbd071ef223eeb9ae028efd9a
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
from runcomfy_models._runtime.journal.paid_calls.states import UNKNOWN
from runcomfy_models._runtime.plain_messages import plain_message
from runcomfy_models.batch import Batch, Plan

from ..accounts import account, account_for_checks
from ..errors.command_errors import PaymentRefused
from ..errors.exit_codes import ExitCode
from ..errors.signals import interrupted_by_signals
from ..errors.stages import Stage
from ..journals import may_exist
from ..options import Policy, UnknownCost
from ..output.printing import is_terminal, print_to_stderr
from .amounts import MAX_COST_OPTION, read_amount
from .batch_outcomes import (
    advice,
    ended_earlier,
    plan_code,
    print_entry,
    print_plan,
    refused_states,
    worst,
)
from .batch_question import batch_question
from .batch_table import add_rows, check_table, has_path, table_file
from .consent import ask_for_consent
from .destination import expanded


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

    def run(self, stage: Stage) -> int:
        """Run the batch, or only plan it; return the exit status."""
        with interrupted_by_signals():
            return self._run_or_plan(stage)

    def _run_or_plan(self, stage: Stage) -> int:
        limit = read_amount(self.max_cost, MAX_COST_OPTION)
        with ExitStack() as stack:
            payer = stack.enter_context(
                account_for_checks() if self.only_plan else account()
            )
            journal = stack.enter_context(self._journal())
            table = stack.enter_context(table_file(self.table))
            check_table(self.model_id, table)
            batch = self._batch(journal, payer, limit)
            stack.callback(_note_outcome, batch, journal, stage)
            stack.enter_context(batch)
            add_rows(batch, self.model_id, table)
            plan = batch.plan()
            if self.only_plan:
                print_plan(plan, as_json=self.as_json)
                return plan_code(plan)
            self._ask(plan, limit)
            return self._run(batch, plan, journal)

    def _batch(self, journal: str, payer: RunComfy, limit: Decimal | None) -> Batch:
        limited = payer.with_options(
            max_cost=limit, max_cost_unknown=self.max_cost_unknown
        )
        try:
            return Batch(
                journal,
                account=limited,
                budget=read_amount(self.budget, "--budget"),
                cost_at_most=limit,
                at_once=self.at_once,
                files=self.files and expanded(self.files, "--files"),
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
        return f"{self.table}.db" if has_path(self.table) else None

    def _ask(self, plan: Plan, limit: Decimal | None) -> None:
        if plan.unpriced:
            raise PaymentRefused(
                plain_message(f"{plan.budget_problem}; nothing was sent")
            )
        if question := batch_question(plan, self.retries):
            ask_for_consent(
                [f"model: {self.model_id}", *str(plan).splitlines()],
                question,
                assume_yes=self.yes,
                has_cost_limit=limit is not None,
            )

    def _run(self, batch: Batch, plan: Plan, journal: str) -> int:
        for problem in plan.problems:
            print_to_stderr(plain_message(str(problem)))
        counts = ended_earlier(plan.counts, self.retries)
        try:
            for entry in batch.run():
                counts[entry.state] += 1
                print_entry(entry, as_json=self.as_json)
        # The output cannot be written; the journal has the jobs that were run.
        except OSError as error:
            print_to_stderr(
                f"{error.filename}: {error.strerror}; run the same again to go on"
            )
            return ExitCode.STILL_GOING
        if batch.progress is not None:
            print_to_stderr(batch.progress)
        for line in advice(counts, self.retries, journal):
            print_to_stderr(line)
        return worst({*counts, *refused_states(plan.problems)})


def _note_outcome(batch: Batch, journal: str, stage: Stage) -> None:
    """Note for the report of an error what the run of a closed batch has left."""
    stage.journal = journal
    if batch.progress is not None:
        stage.is_batch = True
        stage.interruption_text = "the journal has every job that was sent"
        stage.is_paying = batch.progress.counts[UNKNOWN] > 0
