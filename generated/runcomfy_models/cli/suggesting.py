# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 973a1ddc157ef36ad1b6016f7a63d07d
"""Suggest the closest known name for one that does not exist."""

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` for a misspelt name; empty if nothing is close."""
    from difflib import get_close_matches  # here, to keep commands quick

    close = get_close_matches(name, list(known), 3, cutoff=0.5)
    return f"; did you mean {' or '.join(close)}?" if close else ""
