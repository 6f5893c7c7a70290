"""Measure the columns of text; black and ruff disagree on the width of some characters."""

from __future__ import annotations

import re
import unicodedata

LINE = 88
"""Columns of a line: the default of black and ruff."""

_CONTESTED = re.compile(
    "["
    "\u1160-\u11ff\ud7b0-\ud7ff"  # Hangul letters that join the one before
    "\u3164\uff9e-\uffa0"  # Hangul fillers, halfwidth voiced marks
    "\u0d4e\u17a4\u17d8\ua8fa\U00011000-\U00011fff"  # letters of India and Cambodia
    "\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d37f"  # wide since Unicode 16
    "\U0001f3fb-\U0001f3ff"  # skin tones
    "]"
)


def columns(text: str) -> int:
    """Return the columns that `text` takes; exact if it has no contested characters."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def is_contested(char: str) -> bool:
    """Whether black, ruff and `columns` may count different columns for `char`."""
    # A combining mark takes no column for ruff, and one for black.
    return unicodedata.category(char).startswith("M") or bool(_CONTESTED.match(char))
