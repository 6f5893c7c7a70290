"""Objects of which a schema says nothing: they may have any properties, and say so."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, every_schema, map_subschemas

SPEAKING = frozenset(
    {
        *("properties", "patternProperties", "additionalProperties", "propertyNames"),
        *("$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"),
        *("enum", "const"),
    }
)
"""Keywords that say something of the properties of an object."""


def with_open_objects(schema: Schema) -> Schema:
    """Return `schema` with `additionalProperties: true` in each object of which it says no more.

    The same values fit. openapi-typescript takes such an object for one without properties.
    """
    if any("unevaluatedProperties" in inner for _, inner in every_schema(schema)):
        return schema  # there, the keyword has a meaning
    return _opened(schema)


def _opened(schema: Schema) -> Schema:
    out = map_subschemas(schema, "", _inner)
    if _is_of_objects(out) and not out.keys() & SPEAKING:
        out["additionalProperties"] = True
    return out


def _inner(subschema: Subschema) -> Any:
    inner = subschema.schema
    return _opened(inner) if is_object(inner) else inner


def _is_of_objects(schema: Schema) -> bool:
    declared = schema.get("type")
    return "object" in (declared if is_array(declared) else [declared])
