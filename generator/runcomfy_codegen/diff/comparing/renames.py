"""Guess which of the removed names were renamed, and to what."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.inclusion.schema_pair import without_uris
from runcomfy_codegen.json_schema.values import Schema, is_object

MIN_LIKENESS = 1.2
"""Likeness, from 0 to 3, from which a pair counts as renamed."""

MAX_RENAME_PAIRS = 100_000
"""Pairs to examine; with more, nothing is guessed."""


def guess_renames(removed: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, str]:
    """Return the likely new name of each name in `removed`; each new name occurs at most once.

    Both map names to schemas.
    """
    if len(removed) * len(added) > MAX_RENAME_PAIRS:
        return {}
    before, after = _candidates(removed), _candidates(added)
    pairs = sorted(
        ((_likeness(old, new), old.name, new.name) for old in before for new in after),
        reverse=True,
    )
    renames: dict[str, str] = {}
    for likeness, old, new in pairs:
        if likeness >= MIN_LIKENESS and old not in renames and new not in renames.values():
            renames[old] = new
    return renames


class _Candidate(NamedTuple):
    """A name and its schema, prepared once for all comparisons."""

    name: str
    schema: Schema
    constraints: Any


def _candidates(schemas: Mapping[str, Any]) -> list[_Candidate]:
    return [
        _Candidate(name, schema, _constraints(schema))
        for name, schema in schemas.items()
        if is_object(schema)
    ]


def _likeness(old: _Candidate, new: _Candidate) -> float:
    """Return the sum of the likeness of names, constraints and texts, from 0 to 1 each."""
    if old.schema.get("type") != new.schema.get("type"):
        return 0.0
    constraints = float(old.constraints == new.constraints)
    meaning = constraints + _text_likeness(old.schema, new.schema)
    if meaning + 1 < MIN_LIKENESS:  # too unlike for any pair of names, which are slow to compare
        return meaning
    # Long names would take quadratic time.
    names = SequenceMatcher(None, old.name[:100].lower(), new.name[:100].lower())
    return names.ratio() + meaning


def _constraints(schema: Schema) -> Any:
    constraints = {key: schema[key] for key in schema if key in CONSTRAINTS_AND_MEDIA}
    return without_uris(constraints)


def _text_likeness(old: Schema, new: Schema) -> float:
    texts = [key for key in ("title", "description") if old.get(key)]
    equal = [key for key in texts if old[key] == new.get(key)]
    return len(equal) / len(texts) if texts else 0.0
