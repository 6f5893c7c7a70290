"""Accept the media of the page's example that are not https URLs: the service has them."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media import is_media_sample
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.planning.types.definitions import Definitions


def add_page_samples(document: Schema, example: Any) -> None:
    """Add the media in `example`, such as the name of a file, to the samples in `document`."""
    _add(document, example, Definitions(document))


def _add(schema: Any, value: Any, definitions: Definitions) -> None:
    if not is_object(schema):
        return
    if tables.MEDIA in schema and is_media_sample(value):
        samples = schema.get(tables.MEDIA_SAMPLES, [])
        schema[tables.MEDIA_SAMPLES] = list(dict.fromkeys([*samples, value]))
    for other in _same_value_schemas(schema, definitions):
        _add(other, value, definitions)
    for inner, member in _inside(schema, value):
        _add(inner, member, definitions)


def _same_value_schemas(schema: Schema, definitions: Definitions) -> list[Any]:
    """Return the schemas that describe the same value."""
    target = [definitions.target(schema["$ref"])] if "$ref" in schema else []
    members = (member for key in ("allOf", "anyOf", "oneOf") for member in schema.get(key, ()))
    return [*target, *members]


def _inside(schema: Schema, value: Any) -> list[tuple[Any, Any]]:
    """Return schema and value of each item or property."""
    if is_object(value):
        properties = schema.get("properties", {})
        return [(properties[name], member) for name, member in value.items() if name in properties]
    return [(schema.get("items"), item) for item in value] if is_array(value) else []
