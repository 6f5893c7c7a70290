"""Compare rules on the file behind a media input, such as `file_size_mb< 16`."""

from __future__ import annotations

import re
from typing import Any

_RULE = re.compile(r"\s*(.*?)\s*(<=|>=|<|>)\s*")


def implies(narrow: list[Any], wide: list[Any]) -> bool:
    """Return whether every file that satisfies `narrow` satisfies `wide`.

    Each is a list of rule, limit and message.
    """
    if narrow[:2] == wide[:2]:
        return True
    one, other = _RULE.fullmatch(narrow[0]), _RULE.fullmatch(wide[0])
    if not one or not other or subject(narrow) != subject(wide):
        return False
    limit, allowed = _number(narrow[1]), _number(wide[1])
    if limit is None or allowed is None:
        return False
    if limit == allowed:  # `<` implies `<=`
        return one[2] == other[2] or len(one[2]) < len(other[2])
    return limit < allowed if one[2][0] == "<" else limit > allowed


def subject(rule: list[Any]) -> str:
    """Return what a rule limits, and in which direction: `file_size_mb<`."""
    parts = _RULE.fullmatch(rule[0])
    return parts[1] + parts[2][0] if parts else str(rule[0])


def _number(limit: Any) -> float | None:
    try:
        return float(limit)
    except (TypeError, ValueError, OverflowError):
        return None
