"""Rows of a CSV file, whose texts are read by the types of the schema."""

import csv
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from ...models.inputs import InputModel
from ...models.texts import ANYTHING, json_problem, read_texts, types_by_name
from .problem import TableProblem, check_utf_8, open_table

DELIMITERS = ",;\t"

_MEANT = {"unexpected end of data": "a quote is not closed"}
"""Message of Python's reader: what it means."""


def csv_rows(
    path: Path, key: str, input_type: type[InputModel]
) -> Iterator[tuple[str, dict[str, Any] | TableProblem]]:
    """Yield the place of each row, and its values; blank lines are passed over.

    Raises `ValueError` for columns that are missing, there twice, or unknown to the model.
    """
    with open_table(path) as file:
        rows = _Rows(file, _delimiter(file))
        columns = rows.columns
        _check_columns(path, columns, key, input_type)
        for line, cells in rows:
            yield f"{path.name}:{line}", _values(columns, cells, key, input_type)


class _Rows:
    """The cells of each row behind the first one, and the line in which it begins."""

    def __init__(self, file: TextIO, delimiter: str) -> None:
        self._delimiter = delimiter
        self._lines: list[str] = []
        self._reader = csv.reader(
            map(self._kept, file), delimiter=delimiter, strict=True
        )
        self.columns = next(self._reader, list[str]())

    def __iter__(self) -> Iterator[tuple[int, list[str] | TableProblem]]:
        while True:
            line = self._reader.line_num + 1
            self._lines.clear()
            try:
                cells: list[str] | TableProblem = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                why = _MEANT.get(str(error), str(error))
                cells = TableProblem(f"is not CSV: {why}", self._broken_column())
            if cells:
                yield line, cells

    def _kept(self, line: str) -> str:
        self._lines.append(line)
        return line

    def _broken_column(self) -> str:
        """Return the column of the cell at which the present row stops being CSV."""
        text = "".join(self._lines)
        end = bisect_left(range(len(text)), True, key=lambda n: self._breaks(text[:n]))
        whole = csv.reader(
            text[: end - 1].splitlines(keepends=True), delimiter=self._delimiter
        )
        number = len(next(whole, [""])) - 1
        return self.columns[number] if number < len(self.columns) else ""

    def _breaks(self, text: str) -> bool:
        lines = text.splitlines(keepends=True)
        try:
            next(csv.reader(lines, delimiter=self._delimiter, strict=True), None)
        except csv.Error as error:
            return "unexpected end of data" not in str(error)
        return False


def _delimiter(file: TextIO) -> str:
    """Return the delimiter: the candidate that occurs most often in the first line."""
    head = file.readline()
    file.seek(0)
    return max(DELIMITERS, key=head.count)


def _check_columns(
    path: Path, columns: Sequence[str], key: str, input_type: type[InputModel]
) -> None:
    given, fields = Counter(columns), input_type.model_fields.items()
    known = {field.alias or name: field.is_required() for name, field in fields}
    is_open = input_type.model_config.get("extra") == "allow"
    needed = {key, *(name for name, is_needed in known.items() if is_needed)}
    foreign = given.keys() - known.keys() - {key}
    wrong = {
        "is not an input of the model": set[str]() if is_open else foreign,
        "is missing": needed - given.keys(),
        "is there twice": {name for name, count in given.items() if count > 1},
    }
    for why, names in wrong.items():
        for name in sorted(names):
            raise ValueError(
                f"{path.name}: the column {name!r} {why}; it takes {key!r} and the inputs "
                f"{', '.join(known)}; nothing was sent"
            )


def _values(
    columns: Sequence[str],
    cells: Sequence[str] | TableProblem,
    key: str,
    input_type: type[InputModel],
) -> dict[str, Any] | TableProblem:
    if isinstance(cells, TableProblem):
        return cells
    row = dict(zip(columns, cells, strict=False))
    name = row.get(key, "").strip()
    counted = f"the row has {len(cells)} cells, the first line {len(columns)}"
    if len(cells) > len(columns):
        return TableProblem(counted, key=name)
    if len(cells) < len(columns):
        return TableProblem(f"is missing: {counted}", columns[len(cells)], name)
    try:
        check_utf_8(row, key)
    except TableProblem as problem:
        return problem
    texts = {name: text for name, text in row.items() if text.strip()}
    given, types = {key: texts.pop(key, "")}, types_by_name(input_type)
    for column, text in texts.items():
        if text.lstrip()[0] in "[{" and (
            why := json_problem(text, types.get(column, ANYTHING))
        ):
            return TableProblem(why, column, name)
    return given | read_texts(input_type, texts)
