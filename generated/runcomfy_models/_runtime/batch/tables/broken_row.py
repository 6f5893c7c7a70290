# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 864dad816a329cf933f68c498348d290
"""A row that is not CSV: its problem, its column, and whether another row follows it."""

import csv
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import StringIO

from .problem import TableProblem

END = "unexpected end of data"

_MEANINGS = {
    END: "a quote is not closed",
    "field larger than field limit": "a cell is too long; a .jsonl table may have it",
}
"""Beginning of a message of Python's reader: what it means."""


class BrokenRow:
    """The text of a row up to the line at which Python's reader fails, and its error."""

    def __init__(
        self, text: str, delimiter: str, columns: Sequence[str], error: csv.Error
    ) -> None:
        """Take the `columns` of the table in their order."""
        self._text = text
        self._delimiter = delimiter
        self._columns = columns
        self._error = str(error)

    @property
    def problem(self) -> TableProblem:
        """The problem, and its column."""
        # An index with a default: the row may have more cells than the table has columns.
        column = dict(enumerate(self._columns)).get(self._cell, "")
        return TableProblem(f"is not CSV: {self._reason}{self._consequence}", column)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the row surely ends with its last line.

        If not, the next line may belong to its broken cell. Read as a row, it would become a
        job, and be paid for.
        """
        try:
            cells = next(self._reader(self._text), list[str]())
        except csv.Error:
            return False
        has_cells_after = self._cell + 1 < len(self._columns) == len(cells)
        return has_cells_after and self._text.count('"') % 2 == 0

    @property
    def _reason(self) -> str:
        starts = filter(self._error.startswith, _MEANINGS)
        return _MEANINGS.get(next(starts, ""), self._error)

    @property
    def _consequence(self) -> str:
        is_at_end = self.is_whole or self._error.startswith(END)
        return "" if is_at_end else "; no line after it was read"

    @cached_property
    def _cell(self) -> int:
        """The number of the cell, from 0, at which the row stops being CSV."""
        text = self._text
        # If a beginning of the text fails, so do all longer ones: the shortest is found by halving.
        end = bisect_left(range(len(text)), True, key=lambda n: self._fails(text[:n]))
        return len(next(self._reader(text[: end - 1]), [""])) - 1

    def _fails(self, text: str) -> bool:
        """Whether `text` is not the beginning of a row in CSV."""
        try:
            next(self._reader(text, strict=True), None)
        except csv.Error as error:
            return not str(error).startswith(END)
        return False

    def _reader(self, text: str, strict: bool = False) -> Iterator[list[str]]:
        lines = StringIO(text, newline="")
        return csv.reader(lines, delimiter=self._delimiter, strict=strict)
