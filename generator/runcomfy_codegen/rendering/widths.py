"""How many columns text takes, as black counts them."""

from __future__ import annotations

from wcwidth import wcwidth  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

COLUMNS = 88
"""The columns of a line, by black's default."""


def fits(text: str, columns: int = COLUMNS) -> bool:
    """Whether `text` is no wider than `columns`."""
    length = len(text)
    if length > columns or text.isascii() or 2 * length <= columns:
        return length <= columns
    wide: int = sum(wcwidth(char) == 2 for char in text)
    return length + wide <= columns
