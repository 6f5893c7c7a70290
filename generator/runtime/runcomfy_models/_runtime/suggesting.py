"""Suggest known names for one that does not exist."""

from collections.abc import Iterable


def similar_hint(
    name: str, known: Iterable[str], *, at_most: int = 3, cutoff: float = 0.5
) -> str:
    """Return `; did you mean …?` with the `known` names most like `name`; empty if none is.

    `cutoff` says how much alike: 1 means equal.
    """
    from difflib import get_close_matches  # only errors need it

    return did_you_mean(get_close_matches(name, list(known), at_most, cutoff))


def did_you_mean(names: Iterable[str]) -> str:
    """Return `; did you mean … or …?`; empty if there are no names."""
    listed = " or ".join(names)
    return f"; did you mean {listed}?" if listed else ""
