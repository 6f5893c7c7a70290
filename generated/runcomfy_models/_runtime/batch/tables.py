# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0794023da3f49e5dc0d482b2e569f42d
"""Rows of a table, one after the other: CSV, JSON lines, or any iterable of dicts."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from ..json_value import is_object
from ..models.inputs import InputModel
from ..models.texts import read_texts

Values = dict[str, Any]
"""Inputs by wire names, or `TableProblem` where a row cannot be read."""

Table = str | Path | Iterable[Mapping[str, Any]]

DELIMITERS = ",;\t"


class TableProblem(Exception):
    """A row that cannot be read; the text says why."""


def read_table(
    table: Table, key: str, input_type: type[InputModel]
) -> Iterator[tuple[str, Values | TableProblem]]:
    """Yield the place of each row, and its values: the inputs by wire names, and the key.

    Raises `ValueError` for a table without a column that is needed, or with one that the model
    does not know.
    """
    if not isinstance(table, str | Path):
        return _mappings(table)
    path = Path(table)
    if path.suffix == ".csv":
        return _csv(path, key, input_type)
    if path.suffix in (".jsonl", ".ndjson"):
        return _json_lines(path)
    raise ValueError(f"{path.name} has to end in .csv or .jsonl")


def _mappings(table: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Values]]:
    for number, row in enumerate(table, 1):
        yield f"row {number}", dict(row)


def _json_lines(path: Path) -> Iterator[tuple[str, Values | TableProblem]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield f"{path.name}:{number}", _json_line(line)


def _json_line(line: str) -> Values | TableProblem:
    try:
        value: Any = json.loads(line)
    except ValueError as error:
        return TableProblem(f"not JSON: {error}")
    return value if is_object(value) else TableProblem("not a JSON object")


def _csv(
    path: Path, key: str, input_type: type[InputModel]
) -> Iterator[tuple[str, Values | TableProblem]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=_delimiter(file), strict=True)
        _check_columns(path, reader.fieldnames or (), key, input_type)
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield f"{path.name}:{reader.line_num}", TableProblem(str(error))
                return
            yield f"{path.name}:{reader.line_num}", _texts(row, key, input_type)


def _delimiter(file: TextIO) -> str:
    """Return what separates the columns: what the first line has most of."""
    head = file.readline()
    file.seek(0)
    return max(DELIMITERS, key=head.count)


def _check_columns(
    path: Path, columns: Iterable[str], key: str, input_type: type[InputModel]
) -> None:
    given, fields = set(columns), input_type.model_fields.items()
    known = {field.alias or name: field.is_required() for name, field in fields}
    is_open = input_type.model_config.get("extra") == "allow"
    needed = {key, *(name for name, is_needed in known.items() if is_needed)}
    foreign = given - known.keys() - {key}
    wrong = {
        "is missing": needed - given,
        "is not an input of the model": set[str]() if is_open else foreign,
    }
    for why, names in wrong.items():
        for name in sorted(names):
            raise ValueError(
                f"{path.name}: the column {name!r} {why}; it takes {key!r} and the inputs "
                f"{', '.join(known)}; nothing was sent"
            )


def _texts(
    row: dict[str | Any, str | Any], key: str, input_type: type[InputModel]
) -> Values | TableProblem:
    if None in row or None in row.values():
        return TableProblem(
            "it has more or fewer cells than the first line has columns"
        )
    texts = {name: text for name, text in row.items() if text.strip()}
    return {key: texts.pop(key, ""), **read_texts(input_type, texts)}
