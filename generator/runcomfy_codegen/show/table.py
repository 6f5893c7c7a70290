"""Print tables. The only module of the generator that uses rich."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from runcomfy_codegen.untrusted_text import printable, truncate

MAX_CELL_CHARS = 500
"""Characters of a cell that are printed."""

_FILE_WIDTH = 10_000
"""Columns of a table that is not printed to a terminal, so that no row is wrapped."""


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print `rows` under `columns`, wrapped to the width of a terminal if there is one."""
    on_terminal = sys.stdout.isatty()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=not on_terminal)
    for row in rows:
        table.add_row(*(_cell(text) for text in row))  # as Text: a string could contain markup
    width = None if on_terminal else _FILE_WIDTH
    Console(width=width, highlight=False, soft_wrap=False).print(table)


def _cell(text: str) -> Text:
    return Text(truncate(printable(text), MAX_CELL_CHARS))
