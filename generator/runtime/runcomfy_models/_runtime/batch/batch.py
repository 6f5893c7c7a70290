"""A batch: many paid jobs from a table, each paid for once."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from .._async.account import AsyncRunComfy, check_account
from ..concurrency import AsyncBlocking
from ..errors import InvalidInputError, JournalError, RunComfyError
from ..http.extra_inputs_warning import warn_of_extra_inputs
from ..journal.databases.database import Database, JournalRow
from ..journal.databases.job_rows import find_known
from ..journal.entry import Entry, read_entry
from ..journal.journal import Journal
from ..journal.paid_calls.claiming import is_conflict
from ..journal.paid_calls.claims import key_conflict
from ..journal.paid_calls.planned_jobs import record_planned_page, refuse_row
from ..journal.queries import count_unfinished
from ..models.extra_inputs import refuse_schema_inputs
from ..models.input_or_keywords import input_or_keywords
from ..models.inputs import InputModel
from ..models.not_given import NOT_GIVEN, NotGiven
from ..public import public
from .engine import Engine
from .interrupting import is_interruption, print_interruption, terminating
from .left_jobs import count_left, left_entries
from .loaded_models import LoadedModel, Model, load_model
from .pending_jobs import PendingJob, all_pending, only, paid_but_invalid, unfinished
from .plan import Plan
from .planning import make_plan, next_step
from .progress import Progress
from .rows import Rows, key_text
from .settings import BatchOptions, settings
from .spool import Row
from .submission_pace import SubmissionPace
from .tables.table_rows import Table

Returned = TypeVar("Returned")


@public
class AsyncBatch:
    """Many paid jobs, each paid for once: after Ctrl-C, a crash or a reboot, run it again.

        async with AsyncBatch("portraits.db", budget="25.00", files="out/{key}{suffix}") as batch:
            batch.add_rows(image_to_video, "rows.csv")
            print(await batch.plan())
            async for entry in batch.run():
                print(entry.key, entry.state, entry.cost, entry.paths)

    `run` yields each job as it ends.
    """

    def __init__(
        self,
        journal: str | Path | Journal,
        *,
        account: AsyncRunComfy | None = None,
        **options: Unpack[BatchOptions],
    ) -> None:
        """Prepare; nothing is sent before `run`.

        Args:
            journal: Where the jobs are recorded: see `Journal`. A `Journal` is not closed here.
            account: The account that pays; by default one from the environment.
            options: Budget, files, pace …: see `BatchOptions`.

        Raises:
            ValueError: An option makes no sense.
            JournalError: The journal cannot be used.
            AuthenticationError: No account was given, and no token was found.
            TypeError: An option does not exist, or `account` is of another kind.
        """
        self._settings = settings(options)
        self._owns_account = account is None
        account = AsyncRunComfy() if account is None else account
        check_account(account)
        self._owns_journal = not isinstance(journal, Journal)
        self.journal = journal if isinstance(journal, Journal) else Journal(journal)
        """Where the jobs are recorded."""
        # The batch itself cancels what it leaves, as its own `on_interrupt` says.
        self._account = account.with_options(
            journal=self.journal, key=None, on_interrupt="detach"
        )
        self._models: dict[str, LoadedModel] = {}
        self._rows = Rows(self._account, self._settings)
        clock = self._account.api.clock
        self._pace = SubmissionPace(
            self._settings.submit_per_minute, self.journal, clock
        )
        self._engine: Engine | None = None
        self._running: set[Engine] = set()
        self._is_closed = False

    @property
    def progress(self) -> Progress | None:
        """The progress of the present or last run; None before the first one."""
        return None if self._engine is None else self._engine.progress

    def add(
        self,
        model: Model,
        model_input: InputModel | NotGiven = NOT_GIVEN,
        /,
        *,
        key: object,
        **inputs: Any,
    ) -> None:
        """Add a job: a model's module or model_id, and its inputs as keywords or an `Input`.

        It is checked at once; what is wrong with it is in the `Plan`. Nothing is sent. What is
        added while `run` yields jobs is for the next `run`.

        Args:
            model: The model.
            model_input: An `Input` of it, in place of keywords.
            key: Identifies this job, in this run and all others: text or a number.
            inputs: The keywords of `run`.

        Raises:
            LookupError: An unknown model_id.
            TypeError: `model` is not a model, or both an `Input` and keywords were given.
        """
        loaded = self._model(model)
        values = input_or_keywords(model_input, inputs, loaded.input_type)
        self._rows.add(loaded, key, values)

    def add_rows(self, model: Model, rows: Table, *, key: str = "key") -> None:
        """Add a job for each row of a table: `rows.csv`, `rows.jsonl` or dicts.

        Columns are the inputs by their wire names, and `key`. In CSV, texts are read by the
        types of the schema, JSON where an input is an object or a list, and blank cells are
        left out. In a file, a medium that is not a URL is the path of a local file.

        Args:
            model: A model's module or model_id.
            rows: The path of a file that ends in .csv or .jsonl, or an iterable of dicts. It
                is read row by row.
            key: The column with the key of the job; it may be an input as well.

        Raises:
            ValueError: A column is missing, or is not an input of the model.
            OSError: The file cannot be read.
            JournalError: The disk of the temporary files is full.
        """
        self._rows.add_table(self._model(model), rows, key)

    async def plan(self) -> Plan:
        """Return the plan of `run`; nothing is sent.

        Every row is checked, and compared with the journal: keys that were used for other
        inputs, names of files that two jobs share, prices.
        """
        plan, _ = await self._planned()
        return plan

    async def run(self) -> AsyncIterator[Entry]:
        """Run the rows that were added, and yield each job as it ends.

        Rows that have ended in an earlier run are skipped; what was submitted is finished, even
        if its row has become invalid since. An entry that is yielded as
        `running` goes on, or its files were not all downloaded: `error` says why, and the
        next run continues with it.

        Raises:
            InvalidInputError: A row is invalid, and the batch is `strict`.
            ValueError: There is a budget, and nothing says what a job costs at most.
            AuthenticationError, InsufficientBalanceError, ConnectionFailed, RateLimitError: No
                job would be accepted: what was submitted is recorded, and the next run does
                the rest. HTTP 429 stops a run once no job was accepted for `wait_timeout`,
                or if `Retry-After` asks for more than that.
            JournalError: The journal cannot be written to.
        """
        plan, paid = await self._planned()
        if self._settings.strict and plan.problems:
            raise InvalidInputError(
                f"{plan.invalid} rows are invalid; nothing was sent\n{plan}"
            )
        if plan.unpriced:
            raise ValueError(f"{plan.budget_problem}; nothing was sent")
        async for entry in self._refused():
            yield entry
        total = plan.to_send + plan.to_finish
        pending = all_pending(paid, self._rows, self._models)
        async for entry in self._run(pending, total):
            yield entry

    async def resume(self) -> AsyncIterator[Entry]:
        """Finish what was submitted in earlier runs, without its rows; nothing is paid for.

        Yields each job as it ends.
        """
        self._check_open()
        total = await self._in_journal(count_unfinished)
        async for entry in self._run(unfinished(self.journal), total):
            yield entry

    async def one(
        self,
        model: Model,
        model_input: InputModel | NotGiven = NOT_GIVEN,
        /,
        *,
        key: object,
        **inputs: Any,
    ) -> Entry:
        """Run one job to its end, and return its entry in the journal.

        For the workers of a queue, which may run a job again, or two of them at the same
        time: it is paid for once, and the others wait for the recorded job. A job during which
        ten processes have ended is set aside. The arguments are those of `add`.

        Raises:
            InvalidInputError, KeyConflict: Nothing was sent.
            ValueError: `key` is empty or None; or there is a budget, and nothing says what the
                job costs at most.
            AuthenticationError, InsufficientBalanceError, ConnectionFailed, RateLimitError: No
                job would be accepted now.
            JournalError: The journal cannot be used.
        """
        loaded = self._model(model)
        values = input_or_keywords(model_input, inputs, loaded.input_type)
        text = key_text(key)
        row = self._rows.checked(loaded, text, text, values)
        recorded = await self._recorded(row)
        if recorded is not None and not next_step(recorded, self._settings):
            return read_entry(recorded)
        return await self._run_alone(row, loaded)

    async def aclose(self) -> None:
        """End what runs, and close what the batch has opened: journal, account, temporary file.

        An iteration that was not at its end raises `RunComfyError`; run the same again to go on.
        """
        self._is_closed = True
        for engine in self._running:
            engine.stop(batch_is_closed())
        await asyncio.gather(*(engine.close() for engine in self._running))
        self._rows.spool.close()
        if self._owns_account:
            await self._account.aclose()
        if self._owns_journal:
            await AsyncBlocking.run(self.journal.close)

    async def __aenter__(self) -> Self:
        """Return the batch itself."""
        return self

    async def __aexit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the batch; what was interrupted is summed up on standard error."""
        engine = self._engine
        if engine is None or not is_interruption(error_type):
            await self.aclose()
            return
        await engine.close()
        left = partial(left_entries, keys=list(engine.progress.keys_under_way))
        with suppress(JournalError):
            count_left(engine.progress, await self._in_journal(left))
        await self.aclose()
        print_interruption(engine.progress)

    async def _run_alone(self, row: Row, model: LoadedModel) -> Entry:
        """Run one job to its end, and return its entry in the journal."""
        pending = PendingJob(row.key, model.client, row, is_alone=True)
        async with aclosing(self._run(only(pending), 1)) as running:
            # To the end: only then is the error raised that stopped it.
            entries = [entry async for entry in running]
        if entries:
            return entries[0]
        return read_entry(await self._in_journal(partial(find_known, key=row.key)))

    async def _run(
        self, pending: AsyncIterator[PendingJob], total: int
    ) -> AsyncGenerator[Entry]:
        self._check_open()
        engine = Engine(
            pending=pending,
            total=total,
            journal=self.journal,
            account=self._account,
            settings=self._settings,
            pace=self._pace,
        )
        self._engine = engine
        self._running.add(engine)
        try:
            with terminating(engine):
                async with aclosing(engine.entries()) as entries:
                    async for entry in entries:
                        yield entry
        finally:
            self._running.discard(engine)

    async def _planned(self) -> tuple[Plan, list[PendingJob]]:
        """Return the plan, and the submitted jobs in it whose rows are invalid by now."""
        self._check_open()
        paid = await paid_but_invalid(self.journal, self._rows)
        plan = await make_plan(self._rows, self.journal, self._settings, len(paid))
        return plan, paid

    async def _refused(self) -> AsyncIterator[Entry]:
        """Record that the invalid rows are refused, and yield them."""
        for invalid in self._rows.invalid:
            row = await self._in_journal(partial(refuse_row, **vars(invalid)))
            if row is not None:
                yield read_entry(row)

    async def _recorded(self, row: Row) -> JournalRow | None:
        """Record the planned job, or return its earlier entry; raise `KeyConflict`."""
        claim = row.claim(self.journal.stores_inputs)
        earlier = await self._in_journal(partial(record_planned_page, claims=[claim]))
        recorded = earlier.get(row.key)
        if recorded is not None and is_conflict(recorded, claim):
            raise key_conflict(read_entry(recorded), claim)
        return recorded

    def _model(self, model: Model) -> LoadedModel:
        self._check_open()
        loaded = load_model(model)
        if loaded.model_id not in self._models:
            self._check_extra_inputs(loaded)
        return self._models.setdefault(loaded.model_id, loaded)

    def _check_extra_inputs(self, model: LoadedModel) -> None:
        """Refuse extra inputs that the schema has, as a client does; warn about the others."""
        extra = self._account.options.extra_inputs
        refuse_schema_inputs(extra, model.input_type)
        warn_of_extra_inputs(model.model_id, extra)

    def _check_open(self) -> None:
        if self._is_closed:
            raise batch_is_closed()

    async def _in_journal(self, work: Callable[[Database], Returned]) -> Returned:
        return await AsyncBlocking.outcome(self.journal.do(work))


def batch_is_closed() -> RunComfyError:
    """Return the error for using a batch that is closed, and for what it was doing until then."""
    return RunComfyError("the batch is closed")
