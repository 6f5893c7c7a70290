"""A schema with what generators of other languages need written out; the same values fit.

They misread or drop what JSON Schema leaves implicit: an object or an array without further
keywords, an enum of several types or of values that give the same name, an enum of objects or
arrays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from runcomfy_codegen.json_schema.value_types import type_names, type_of
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, every_schema, map_subschemas

UNEVALUATED = frozenset({"unevaluatedProperties", "unevaluatedItems"})
"""Keywords whose meaning changes if a default is written out."""

ABOUT_PROPERTIES = frozenset(
    {
        *("properties", "patternProperties", "additionalProperties", "propertyNames"),
        *("$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"),
        *("enum", "const"),
    }
)
ABOUT_ITEMS = frozenset({"items", "prefixItems", "$ref", "allOf", "anyOf", "oneOf", "enum"})

OPEN: dict[str, Schema] = {"object": {"additionalProperties": True}, "array": {"items": {}}}
"""The types whose values contain others, each with the keywords that allow any."""

ENUM_NAMES = "x-enum-varnames"
"""The names of the values of an enum, as several generators read them."""

_NOT_IN_NAMES = re.compile(r"[^a-zA-Z0-9]+")


def spelled_out(schema: Schema) -> Schema:
    """Return `schema` with its implicit parts written out."""
    if any(UNEVALUATED & inner.keys() for _, inner in every_schema(schema)):
        return schema
    return _spelled(schema)


def _spelled(schema: Schema) -> Schema:
    out = map_subschemas(schema, "", _inner)
    for step in STEPS:
        step(out)
    return out


def _inner(subschema: Subschema) -> Any:
    inner = subschema.schema
    return _spelled(inner) if is_object(inner) else inner


def _object(schema: Schema) -> None:
    """Allow any properties explicitly, if an object says nothing about them."""
    if "object" in type_names(schema.get("type")) and not schema.keys() & ABOUT_PROPERTIES:
        schema["additionalProperties"] = True


def _array(schema: Schema) -> None:
    """Allow any items explicitly, if an array says nothing about them."""
    if "array" in type_names(schema.get("type")) and not schema.keys() & ABOUT_ITEMS:
        schema["items"] = {}


def _const(schema: Schema) -> None:
    """Write an object or an array as an enum of one value."""
    if _kind(schema.get("const")) in OPEN:
        schema["enum"] = [schema.pop("const")]


def _enum(schema: Schema) -> None:
    """Write an enum of several types as one enum for each, fractions as constants."""
    groups: dict[str, list[Any]] = {}
    for value in schema.get("enum", ()):
        groups.setdefault(_kind(value), []).append(value)
    is_mixed = len(groups.keys() - {"null"}) > 1 or not groups.keys().isdisjoint(OPEN)
    has_fractions = any(isinstance(value, float) for value in groups.get("number", ()))
    if (is_mixed or has_fractions) and "anyOf" not in schema:
        del schema["enum"]
        schema.pop("type", None)
        schema["anyOf"] = [
            member for name, values in groups.items() for member in _of_type(name, values)
        ]


def _of_type(name: str, values: list[Any]) -> list[Schema]:
    """Return schemas that only `values`, all of the type `name`, fit."""
    if name == "null" or (name == "boolean" and len(values) > 1):
        return [{"type": name}]
    if name in OPEN:
        return [OPEN[name] | one_of(name, values)]
    if name == "boolean" or any(isinstance(value, float) for value in values):
        return [{"const": value} for value in values]
    return [{"type": "integer" if name == "number" else name, "enum": values}]


def one_of(name: str, values: list[Any]) -> Schema:
    """Return a schema of the type `name` that only `values` fit.

    openapi-python-client drops a schema with an enum of objects, arrays or fractions. It ignores
    `not`, so it accepts this as any value of the type; for validators, the two `not` cancel each
    other out.
    """
    return {"type": name, "not": {"not": {"enum": values}}}


def _enum_names(schema: Schema) -> None:
    """Give the values of an enum distinct names, if generators would name two of them alike."""
    values = schema.get("enum", ())
    if not all(isinstance(value, str) for value in values):
        return
    names = [_NOT_IN_NAMES.sub("_", value).strip("_").upper() for value in values]
    if len({*names}) < len(names):
        schema[ENUM_NAMES] = [f"VALUE_{number}_{name}" for number, name in enumerate(names, 1)]


def _kind(value: Any) -> str:
    """Return the type of a value; whole numbers count as numbers."""
    kind = type_of(value)
    return "number" if kind == "integer" else kind


STEPS: tuple[Callable[[Schema], None], ...] = (_object, _array, _const, _enum, _enum_names)
"""The steps of spelling out a schema, in their order."""
