"""Read the rows of a table: CSV, JSON lines, or any iterable of dicts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...models.inputs import InputModel
from ...models.named_files import Steps, with_files
from ...models.value_schemas import ValueSchemas
from .csv_file import csv_rows
from .json_lines import json_lines
from .problem import TableProblem

Table = str | Path | Iterable[Mapping[str, Any]]


LocatedRow = tuple[str, dict[str, Any] | TableProblem]
"""Where a row comes from, such as `rows.csv:17`, and its values or why it cannot be read."""


def read_table(
    table: Table, key_column: str, input_type: type[InputModel]
) -> Iterator[LocatedRow]:
    """Yield the location of each row, and its values: the inputs by wire names, and the key.

    In a file, a medium that is not a URL names a local file, and is yielded as its `Path`. A row
    that cannot be read is yielded as a `TableProblem`. Raises `ValueError` for a table without
    a column that is needed, or with one that the model does not know.
    """
    if not isinstance(table, str | Path):
        return _mappings(table)
    path = Path(table)
    if path.suffix.lower() == ".csv":
        return _with_files(csv_rows(path, key_column, input_type), input_type)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _with_files(json_lines(path, key_column), input_type)
    raise ValueError(f"{path} has to end in .csv or .jsonl")


def _with_files(
    rows: Iterator[LocatedRow], input_type: type[InputModel]
) -> Iterator[LocatedRow]:
    schemas = ValueSchemas.of(input_type.model_json_schema())
    for location, row in rows:
        if isinstance(row, TableProblem):
            yield location, row
        else:
            yield location, with_files(row, schemas, _path)


def _path(text: str, _: Steps) -> Path | str:
    """Return the path that a cell names; a `file:` URL stays, and is refused with its reason."""
    return text if text[:5].lower() == "file:" else Path(text)


def _mappings(
    table: Iterable[Mapping[str, Any]],
) -> Iterator[tuple[str, dict[str, Any]]]:
    _check_iterable(table)
    for number, row in enumerate(table, 1):
        if not hasattr(row, "keys"):
            raise TypeError(f"row {number} has to be a dict, not {type(row).__name__}")
        yield f"row {number}", dict(row)


def _check_iterable(table: object) -> None:
    if isinstance(table, Mapping) or not isinstance(table, Iterable):
        kind = "one dict" if isinstance(table, Mapping) else type(table).__name__
        raise TypeError(f"a table is a path or an iterable of dicts, not {kind}")
