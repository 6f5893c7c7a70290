"""Rows of a table, one after the other: CSV, JSON lines, or any iterable of dicts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...models.inputs import InputModel
from .csv_file import csv_rows
from .json_lines import json_lines
from .problem import TableProblem

Table = str | Path | Iterable[Mapping[str, Any]]


def read_table(
    table: Table, key: str, input_type: type[InputModel]
) -> Iterator[tuple[str, dict[str, Any] | TableProblem]]:
    """Yield the place of each row, and its values: the inputs by wire names, and the key.

    A row that cannot be read is yielded as a `TableProblem`. Raises `ValueError` for a table
    without a column that is needed, or with one that the model does not know.
    """
    if not isinstance(table, str | Path):
        return _mappings(table)
    path = Path(table)
    if path.suffix == ".csv":
        return csv_rows(path, key, input_type)
    if path.suffix in (".jsonl", ".ndjson"):
        return json_lines(path, key)
    raise ValueError(f"{path.name} has to end in .csv or .jsonl")


def _mappings(
    table: Iterable[Mapping[str, Any]],
) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, row in enumerate(table, 1):
        yield f"row {number}", dict(row)
