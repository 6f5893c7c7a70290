"""The error of a row that cannot be read."""


class TableProblem(Exception):
    """A row that cannot be read; the text says why."""

    def __init__(self, message: str, column: str = "", key: str = "") -> None:
        """Name the column and the key of the row, as far as they are known."""
        super().__init__(message)
        self.column = column
        self.key = key
