"""Find which classes the type of a field mentions, and where in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.ir import (
    Alias,
    BareType,
    Bounded,
    ListOf,
    MapOf,
    Media,
    TypeExpr,
    UnionOf,
)
from runcomfy_codegen.planning.types.type_exprs import references

DICT, ANY = "dict", "Any"
"""The type of JSON objects without a class."""

ITEMS, VALUES = "/items", "/additionalProperties"

ClassUses = Mapping[str, Sequence[str]]
"""Place in a type: the classes there. The place is a pointer such as `/items`, empty for the type
itself; all members of a union are at one place."""


def class_uses(expr: TypeExpr) -> ClassUses:
    """Return the classes that `expr` mentions, and `dict` and `Any`, by place."""
    uses: dict[str, list[str]] = {}
    for place, name in _uses(expr, ""):
        uses.setdefault(place, []).append(name)
    return uses


def _uses(expr: TypeExpr, place: str) -> Iterator[tuple[str, str]]:
    match expr:
        case BareType(schema):
            yield from _uses_in_schema(json.loads(schema), place)
        case Bounded(inner):
            yield from _uses(inner, place)
        case ListOf(item):
            yield from _uses(item, place + ITEMS)
        case MapOf(value):
            yield place, DICT
            yield from _uses(value, place + VALUES)
        case UnionOf(members):
            for member in members:
                yield from _uses(member, place)
        case Media() | Alias():
            return


def _uses_in_schema(schema: Schema, place: str) -> Iterator[tuple[str, str]]:
    if "$ref" in schema:
        yield from ((place, name) for name in references(schema))
    elif not schema:
        yield place, ANY
    elif "object" in type_names(schema.get("type")):
        yield place, DICT
    for member in schema.get("anyOf", ()):
        yield from _uses_in_schema(member, place)
    for keyword in ("items", "additionalProperties"):
        if is_object(inner := schema.get(keyword)):
            yield from _uses_in_schema(inner, f"{place}/{keyword}")
