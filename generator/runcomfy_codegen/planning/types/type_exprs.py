"""Type schemas as type expressions, bounds included."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import CONTENT_TYPES, MEDIA, MEDIA_LIMITS, MEDIA_SAMPLES
from runcomfy_codegen.json_schema.keywords import KEYWORDS
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
    parts,
)
from runcomfy_codegen.planning.names.python_names import TypeName

FIELD_ARGUMENTS = {keyword: row.field for keyword, row in KEYWORDS.items() if row.field}
"""Keyword of JSON Schema: the argument of pydantic's `Field`."""

CHECKS = {keyword: row.check for keyword, row in KEYWORDS.items() if row.check}
"""Keyword of JSON Schema: the function of the client library's `checks`."""

_MAX_LENGTH = 2**63 - 1
"""The largest length that pydantic accepts; nothing is that long."""

MAX_EXACT_FLOAT = 2**53
"""The largest integer up to which every float is written with the digits that it has."""

CHECK = "x-check"
"""Our own annotation of a type schema, with arguments of `checks.fits` for each check beside it."""

_BARE = ("$ref", "additionalProperties", "anyOf", "enum", "items", "type")
_REFERENCE = "#/$defs/"


ALIAS = "x-alias"
"""Our own annotation of a type schema, with the name of an enum and its pointer."""


def type_expr(schema: Schema) -> TypeExpr:
    """Return the type expression of a type schema."""
    if _is_bare(schema):
        return BareType(_bare_text(schema))
    inner = _composed(schema)
    limits = tuple(_limits(schema))
    checks = tuple(_checks(schema))
    return Bounded(inner, limits, checks) if limits or checks else inner


def aliased_enum(schema: Schema, name: TypeName, pointer: str) -> Schema:
    """Return the type schema of an enum called `name`, in a union with null if it has null."""
    values = [value for value in schema["enum"] if value is not None]
    enum = {**schema, "enum": values, ALIAS: [name, pointer]}
    return enum if values == schema["enum"] else {"anyOf": [enum, {"type": "null"}]}


def is_named_enum(schema: Schema) -> bool:
    """Whether a shape is an enum that gets a name: one that `Literal` can express."""
    return any(value is not None for value in schema.get("enum", ())) and _is_literal(schema)


def reference(name: str) -> Schema:
    """Return the reference to the class `name`."""
    return {"$ref": _REFERENCE + name}


def referenced(expr: TypeExpr) -> Iterator[str]:
    """Yield the names of the classes that `expr` mentions."""
    if isinstance(expr, BareType):
        yield from references(json.loads(expr.schema))
    for part in parts(expr):
        yield from referenced(part)


def references(schema: Any) -> Iterator[str]:
    """Yield the names of the classes that a type schema refers to."""
    if is_object(schema):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix(_REFERENCE)
        for member in schema.get("anyOf", []):
            yield from references(member)
        for key in ("items", "additionalProperties"):
            yield from references(schema.get(key))


def _composed(schema: Schema) -> TypeExpr:
    """Return the type of `schema` without its own bounds."""
    if ALIAS in schema:
        name, pointer = schema[ALIAS]
        return Alias(name, BareType(_bare_text(schema)), pointer)
    if _is_media(schema):
        return Media(
            schema.get(MEDIA, ""),
            tuple(map(tuple, schema.get(MEDIA_LIMITS, ()))),
            tuple(schema.get(MEDIA_SAMPLES, ())),
            tuple(
                (name, tuple(types), quote) for name, types, quote in schema.get(CONTENT_TYPES, ())
            ),
        )
    if "anyOf" in schema:
        return UnionOf(tuple(type_expr(member) for member in schema["anyOf"]))
    if "items" in schema and not _is_bare(schema["items"]):
        return ListOf(type_expr(schema["items"]))
    if is_object(values := schema.get("additionalProperties")) and not _is_bare(values):
        return MapOf(type_expr(values))
    kept = {key: schema[key] for key in _BARE if key in schema}
    if not _is_literal(schema):
        del kept["enum"]
    return BareType(_bare_text(kept))


def _is_bare(schema: Schema) -> bool:
    """Whether neither a type schema nor any inside it has bounds, checks, media or a named enum."""
    return (
        not _is_media(schema)
        and ALIAS not in schema
        and not any(_limits(schema))
        and not any(_checks(schema))
        and all(_is_bare(member) for member in schema.get("anyOf", []))
        and all(
            _is_bare(schema[key])
            for key in ("items", "additionalProperties")
            if is_object(schema.get(key))
        )
    )


def _is_media(schema: Schema) -> bool:
    strings = schema.get("type") == "string" and "enum" not in schema
    return strings and (MEDIA in schema or MEDIA_LIMITS in schema)


def _bare_text(schema: Schema) -> str:
    return json.dumps(_bare(schema), sort_keys=True)


def _bare(schema: Schema) -> Schema:
    """Return a type schema with only the keywords that make its type."""
    kept = {key: schema[key] for key in _BARE if key in schema}
    if "enum" in kept:
        return {"enum": kept["enum"]}
    if "anyOf" in kept:
        return {"anyOf": [_bare(member) for member in kept["anyOf"]]}
    for key in ("items", "additionalProperties"):
        if is_object(kept.get(key)):
            kept[key] = _bare(kept[key])
    return kept


def _limits(schema: Schema) -> Iterator[tuple[str, int | float | str]]:
    for keyword, name in FIELD_ARGUMENTS.items():
        value = schema.get(keyword)
        if value is None or (name == "min_length" and not value):
            continue
        yield name, _limit(value, name, schema.get("type"))


def _limit(value: int | float | str, name: str, kind: Any) -> int | float | str:
    """Return `value` as pydantic takes it: an integer for an integer type, rounded inwards."""
    if name.endswith("_length"):
        return min(int(value), _MAX_LENGTH)
    if isinstance(value, int | str):
        return value
    if value.is_integer() and abs(value) <= MAX_EXACT_FLOAT:
        return int(value)
    if kind == "number":
        return value
    return math.ceil(value) if name in ("ge", "lt") else math.floor(value)


def _checks(schema: Schema) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if not _is_literal(schema):
        yield "one_of", tuple(schema["enum"])
    for keyword, name in CHECKS.items():
        value = schema.get(keyword)
        if value is True:
            yield name, ()
        elif value:
            yield name, (value,)
    for arguments in schema.get(CHECK, ()):
        yield "fits", arguments


def _is_literal(schema: Schema) -> bool:
    """Whether `typing.Literal` accepts every value of the enum."""
    values = schema.get("enum", ())
    return all(value is None or isinstance(value, str | int) for value in values)
