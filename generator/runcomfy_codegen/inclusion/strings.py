"""Judges of keywords about strings: length, pattern, and the medium behind a URL."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.dialect.tables import MEDIA, MEDIA_LIMITS, MEDIA_SAMPLES
from runcomfy_codegen.inclusion.conjunctions import Conjunction
from runcomfy_codegen.inclusion.judge import Judge, Proof
from runcomfy_codegen.inclusion.media_rules import implies
from runcomfy_codegen.inclusion.sizes import at_least, at_most
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.patterns import are_alike, matches_any_text


def _pattern(_: Proof, conjunction: Conjunction, __: Schema, pattern: Any) -> bool:
    stated = (part["pattern"] for part in conjunction if "pattern" in part)
    return matches_any_text(pattern) or any(are_alike(other, pattern) for other in stated)


def _media(_: Proof, conjunction: Conjunction, schema: Schema, kind: Any) -> bool:
    """Whether all values are https URLs of that kind, or samples that `schema` has as well."""
    samples = {*schema.get(MEDIA_SAMPLES, ())}
    return any(
        part.get(MEDIA) == kind and samples.issuperset(part.get(MEDIA_SAMPLES, ()))
        for part in conjunction
    )


def _media_limits(_: Proof, conjunction: Conjunction, __: Schema, rules: Any) -> bool:
    stated = [rule for part in conjunction for rule in part.get(MEDIA_LIMITS, ())]
    return all(any(implies(narrow, rule) for narrow in stated) for rule in rules)


JUDGES: dict[str, Judge] = {
    "minLength": at_least("minLength"),
    "maxLength": at_most("maxLength"),
    "pattern": _pattern,
    MEDIA: _media,
    MEDIA_LIMITS: _media_limits,
}
