# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6838421c341e062742a9124c5ef0c25a
"""A batch: many paid jobs from a table, each paid for once."""

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from .._async.account import AsyncRunComfy
from .._sync.submitting import checked_call
from ..concurrency import AsyncBlocking
from ..errors import InvalidInputError, JournalError, PriceTooHigh
from ..http.submission import digest
from ..journal.adopting import left_behind, take_up
from ..journal.claiming import is_conflict
from ..journal.claims import Claimed, recorded_id
from ..journal.database import Database
from ..journal.database import Row as JournalRow
from ..journal.entry import Entry, read_entry
from ..journal.journal import Journal
from ..journal.planning import plan_page, refuse_row
from ..journal.receipts import schema_digest
from ..journal.recorded_inputs import has_all, recorded_inputs
from ..journal.rows import find, now
from ..journal.spending import highest_cost
from ..journal.states import CANCELLED, DONE, FAILED, PLANNED, UNKNOWN
from ..models.inputs import InputModel
from ..models.not_given import NOT_GIVEN, NotGiven
from ..models.one_input import input_or_keywords
from ..public import public
from .engine import Engine, Work
from .interrupting import tell_interruption, terminating
from .models import BatchModel, Model, batch_model
from .plan import Plan, RowProblem, count_states
from .progress import Progress
from .settings import BatchOptions, settings
from .spool import Row, Spool
from .tables import Table, TableProblem, read_table

Returned = TypeVar("Returned")


