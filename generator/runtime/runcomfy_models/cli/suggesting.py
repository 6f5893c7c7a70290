"""Suggest the closest known name for one that does not exist."""

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return `; did you mean …?` for a misspelt name; empty if nothing is close.

    `cutoff` says how close: 1 means equal.
    """
    from difflib import get_close_matches  # here, to keep commands quick

    close = get_close_matches(name, list(known), 3, cutoff)
    return f"; did you mean {' or '.join(close)}?" if close else ""
