# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2948a4ca68d44c81b1fe91d39b1e71c2
"""Errors of rows that cannot be read, and of bytes that are not UTF-8."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Any, TextIO

_NO_UTF_8 = re.compile("[\udc80-\udcff]")
"""A character that stands for a byte which is not UTF-8."""


def open_table(path: Path) -> TextIO:
    """Open a table to read; bytes that are not UTF-8 make only their own row invalid.

    Raises `ValueError` for UTF-16, in which spreadsheets may save.
    """
    with path.open("rb") as file:
        if file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE):
            raise ValueError(
                f"{path.name} is UTF-16: save it as UTF-8; nothing was sent"
            )
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


class TableProblem(Exception):
    """A row that cannot be read; the text says why."""

    def __init__(self, message: str, column: str = "", key: str = "") -> None:
        """Name the column and the key of the row, as far as they are known."""
        super().__init__(message)
        self.column = column
        self.key = key


def check_utf_8(row: dict[str, Any], key: str) -> None:
    """Raise `TableProblem` for a cell with bytes that are not UTF-8; `key` is the key's column."""
    for column, value in row.items():
        if isinstance(value, str) and _NO_UTF_8.search(value):
            name = "" if column == key else str(row.get(key, ""))
            raise TableProblem("is not UTF-8: save the file as UTF-8", column, name)
