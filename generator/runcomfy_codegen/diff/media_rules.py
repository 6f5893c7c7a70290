"""Rules on the file behind a media input: when one is as tight as another."""

from __future__ import annotations

import re
from typing import Any

_RULE = re.compile(r"\s*(.*?)\s*(<=|>=|<|>)\s*")


def implies(tight: list[Any], loose: list[Any]) -> bool:
    """Whether a file that keeps the row `tight` keeps `loose`: `[rule, limit, words]` each."""
    if tight[:2] == loose[:2]:
        return True
    one, other = _RULE.fullmatch(tight[0]), _RULE.fullmatch(loose[0])
    limit, allowed = _number(tight[1]), _number(loose[1])
    if not one or not other or one[1] != other[1] or limit is None or allowed is None:
        return False
    if one[2][0] != other[2][0]:
        return False
    if limit == allowed:
        return one[2] == other[2] or len(one[2]) < len(other[2])
    return limit < allowed if one[2][0] == "<" else limit > allowed


def subject(rule: list[Any]) -> str:
    """What a row is about and from which side: `file_size_mb<`."""
    parts = _RULE.fullmatch(rule[0])
    return parts[1] + parts[2][0] if parts else str(rule[0])


def _number(limit: Any) -> float | None:
    try:
        return float(limit)
    except (TypeError, ValueError, OverflowError):
        return None
