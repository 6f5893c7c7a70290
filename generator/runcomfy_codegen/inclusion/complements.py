"""The complement of keywords: schemas that allow what `not` allows, without `not`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import (
    CONSTRAINTS_AND_MEDIA,
    MEDIA,
    MEDIA_LIMITS,
    TYPE_OF_KEYWORD,
)
from runcomfy_codegen.inclusion.conjunctions import with_integer
from runcomfy_codegen.json_schema.keywords import GROUPS, JSON_TYPES, SIZES
from runcomfy_codegen.json_schema.values import Schema

NOT_VALIDATED = frozenset({MEDIA, MEDIA_LIMITS})
"""Keywords that no JSON Schema library checks."""

Opposite = Callable[[Any], list[Schema]]
"""Takes the value of a keyword; returns schemas for the values that violate it."""


def _smaller(keyword: str) -> Opposite:
    return lambda size: [{keyword: math.ceil(size) - 1}] if size > 0 else []


def _larger(keyword: str) -> Opposite:
    return lambda size: [{keyword: math.floor(size) + 1}]


def _other_types(declared: Any) -> list[Schema]:
    """Return a schema for each type that is not declared; an integer is a number."""
    types = with_integer(declared)
    others: list[Schema] = [{"type": name} for name in sorted(JSON_TYPES - types - {"integer"})]
    if "integer" in types and "number" not in types:
        others[others.index({"type": "number"})] = {"type": "number", "not": {"type": "integer"}}
    return others


_OPPOSITES: dict[str, Opposite] = {
    "type": _other_types,
    "minimum": lambda bound: [{"exclusiveMaximum": bound}],
    "maximum": lambda bound: [{"exclusiveMinimum": bound}],
    "exclusiveMinimum": lambda bound: [{"maximum": bound}],
    "exclusiveMaximum": lambda bound: [{"minimum": bound}],
    **{f"min{what}": _smaller(f"max{what}") for what in SIZES},
    **{f"max{what}": _larger(f"min{what}") for what in SIZES},
    "required": lambda names: [{"properties": {name: False}} for name in names],
    **dict.fromkeys(sorted(NOT_VALIDATED), lambda _: [{}]),
}


def complement(schema: Schema) -> list[Schema]:
    """Return schemas such that each value that is not valid under `schema` fits one of them.

    `schema` has no keyword that combines others. The result may allow more, never less.
    """
    return [opposite for part in _parts(schema) for opposite in _opposites(part)]


def _parts(schema: Schema) -> Iterator[Schema]:
    """Yield each keyword of `schema`, together with those that it has a meaning with."""
    done: set[str] = set()
    for keyword in sorted(schema.keys() & CONSTRAINTS_AND_MEDIA):
        if keyword not in done:
            group = next((keys for keys in GROUPS.values() if keyword in keys), (keyword,))
            yield {key: schema[key] for key in group if key in schema}
            done |= {*group}


def _opposites(part: Schema) -> list[Schema]:
    keyword = next(iter(part))
    if len(part) == 1 and keyword in _OPPOSITES:
        opposites = _OPPOSITES[keyword](part[keyword])
    else:
        opposites = [{"not": part}]
    type_ = TYPE_OF_KEYWORD.get(keyword)
    return [{"type": type_, **opposite} if type_ else opposite for opposite in opposites]
