"""Suggest a known word for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known word that is closest to `word`; an empty text if none is close.

    `cutoff` says how close: 1 means equal.
    """
    return next(iter(get_close_matches(word, list(known), 1, cutoff)), "")


def suggestion(
    word: str,
    known: Iterable[str],
    *,
    otherwise: str = "",
    author: str = "you",
    cutoff: float = 0.6,
) -> str:
    """Return `did you mean 'patch'?` for a `word` close to a known one, else `otherwise`.

    `author` is who wrote the word.
    """
    close = closest(word, known, cutoff)
    return f"did {author} mean {close!r}?" if close else otherwise


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'patch'?`, to end a message with; empty if no known word is close."""
    question = suggestion(word, known)
    return f"; {question}" if question else ""
