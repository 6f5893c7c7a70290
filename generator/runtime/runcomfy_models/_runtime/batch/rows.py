"""The rows of a batch: each is checked when it is added, then stored in a temporary file."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._sync.submitting import CallTarget, prepare_call
from ..errors import InvalidInputError, PriceTooHigh, Problem
from ..http.submission import digest
from ..journal.databases.job_rows import now
from ..journal.paid_calls.recorded_inputs import can_restore, recorded_inputs
from ..journal.receipts import schema_digest
from ..json_value import is_text
from ..models.inputs import InputModel
from ..models.payload import by_python_name
from .loaded_models import LoadedModel
from .plan import RowProblem
from .settings import Settings
from .spool import Row, Spool
from .tables.problem import TableProblem
from .tables.table_rows import Table, read_table

if TYPE_CHECKING:
    from .._async.account import AsyncRunComfy

Inputs = InputModel | dict[str, Any]
"""An `Input`, or inputs by their Python names."""


@dataclass(frozen=True)
class InvalidRow:
    """An invalid row that has a key."""

    key: str
    model_id: str
    message: str


class Rows:
    """The rows that were added to a batch."""

    def __init__(self, account: "AsyncRunComfy", settings: Settings) -> None:
        """Begin without rows; `account` says by which options inputs are checked."""
        self._account = account
        self._settings = settings
        self._count = 0
        self.spool = Spool()
        """The valid rows."""
        self.invalid: list[InvalidRow] = []
        self.problems: list[RowProblem] = []
        """Every problem of every invalid row."""

    def add(self, model: LoadedModel, key: object, inputs: Inputs) -> None:
        """Check and add a row that is not from a table; messages call it by its number."""
        self._count += 1
        self._add(model, f"row {self._count}", key, inputs)

    def add_table(self, model: LoadedModel, table: Table, key_column: str) -> None:
        """Check and add the rows of a table."""
        for location, values in read_table(table, key_column, model.input_type):
            self._count += 1
            if isinstance(values, TableProblem):
                problem = RowProblem(
                    location, values.key, values.column, str(values), "table"
                )
                self.problems.append(problem)
            else:
                key = values.get(key_column)
                if key_column not in model.input_names:  # else it is an input as well
                    values.pop(key_column, None)
                keywords = by_python_name(model.input_type, values)
                self._add(model, location, key, keywords)

    def checked(
        self, model: LoadedModel, location: str, key: str, inputs: Inputs
    ) -> Row:
        """Return the row of `inputs`. Raises `InvalidInputError` and `PriceTooHigh`."""
        # The synchronous check works on this account, too: it uses only its options.
        account: Any = self._account
        target = CallTarget(account, model.model_id, model.input_type, model.pricing)
        call, price, _ = prepare_call(target, inputs)
        recorded, day = recorded_inputs(call), now()[:10]
        template = self._settings.template
        return Row(
            location=location,
            key=key,
            model_id=model.model_id,
            digest=digest(call),
            schema_digest=schema_digest(model.input_type),
            inputs=recorded,
            body=None if can_restore(recorded) else call.body,
            low=price.low,
            high=price.high if price.high is not None else self._settings.cost_at_most,
            stem=template.stem(key, model.model_id, day) if template else None,
            day=day,
        )

    def _add(
        self, model: LoadedModel, location: str, key: object, inputs: Inputs
    ) -> None:
        try:
            text = key_text(key)
        except ValueError as error:
            problem = RowProblem(location, "", "key", str(error), "key")
            self.problems.append(problem)
            return
        try:
            row = self.checked(model, location, text, inputs)
        except (InvalidInputError, PriceTooHigh) as error:
            self.invalid.append(InvalidRow(text, model.model_id, str(error)))
            self.problems.extend(_problems(location, text, error))
            return
        if why := self.spool.add(row):
            self.problems.append(RowProblem(location, text, "key", why, "key"))


_EMPTY_CELLS = ("nan", "NaT", "<NA>")
"""Texts of the values by which NumPy and pandas say that a cell is empty."""


def key_text(key: object) -> str:
    """Return the key of a job as the journal has it. Raises `ValueError` for an unusable one."""
    if isinstance(key, float) and key.is_integer():
        key = int(key)  # as pandas has it, once no cell of the column is empty
    kind = type(key).__name__
    if isinstance(key, Collection) and not isinstance(key, str):
        raise ValueError(f"has to be a text or a number, not {kind}")
    name = "" if key is None or isinstance(key, bool) else str(key).strip()
    if not name or (name in _EMPTY_CELLS and not isinstance(key, str)):
        raise ValueError("it has no key")
    if not is_text(name):
        raise ValueError("is not UTF-8")
    return name


def _problems(
    location: str, key: str, error: InvalidInputError | PriceTooHigh
) -> list[RowProblem]:
    """Return a problem of the row for each problem of `error`."""
    if isinstance(error, PriceTooHigh):
        return [RowProblem(location, key, "", str(error), "price")]
    problems = error.problems or (Problem("", str(error)),)
    return [
        RowProblem(location, key, problem.path, _message(problem), problem.code)
        for problem in problems
    ]


def _message(problem: Problem) -> str:
    """Return what is wrong with an input; a file that cannot be used is named."""
    if problem.code == "media" and problem.value:
        return f"{problem.value} {problem.message}"
    return problem.message
