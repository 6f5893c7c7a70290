"""Write entries to a file, for other programs: JSON lines, or CSV."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

Document = dict[str, Any]


def write_json_lines(file: TextIO, documents: Iterable[Document]) -> int:
    """Write a line of JSON for each document; return their number."""
    count = 0
    for document in documents:
        file.write(json.dumps(document, ensure_ascii=False) + "\n")
        count += 1
    return count


def write_csv(file: TextIO, documents: Iterable[Document]) -> int:
    """Write a row for each document; inputs, output and files as JSON. Return their number."""
    writer: csv.DictWriter[str] | None = None
    count = 0
    for document in documents:
        if writer is None:
            writer = csv.DictWriter(file, list(document))
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in document.items()})
        count += 1
    return count


FORMATS: dict[str, Callable[[TextIO, Iterable[Document]], int]] = {
    ".jsonl": write_json_lines,
    ".csv": write_csv,
}
"""Suffix of a file: what writes it."""


def export(path: Path, documents: Iterable[Document]) -> int:
    """Write `documents` to `path` in the format of its suffix; return their number."""
    if path.suffix not in FORMATS:
        raise ValueError(f"{path.name} has to end in {' or '.join(FORMATS)}")
    with path.open("w", encoding="utf-8", newline="") as file:
        return FORMATS[path.suffix](file, documents)


def _cell(value: object) -> object:
    """Return a value for a cell; a text that a spreadsheet would run as a formula is quoted."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
