"""Write entries to a file, for other programs: JSON lines, or CSV."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from .entry import Entry

Document = dict[str, Any]


def write_json_lines(file: TextIO, entries: Iterable[Entry]) -> int:
    """Write a JSON object a line; return their number."""
    count = 0
    for entry in entries:
        file.write(json.dumps(entry.to_dict(), ensure_ascii=False) + "\n")
        count += 1
    return count


def write_csv(file: TextIO, entries: Iterable[Entry]) -> int:
    """Write a row for each entry; inputs, output and files as JSON. Return their number."""
    writer: csv.DictWriter[str] | None = None
    count = 0
    for entry in entries:
        document = {name: _cell(value) for name, value in entry.to_dict().items()}
        if writer is None:
            writer = csv.DictWriter(file, list(document))
            writer.writeheader()
        writer.writerow(document)
        count += 1
    return count


FORMATS: dict[str, Callable[[TextIO, Iterable[Entry]], int]] = {
    ".jsonl": write_json_lines,
    ".csv": write_csv,
}
"""Suffix of a file: what writes it."""


def export(path: Path, entries: Iterable[Entry]) -> int:
    """Write `entries` to `path` in the format of its suffix; return their number."""
    if path.suffix not in FORMATS:
        raise ValueError(f"{path.name} has to end in {' or '.join(FORMATS)}")
    with path.open("w", encoding="utf-8", newline="") as file:
        return FORMATS[path.suffix](file, entries)


def _cell(value: object) -> object:
    """Return a value for a cell; a text that a spreadsheet would run as a formula is quoted."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
