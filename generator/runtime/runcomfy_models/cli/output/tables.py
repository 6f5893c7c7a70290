"""Tables for people, by rich."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print `rows` under `columns` on a terminal, wrapped to its width."""
    console = Console(highlight=False)
    style = "none" if console.no_color else "table.header"
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style=style)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))  # as Text: a string could contain markup
    console.print(table)
