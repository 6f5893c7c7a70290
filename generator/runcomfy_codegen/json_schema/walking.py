"""Where the subschemas of a schema are, and walking them with their JSON pointers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

ONE = ("items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else")
"""Keywords whose value is one schema."""

OPEN = "additionalProperties"
"""The one keyword that is commonly a mere true or false."""

LISTED = ("anyOf", "oneOf", "allOf", "prefixItems")
"""Keywords whose value is a list of schemas."""

NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas")
"""Keywords whose value maps names to schemas."""


Change = Callable[[Any, str, str], Any]
"""From a subschema, its pointer and the keyword that it stands under to what replaces it."""


def map_subschemas(schema: Schema, at: str, change: Change) -> Schema:
    """A copy of `schema` with what `change` makes of each direct subschema."""
    out = dict(schema)
    for keyword in ONE:
        if keyword in out and not (keyword == OPEN and isinstance(out[keyword], bool)):
            out[keyword] = change(out[keyword], at + join_pointer(keyword), keyword)
    for keyword in LISTED:
        if is_array(out.get(keyword)):
            out[keyword] = [
                change(item, at + join_pointer(keyword, index), keyword)
                for index, item in enumerate(out[keyword])
            ]
    for keyword in NAMED:
        if is_object(out.get(keyword)):
            out[keyword] = {
                name: change(item, at + join_pointer(keyword, name), keyword)
                for name, item in out[keyword].items()
            }
    return out
