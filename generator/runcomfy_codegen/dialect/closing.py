"""Close objects: they have the properties that their schema names, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.positions import is_detour
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import subschemas

_CONDITIONAL = IN_PLACE - {"allOf"}
"""Keywords whose subschemas may apply to the object, and name properties of it."""

_NAMING = ("properties", "patternProperties")
"""Keywords that name properties."""


def closed(schema: Schema, definitions: Schema) -> Schema:
    """Return `schema` with every property named in one place, and no others allowed.

    Only a schema that names properties is closed, itself or by `allOf` and `$ref`. One that says
    something about further properties stays as it is.
    """
    if "$ref" in schema or is_detour(schema):
        return schema  # its target is closed instead
    if not all(is_object(schema.get(keyword, {})) for keyword in _NAMING):
        return schema  # an invalid value: validation against the metaschema reports it
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
    """Return every name under `keyword` in `parts`, each with a schema that allows anything."""
    return {name: {} for part in parts for name in _members(part.get(keyword))}


def _members(value: Any) -> Schema:
    return value if is_object(value) else {}


def _parts(schema: Any, definitions: Schema, seen: set[str]) -> Iterator[Schema]:
    """Yield `schema` and the schemas that apply together with it, by `allOf` and `$ref`.

    Definitions in `seen` are skipped, new ones are added to it.
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
    """Yield the schemas that may apply to the same value as `schema`."""
    conditional = [one.schema for one in subschemas(schema) if one.keyword in _CONDITIONAL]
    for inner in conditional:
        for part in _parts(inner, definitions, seen):
            yield part
            yield from _possible(part, definitions, seen)
