"""A position in the text of a pattern."""

from __future__ import annotations

from runcomfy_codegen.patterns.tree import UnsupportedPatternError


class Cursor:
    """Reads a pattern from left to right; `pos` is the offset of the next character."""

    def __init__(self, text: str) -> None:
        """Start at the beginning of `text`."""
        self.text = text
        self.pos = 0

    @property
    def rest(self) -> str:
        """The part of the text that has not been read."""
        return self.text[self.pos :]

    def take(self, text: str) -> bool:
        """Skip `text` if it comes next; return whether it does."""
        is_next = self.text.startswith(text, self.pos)
        self.pos += len(text) * is_next
        return is_next

    def unsupported(self, what: str) -> UnsupportedPatternError:
        """Return the error that reports `what` at the current position."""
        return UnsupportedPatternError(f"{what}, at character {self.pos}")
