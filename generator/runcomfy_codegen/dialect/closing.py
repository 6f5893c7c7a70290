"""An object has the properties that its schema names, and no others unless it says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.positions import is_alone
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import subschemas

_MAYBE = IN_PLACE - {"allOf"}
"""Keywords whose subschemas may hold for the object, and name properties of it."""

_NAMING = ("properties", "patternProperties")
"""Keywords that name properties."""


def closed(schema: Schema, definitions: Schema) -> Schema:
    """`schema` with every property named in one place, and no others allowed.

    That goes for a schema that names properties, by itself or by what it takes in with
    `allOf` and `$ref`; what says something of further properties is left as it is.
    """
    if "$ref" in schema or is_alone(schema):
        return schema  # what it stands for is closed
    if not all(is_object(schema.get(keyword, {})) for keyword in _NAMING):
        return schema  # the metaschema will say so
    seen: set[str] = set()
    parts = list(_parts(schema, definitions, seen))
    if not any("properties" in part for part in parts):
        return schema
    if any("additionalProperties" in part for part in parts):
        return schema
    every = [*parts, *(one for part in parts for one in _possible(part, definitions, seen))]
    out = {**schema, "properties": {**_names("properties", every), **schema.get("properties", {})}}
    if patterns := _names("patternProperties", every):
        out["patternProperties"] = {**patterns, **schema.get("patternProperties", {})}
    if any(part.get("type") == "object" for part in parts):
        out["type"] = "object"
    return {**out, "additionalProperties": False}


def _names(keyword: str, parts: list[Schema]) -> Schema:
    """Every name under `keyword` in `parts`, with a schema that says nothing."""
    return {name: {} for part in parts for name in _members(part.get(keyword))}


def _members(value: Any) -> Schema:
    return value if is_object(value) else {}


def _parts(schema: Any, definitions: Schema, seen: set[str]) -> Iterator[Schema]:
    """The schemas that all hold for a value of `schema`: itself, and what it takes in.

    `seen` are the definitions that need not be looked into again.
    """
    if not is_object(schema):
        return
    yield schema
    name = definition_name(schema.get("$ref"))
    if name in definitions and name not in seen:
        seen.add(name)
        yield from _parts(definitions[name], definitions, seen)
    members = schema.get("allOf")
    for member in members if is_array(members) else ():
        yield from _parts(member, definitions, seen)


def _possible(schema: Schema, definitions: Schema, seen: set[str]) -> Iterator[Schema]:
    """The schemas that may hold for a value of `schema` as well."""
    below = [inner.schema for inner in subschemas(schema) if inner.keyword in _MAYBE]
    for child in below:
        for part in _parts(child, definitions, seen):
            yield part
            yield from _possible(part, definitions, seen)
