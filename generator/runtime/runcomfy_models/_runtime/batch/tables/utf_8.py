"""Open tables as UTF-8, so that other bytes make only their own row invalid."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Any, TextIO

from .problem import TableProblem

_NOT_UTF_8 = re.compile("[\udc80-\udcff]")
"""A character that stands for a byte which is not UTF-8."""


def open_table(path: Path) -> TextIO:
    """Open a table to read; `check_utf_8` then finds the rows with bytes that are not UTF-8.

    Raises `ValueError` for UTF-16, in which spreadsheets may save.
    """
    with path.open("rb") as file:
        if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE):
            raise ValueError(
                f"{path.name} is UTF-16: save it as UTF-8; nothing was sent"
            )
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def check_utf_8(row: dict[str, Any], key_column: str) -> None:
    """Raise `TableProblem` for a cell with bytes that are not UTF-8."""
    for column, value in row.items():
        if isinstance(value, str) and _NOT_UTF_8.search(value):
            key = "" if column == key_column else str(row.get(key_column, ""))
            raise TableProblem("is not UTF-8: save the file as UTF-8", column, key)
