"""Guessing which of those that are gone are called something else now."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.inclusion.space import unlinked
from runcomfy_codegen.json_schema.values import is_object

MIN_LIKENESS = 1.2
"""From which likeness on, of 3, a pair counts as renamed."""

MAX_PAIRS = 2_000
"""Pairs that are looked at; beyond that nothing is guessed."""


def guesses(gone: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Name that is gone: the new name that it most likely has; each at most once."""
    if len(gone) * len(new) > MAX_PAIRS:
        return {}
    pairs = sorted(
        ((_likeness(old, gone[old], name, new[name]), old, name) for old in gone for name in new),
        reverse=True,
    )
    found: dict[str, str] = {}
    for likeness, old, name in pairs:
        if likeness >= MIN_LIKENESS and old not in found and name not in found.values():
            found[old] = name
    return found


def _likeness(old: str, old_schema: Any, name: str, schema: Any) -> float:
    """From 0 to 3: names, constraints and words, each up to 1."""
    if not is_object(old_schema) or not is_object(schema):
        return 0.0
    if old_schema.get("type") != schema.get("type"):
        return 0.0
    names = SequenceMatcher(None, old[:100].lower(), name[:100].lower()).ratio()
    same = float(_constraints(old_schema) == _constraints(schema))
    return names + same + _same_words(old_schema, schema)


def _constraints(schema: dict[str, Any]) -> Any:
    return unlinked({key: value for key, value in schema.items() if key in CONSTRAINTS_AND_MEDIA})


def _same_words(one: dict[str, Any], other: dict[str, Any]) -> float:
    said = [key for key in ("title", "description") if one.get(key)]
    same = [key for key in said if one[key] == other.get(key)]
    return len(same) / len(said) if said else 0.0
