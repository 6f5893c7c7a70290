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
    if not _RULE.fullmatch(narrow[0]) or subject(narrow) != subject(wide):
        return False
    operator, wide_operator = _operator(narrow), _operator(wide)
    limit, allowed = _number(narrow[1]), _number(wide[1])
    if limit is None or allowed is None:
        return False
    if limit == allowed:  # `<` implies `<=`
        return operator == wide_operator or len(operator) < len(wide_operator)
    return limit < allowed if operator[0] == "<" else limit > allowed


def subject(rule: list[Any]) -> str:
    """Return what a rule limits, and in which direction: `file_size_mb<`."""
    parts = _RULE.fullmatch(rule[0])
    return parts[1] + parts[2][0] if parts else str(rule[0])


def _operator(rule: list[Any]) -> str:
    parts = _RULE.fullmatch(rule[0])
    return parts[2] if parts else ""


def _number(limit: Any) -> float | None:
    try:
        return float(limit)
    except (TypeError, ValueError, OverflowError):
        return None
