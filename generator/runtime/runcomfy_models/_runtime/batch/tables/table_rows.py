"""Rows of a table, one after the other: CSV, JSON lines, or any iterable of dicts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...models.inputs import InputModel
from ...models.named_files import Steps, with_files
from ...models.schema_places import Places
from .csv_file import csv_rows
from .json_lines import json_lines
from .problem import TableProblem

Table = str | Path | Iterable[Mapping[str, Any]]


PlacedRow = tuple[str, dict[str, Any] | TableProblem]


def read_table(
    table: Table, key: str, input_type: type[InputModel]
) -> Iterator[PlacedRow]:
    """Yield the place of each row, and its values: the inputs by wire names, and the key.

    In a file, a medium that is not a URL names a local file, and is yielded as its `Path`. A row
    that cannot be read is yielded as a `TableProblem`. Raises `ValueError` for a table without
    a column that is needed, or with one that the model does not know.
    """
    if not isinstance(table, str | Path):
        return _mappings(table)
    path = Path(table)
    if path.suffix.lower() == ".csv":
        return _with_files(csv_rows(path, key, input_type), input_type)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _with_files(json_lines(path, key), input_type)
    raise ValueError(f"{path} has to end in .csv or .jsonl")


def _with_files(
    rows: Iterator[PlacedRow], input_type: type[InputModel]
) -> Iterator[PlacedRow]:
    places = Places.of(input_type.model_json_schema())
    for place, row in rows:
        if isinstance(row, TableProblem):
            yield place, row
        else:
            yield place, with_files(row, places, _path)


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
