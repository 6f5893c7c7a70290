"""Close objects: they have the properties that their schema names, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.positions import wraps_one_schema
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import subschemas

_CONDITIONAL = IN_PLACE - {"allOf"}
"""Keywords whose subschemas may apply to the object, and may name its properties."""

_NAMING = ("properties", "patternProperties")
"""Keywords that name properties."""


def closed(schema: Schema, definitions: Schema) -> Schema:
    """Return `schema` with every property named in one place, and no others allowed.

    Only a schema that names properties is closed, itself or by `allOf` and `$ref`. One that has
    `additionalProperties` is not changed.
    """
    if "$ref" in schema or wraps_one_schema(schema):
        return schema  # its target is closed instead
    if not all(is_object(schema.get(keyword, {})) for keyword in _NAMING):
        return schema  # an invalid value: validation against the metaschema reports it
    seen: set[str] = set()
    parts = list(_parts(schema, definitions, seen))
    if not any("properties" in part for part in parts):
        return schema
    if any("additionalProperties" in part for part in parts):
        return schema
    conditional = [inner for part in parts for inner in _conditional_parts(part, definitions, seen)]
    naming = [*parts, *conditional]
    out = {**schema, "properties": {**_names("properties", naming), **schema.get("properties", {})}}
    if patterns := _names("patternProperties", naming):
        out["patternProperties"] = {**patterns, **schema.get("patternProperties", {})}
    if any(part.get("type") == "object" for part in parts):
        out["type"] = "object"
    return {**out, "additionalProperties": False}


def _names(keyword: str, parts: list[Schema]) -> Schema:
    """Return every name under `keyword` in `parts`, each with a schema that allows anything."""
    maps = (part[keyword] for part in parts if is_object(part.get(keyword)))
    return {name: {} for schemas in maps for name in schemas}


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


def _conditional_parts(schema: Schema, definitions: Schema, seen: set[str]) -> Iterator[Schema]:
    """Yield the schemas that may apply to the same value as `schema`."""
    for inner in subschemas(schema):
        if inner.keyword in _CONDITIONAL:
            for part in _parts(inner.schema, definitions, seen):
                yield part
                yield from _conditional_parts(part, definitions, seen)
