# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 1d36e280ea998ba68ee999dfc39a3f2d
"""The rows of a batch: each is checked when it is added, and then waits in a temporary file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .._sync.submitting import checked_call
from ..errors import InvalidInputError, PriceTooHigh, Problem
from ..http.submission import digest
from ..journal.databases.row_mapping import now
from ..journal.paid_calls.recorded_inputs import has_all, recorded_inputs
from ..journal.receipts import schema_digest
from ..json_value import is_text
from ..models.inputs import InputModel
from ..models.payload import by_python_name
from .plan import RowProblem
from .row_models import BatchModel
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
    """A row that is not run, and has a key."""

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

    def add(self, model: BatchModel, key: object, inputs: Inputs) -> None:
        """Check and add a row that is counted, not read from a table."""
        self._count += 1
        self._add(model, f"row {self._count}", key, inputs)

    def add_table(self, model: BatchModel, table: Table, key: str) -> None:
        """Check and add the rows of a table, whose column `key` has the keys."""
        for place, values in read_table(table, key, model.input_type):
            self._count += 1
            if isinstance(values, TableProblem):
                problem = RowProblem(
                    place, values.key, values.column, str(values), "table"
                )
                self.problems.append(problem)
            else:
                given = values.pop(key, None)
                self._add(model, place, given, by_python_name(model.input_type, values))

    def checked(self, model: BatchModel, place: str, key: str, inputs: Inputs) -> Row:
        """Return the row of `inputs`. Raises `InvalidInputError` and `PriceTooHigh`."""
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
            schema=schema_digest(kind),
            inputs=recorded,
            body=None if has_all(recorded) else call.body,
            low=price.low,
            high=price.high if price.high is not None else self._settings.most,
            stem=template.stem(key, model.model_id, day) if template else None,
            day=day,
        )

    def _add(self, model: BatchModel, place: str, key: object, inputs: Inputs) -> None:
        try:
            name = key_text(key)
        except ValueError as error:
            self.problems.append(RowProblem(place, "", "key", str(error), "key"))
            return
        try:
            row = self.checked(model, place, name, inputs)
        except (InvalidInputError, PriceTooHigh) as error:
            self.invalid.append(InvalidRow(name, model.model_id, str(error)))
            self.problems.extend(_problems(place, name, error))
            return
        if why := self.spool.add(row):
            self.problems.append(RowProblem(place, name, "key", why, "key"))


def key_text(key: object) -> str:
    """Return the key of a job as the journal has it. Raises `ValueError` for none."""
    name = "" if key is None or isinstance(key, bool) else str(key).strip()
    if not name:
        raise ValueError("it has no key")
    if not is_text(name):
        raise ValueError("is not UTF-8")
    return name


def _problems(
    place: str, key: str, error: InvalidInputError | PriceTooHigh
) -> list[RowProblem]:
    """Return every problem that `error` has with a row."""
    if isinstance(error, PriceTooHigh):
        return [RowProblem(place, key, "", str(error), "price")]
    problems = error.problems or (Problem("", str(error)),)
    return [
        RowProblem(place, key, one.path, _message(one), one.code) for one in problems
    ]


def _message(problem: Problem) -> str:
    """Return what is wrong with an input; a file that cannot be used is named."""
    if problem.code == "media" and problem.value:
        return f"{problem.value} {problem.message}"
    return problem.message
