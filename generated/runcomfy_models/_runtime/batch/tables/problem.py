# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d8434f035497bb0f820424c58c191858
"""The error of a row that cannot be read."""


class TableProblem(Exception):
    """A row that cannot be read; the text says why."""

    def __init__(self, message: str, column: str = "", key: str = "") -> None:
        """Name the column and the key of the row, as far as they are known."""
        super().__init__(message)
        self.column = column
        self.key = key
