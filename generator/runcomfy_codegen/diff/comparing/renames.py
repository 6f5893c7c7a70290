"""Guess which of the removed names were renamed, and to what."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.inclusion.schema_pair import with_local_references
from runcomfy_codegen.json_schema.values import is_object

MIN_LIKENESS = 1.2
"""Likeness, from 0 to 3, from which a pair counts as renamed."""

MAX_PAIRS = 2_000
"""Pairs to examine; with more, nothing is guessed."""


def guess_renames(removed: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, str]:
    """Return the likely new name of each name in `removed`; each new name occurs at most once.

    Both map names to schemas.
    """
    if len(removed) * len(added) > MAX_PAIRS:
        return {}
    pairs = sorted(
        (
            (_likeness(old, removed[old], new, added[new]), old, new)
            for old in removed
            for new in added
        ),
        reverse=True,
    )
    renames: dict[str, str] = {}
    for likeness, old, new in pairs:
        if likeness >= MIN_LIKENESS and old not in renames and new not in renames.values():
            renames[old] = new
    return renames


def _likeness(old: str, old_schema: Any, new: str, new_schema: Any) -> float:
    """Return the sum of the likeness of names, constraints and texts, from 0 to 1 each."""
    if not is_object(old_schema) or not is_object(new_schema):
        return 0.0
    if old_schema.get("type") != new_schema.get("type"):
        return 0.0
    # Long names would take quadratic time.
    names = SequenceMatcher(None, old[:100].lower(), new[:100].lower()).ratio()
    constraints = float(_constraints(old_schema) == _constraints(new_schema))
    return names + constraints + _text_likeness(old_schema, new_schema)


def _constraints(schema: dict[str, Any]) -> Any:
    constraints = {key: schema[key] for key in schema if key in CONSTRAINTS_AND_MEDIA}
    return with_local_references(constraints)


def _text_likeness(old: dict[str, Any], new: dict[str, Any]) -> float:
    texts = [key for key in ("title", "description") if old.get(key)]
    equal = [key for key in texts if old[key] == new.get(key)]
    return len(equal) / len(texts) if texts else 0.0