@public
class AsyncBatch:
    """Many paid jobs, each paid for once: after Ctrl-C, a crash or a reboot, run it again.

    async with AsyncBatch("portraits.db", budget="25.00", files="out/{key}{suffix}") as batch:
        batch.add_rows(image_to_video, "rows.csv")
        print(await batch.plan())
        async for item in batch.run():
            print(item.key, item.state, item.cost, item.paths)
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
            journal: Where all of it is recorded: see `Journal`. One of yours stays open.
            account: The account that pays; by default one from the environment.
            options: Budget, files, pace …: see `BatchOptions`.

        Raises:
            ValueError: An option makes no sense.
            JournalError: The journal cannot be used.
            AuthenticationError: There is no account, and no token for one.
            TypeError: There is no such option.
        """
        self._settings = settings(options)
        self._own_account = account is None
        own = account or AsyncRunComfy()
        self._own_journal = not isinstance(journal, Journal)
        self.journal = journal if isinstance(journal, Journal) else Journal(journal)
        """Where all of it is recorded."""
        self._account = own.with_options(journal=self.journal, key=None)
        self._models: dict[str, BatchModel] = {}
        self._spool = Spool()
        self._problems: list[RowProblem] = []
        self._rows = 0
        self._invalid: list[tuple[str, str, str]] = []
        self._engine: Engine | None = None

    @property
    def progress(self) -> Progress | None:
        """How far the present or last run is; None before the first one."""
        return None if self._engine is None else self._engine.progress

    def add(
        self,
        model: Model,
        given: InputModel | NotGiven = NOT_GIVEN,
        /,
        *,
        key: object,
        **inputs: Any,
    ) -> None:
        """Add a job: a model's module or model_id, and its inputs as keywords or an `Input`.

        It is checked at once; what is wrong with it is in the `Plan`. Nothing is sent.

        Args:
            model: The model.
            given: An `Input` of it, in place of keywords.
            key: What stands for this job, in this run and all others: text or a number.
            inputs: The keywords of `run`.

        Raises:
            LookupError: An unknown model_id.
            TypeError: `model` is not a model, or both an `Input` and keywords were given.
        """
        chosen = self._model(model)
        values = input_or_keywords(given, inputs, chosen.input_type)
        self._rows += 1
        self._add(chosen, f"row {self._rows}", key, values)

    def add_rows(self, model: Model, rows: Table, *, key: str = "key") -> None:
        """Add a job for each row of a table: `rows.csv`, `rows.jsonl` or dicts.

        Columns are the inputs by their wire names, and `key`. In CSV, texts are read by the
        types of the schema, JSON where an input is an object or a list, and blank cells are
        left out.

        Args:
            model: A model's module or model_id.
            rows: The path of a file that ends in .csv or .jsonl, or an iterable of dicts. It
                is read row by row.
            key: The column with the key of the job.

        Raises:
            ValueError: A column is missing, or is not an input of the model.
            OSError: The file cannot be read.
        """
        chosen = self._model(model)
        for place, values in read_table(rows, key, chosen.input_type):
            self._rows += 1
            if isinstance(values, TableProblem):
                self._problems.append(RowProblem(place, "", "", str(values)))
                continue
            given = values.pop(key, None)
            self._add(chosen, place, given, _by_python_name(chosen.input_type, values))

    async def plan(self) -> Plan:
        """Return what `run` is about to do; nothing is sent.

        Every row is checked, and compared with the journal: keys that were used for other
        inputs, names of files that two jobs share, prices.
        """
        states: Counter[str] = Counter()
        problems: list[RowProblem] = []
        for rows in self._spool.pages():
            await self._plan_page(rows, states, problems)
        everything = [*self._problems, *problems]
        return Plan(
            count_states(states), self._spool.count(), self._spool.price(), everything
        )

    async def run(self) -> AsyncIterator[Entry]:
        """Run the rows that were added, and yield each job as it ends.

        Rows that have ended in an earlier run are passed over. An item that is yielded as
        `running` goes on, or its files were not all downloaded: `error` says why, and the
        next run goes on with it.

        Raises:
            InvalidInputError: A row is invalid, and the batch is `strict`.
            ValueError: There is a budget, and nothing says what a job costs at most.
            AuthenticationError, InsufficientBalanceError, ConnectionFailed: No job would be
                accepted: what was submitted is recorded, and the next run does the rest.
            JournalError: The journal cannot be written to any more.
        """
        plan = await self.plan()
        self._check_strictness(plan)
        await self._check_budget()
        for key, model_id, message in self._invalid:
            refusing = partial(refuse_row, key=key, model_id=model_id, message=message)
            if (
                row := await AsyncBlocking.outcome(self.journal.do(refusing))
            ) is not None:
                yield read_entry(row)
        async for item in self._run(self._work(), self._spool.count()):
            yield item

    async def resume(self) -> AsyncIterator[Entry]:
        """Finish what was submitted in earlier runs, without its rows; nothing is paid for.

        Yields each job as it ends.
        """
        total = await AsyncBlocking.outcome(self.journal.do(_count_left))
        async for item in self._run(self._left(), total):
            yield item

    async def one(
        self,
        model: Model,
        given: InputModel | NotGiven = NOT_GIVEN,
        /,
        *,
        key: object,
        **inputs: Any,
    ) -> Entry:
        """Run one job to its end, and return what the journal knows of it then.

        For the workers of a queue, which may run a job again, or two of them at the same
        time: it is paid for once, and the others wait for the recorded job. A job that was
        taken up many times and never ended is set aside. The arguments are those of `add`.

        Raises:
            InvalidInputError, KeyConflict: Nothing was sent.
            AuthenticationError, InsufficientBalanceError, ConnectionFailed: No job would be
                accepted now.
            JournalError: The journal cannot be used.
        """
        chosen = self._model(model)
        values = input_or_keywords(given, inputs, chosen.input_type)
        row = self._row(chosen, str(key), str(key), values)
        known = await self._known(row)
        if known is not None and not self._is_todo(known):
            return read_entry(known)
        if await self._in_journal(partial(take_up, key=row.key)):
            work = Work(row.key, chosen.client, row)
            async with aclosing(self._run(iter([work]), 1)) as items:
                async for item in items:
                    return item
        entry = await self._in_journal(partial(find, key=row.key))
        if entry is None:
            raise JournalError(f"the journal has lost the key {row.key!r}")
        return read_entry(entry)

    async def _known(self, row: Row) -> JournalRow | None:
        """Record what is to be sent, or return what is known of it; raise `KeyConflict`."""
        want = row.claim(self.journal.stores_inputs)
        known = (await self._in_journal(partial(plan_page, wants=[want]))).get(row.key)
        if known is not None and is_conflict(known, want):
            recorded_id(Claimed(read_entry(known), is_conflict=True), want)
        return known

    async def _in_journal(self, work: Callable[[Database], Returned]) -> Returned:
        return await AsyncBlocking.outcome(self.journal.do(work))

    async def aclose(self) -> None:
        """Close what the batch has opened: the journal, the account, a temporary file."""
        if self._engine is not None:
            await self._engine.close()
        self._spool.close()
        if self._own_account:
            await self._account.aclose()
        if self._own_journal:
            await AsyncBlocking.run(self.journal.close)

    async def __aenter__(self) -> Self:
        """Return the batch itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the batch; what was interrupted is summed up on standard error."""
        await self.aclose()
        if kind is not None and self.progress is not None:
            tell_interruption(kind, self.progress)

    async def _run(self, work: Iterator[Work], total: int) -> AsyncGenerator[Entry]:
        engine = Engine(work, total, self.journal, self._account, self._settings)
        self._engine = engine
        with terminating(engine):
            async with aclosing(engine.items()) as items:
                async for item in items:
                    yield item

    def _model(self, model: Model) -> BatchModel:
        chosen = batch_model(model)
        return self._models.setdefault(chosen.model_id, chosen)

    def _add(
        self,
        model: BatchModel,
        place: str,
        key: object,
        inputs: InputModel | dict[str, Any],
    ) -> None:
        name = "" if key is None or isinstance(key, bool) else str(key).strip()
        if not name:
            self._problems.append(RowProblem(place, "", "key", "it has no key"))
            return
        try:
            row = self._row(model, place, name, inputs)
        except (InvalidInputError, PriceTooHigh) as error:
            self._refuse(model, place, name, error)
            return
        if why := self._spool.add(row):
            self._problems.append(RowProblem(place, name, "key", why))

    def _row(
        self,
        model: BatchModel,
        place: str,
        key: str,
        inputs: InputModel | dict[str, Any],
    ) -> Row:
        account: Any = self._account  # what a check needs is the same on both sides
        kind = model.input_type
        call, price = checked_call(account, model.model_id, kind, model.pricing, inputs)
        recorded, day = recorded_inputs(call), now()[:10]
        template = self._settings.template
        return Row(
            place=place,
            key=key,
            model_id=model.model_id,
            digest=digest(call),
            schema=schema_digest(model.input_type),
            inputs=recorded,
            body=None if has_all(recorded) else call.body,
            low=price.low,
            high=price.high if price.high is not None else self._settings.most,
            stem=template.stem(key, model.model_id, day) if template else None,
            day=day,
        )

    def _refuse(
        self,
        model: BatchModel,
        place: str,
        key: str,
        error: InvalidInputError | PriceTooHigh,
    ) -> None:
        self._invalid.append((key, model.model_id, str(error)))
        problems = error.problems if isinstance(error, InvalidInputError) else ()
        for problem in problems:
            self._problems.append(RowProblem(place, key, problem.path, problem.message))
        if not problems:
            self._problems.append(RowProblem(place, key, "", str(error)))

    async def _plan_page(
        self, rows: list[Row], states: Counter[str], problems: list[RowProblem]
    ) -> None:
        wants = [row.claim(self.journal.stores_inputs) for row in rows]
        known = await AsyncBlocking.outcome(
            self.journal.do(partial(plan_page, wants=wants))
        )
        todo: dict[int, bool] = {}
        for row, want in zip(rows, wants, strict=True):
            found = known.get(row.key)
            if found is not None and is_conflict(found, want):
                message = "it was used before for other inputs: give it another key"
                problems.append(RowProblem(row.place, row.key, "key", message))
                todo[row.n] = False
            else:
                states[found["state"] if found else PLANNED] += 1
                todo[row.n] = found is None or self._is_todo(found)
        self._spool.keep(todo)

    def _is_todo(self, known: JournalRow) -> bool:
        state = known["state"]
        if state == DONE:
            return self._settings.template is not None and known["files"] is None
        if state in (FAILED, CANCELLED):
            return bool(known["attempt"] <= self._settings.retries)
        return bool(state != UNKNOWN)

    def _check_strictness(self, plan: Plan) -> None:
        if self._settings.strict and plan.problems:
            raise InvalidInputError(
                f"{plan.invalid} rows are invalid; nothing was sent\n{plan}"
            )

    async def _check_budget(self) -> None:
        if not self._settings.limits.are_set:
            return
        for model_id in self._spool.unpriced():
            observed = partial(highest_cost, model_id=model_id)
            if await AsyncBlocking.outcome(self.journal.do(observed)) is None:
                raise ValueError(
                    f"a budget needs to know what a job of {model_id} costs at most: give "
                    "cost_at_most=…; nothing was sent"
                )

    def _work(self) -> Iterator[Work]:
        for rows in self._spool.pages(only_todo=True):
            for row in rows:
                yield Work(row.key, self._models[row.model_id].client, row)

    def _left(self) -> Iterator[Work]:
        after = 0
        page = partial(left_behind, count=100)
        while rows := self.journal.do(partial(page, after=after)).result():
            for row in rows:
                client = self._model(row["model_id"]).client
                yield Work(row["key"], client, request_id=row["request_id"])
            after = rows[-1]["n"]


def _by_python_name(
    input_type: type[InputModel], values: dict[str, Any]
) -> dict[str, Any]:
    """Return values by wire names under the names that keywords have."""
    names = {
        field.alias: name
        for name, field in input_type.model_fields.items()
        if field.alias
    }
    return {names.get(name, name): value for name, value in values.items()}


def _count_left(database: Any) -> int:
    [row] = database.rows(
        "SELECT COUNT(*) AS jobs FROM jobs WHERE state IN ('submitted', 'running')"
    )
    return int(row["jobs"])
