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
"""The types of JSON objects without a class, and of values that may be anything."""

ITEMS, VALUES = "/items", "/additionalProperties"

ClassUses = Mapping[str, Sequence[str]]
"""Pointer into a type: the classes there. The pointer is such as `/items`, and empty for the type
itself; all members of a union are at one pointer."""


def class_uses(expr: TypeExpr) -> ClassUses:
    """Return the classes that `expr` mentions, and `dict` and `Any`, by pointer."""
    uses: dict[str, list[str]] = {}
    for pointer, name in _uses(expr, ""):
        uses.setdefault(pointer, []).append(name)
    return uses


def _uses(expr: TypeExpr, pointer: str) -> Iterator[tuple[str, str]]:
    match expr:
        case BareType(schema):
            yield from _uses_in_schema(json.loads(schema), pointer)
        case Bounded(inner):
            yield from _uses(inner, pointer)
        case ListOf(item):
            yield from _uses(item, pointer + ITEMS)
        case MapOf(value):
            yield pointer, DICT
            yield from _uses(value, pointer + VALUES)
        case UnionOf(members):
            for member in members:
                yield from _uses(member, pointer)
        case Media() | Alias():
            return


def _uses_in_schema(schema: Schema, pointer: str) -> Iterator[tuple[str, str]]:
    if "$ref" in schema:
        yield from ((pointer, name) for name in references(schema))
    elif not schema:
        yield pointer, ANY
    elif "object" in type_names(schema.get("type")):
        yield pointer, DICT
    for member in schema.get("anyOf", ()):
        yield from _uses_in_schema(member, pointer)
    for keyword in ("items", "additionalProperties"):
        if is_object(inner := schema.get(keyword)):
            yield from _uses_in_schema(inner, f"{pointer}/{keyword}")
