"""Suggest a known word for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known word that is closest to `word`; an empty text if none is close.

    `cutoff` says how close: 1 means equal.
    """
    return next(iter(get_close_matches(word, list(known), 1, cutoff)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'patch'?` for a `word` close to a known one; else an empty text."""
    close = closest(word, known)
    return f"; did you mean {close!r}?" if close else ""
