# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9eac07a0d050bb3cae518944398fd65e
"""Rows of a CSV file, whose texts are read by the types of the schema."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from ...models.inputs import InputModel
from ...models.payload import wire_name
from ...models.texts import ANYTHING, json_problem, read_texts, types_by_name
from .broken_row import BrokenRow
from .problem import TableProblem
from .utf_8 import check_utf_8, open_table

DELIMITERS = ",;\t"


def csv_rows(
    path: Path, key_column: str, input_type: type[InputModel]
) -> Iterator[tuple[str, dict[str, Any] | TableProblem]]:
    """Yield the location of each row, and its values; blank lines are skipped.

    Raises `ValueError` for columns that are missing, there twice, or unknown to the model.
    """
    with open_table(path) as file:
        try:
            rows = _Rows(file, _delimiter(file))
        except csv.Error as error:
            raise ValueError(
                f"{path.name}: the first line is not CSV: {error}; nothing was sent"
            ) from None
        columns = rows.columns
        _check_columns(path, columns, key_column, input_type)
        for line, cells in rows:
            values = _values(columns, cells, key_column, input_type)
            yield f"{path.name}:{line}", values


class _Rows:
    """The cells of each row after the first one, and the line in which the row begins."""

    def __init__(self, file: TextIO, delimiter: str) -> None:
        self._delimiter = delimiter
        self._lines: list[str] = []
        self._reader = csv.reader(
            map(self._remember, file), delimiter=delimiter, strict=True
        )
        self.columns = next(self._reader, list[str]())

    def __iter__(self) -> Iterator[tuple[int, list[str] | TableProblem]]:
        while True:
            line = self._reader.line_num + 1
            self._lines.clear()
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                text = "".join(self._lines)
                broken = BrokenRow(text, self._delimiter, self.columns, error)
                yield line, broken.problem
                if not broken.is_whole:
                    return
            else:
                if cells:
                    yield line, cells

    def _remember(self, line: str) -> str:
        """Return `line`, and keep it: a message about the row needs its text."""
        self._lines.append(line)
        return line


def _delimiter(file: TextIO) -> str:
    """Return the delimiter: the candidate that occurs most often in the first line."""
    head = file.readline()
    file.seek(0)
    return max(DELIMITERS, key=head.count)


def _check_columns(
    path: Path, columns: Sequence[str], key_column: str, input_type: type[InputModel]
) -> None:
    counts, fields = Counter(columns), input_type.model_fields.items()
    inputs = {wire_name(name, field): field.is_required() for name, field in fields}
    is_open = input_type.model_config.get("extra") == "allow"
    required = {key_column, *(name for name in inputs if inputs[name])}
    unknown = counts.keys() - inputs.keys() - {key_column}
    problems = {
        "is not an input of the model": set[str]() if is_open else unknown,
        "is missing": required - counts.keys(),
        "is there twice": {name for name, count in counts.items() if count > 1},
    }
    for problem, names in problems.items():
        for name in sorted(names):
            raise ValueError(
                f"{path.name}: the column {name!r} {problem}; the table takes {key_column!r} "
                f"and the inputs {', '.join(inputs)}; nothing was sent"
            )


def _values(
    columns: Sequence[str],
    cells: Sequence[str] | TableProblem,
    key_column: str,
    input_type: type[InputModel],
) -> dict[str, Any] | TableProblem:
    if isinstance(cells, TableProblem):
        return cells
    row = dict(zip(columns, cells, strict=False))
    key = row.get(key_column, "").strip()
    if wrong := _wrong_count(columns, cells, key):
        return wrong
    try:
        check_utf_8(row, key_column)
    except TableProblem as problem:
        return problem
    texts = {name: text for name, text in row.items() if text.strip()}
    types, key_text = types_by_name(input_type), texts.get(key_column, "")
    if key_column not in types:  # else it is an input as well
        texts.pop(key_column, None)
    if wrong := _wrong_json(texts, types, key):
        return wrong
    return {key_column: key_text} | read_texts(input_type, texts)


def _wrong_count(
    columns: Sequence[str], cells: Sequence[str], key: str
) -> TableProblem | None:
    """Return the problem of a row that has not as many cells as the first line."""
    counts = f"the row has {len(cells)} cells, the first line {len(columns)}"
    if len(cells) > len(columns):
        return TableProblem(counts, key=key)
    if len(cells) < len(columns):
        return TableProblem(f"is missing: {counts}", columns[len(cells)], key)
    return None


def _wrong_json(
    texts: Mapping[str, str], types: Mapping[str, frozenset[str]], key: str
) -> TableProblem | None:
    """Return the problem of the first text that begins like JSON and is not valid."""
    for column, text in texts.items():
        is_json = text.lstrip()[0] in "[{"
        if is_json and (why := json_problem(text, types.get(column, ANYTHING))):
            return TableProblem(why, column, key)
    return None
