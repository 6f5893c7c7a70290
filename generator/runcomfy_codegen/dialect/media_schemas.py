"""Where a schema may describe media: a URL, a list of URLs, or one of several such values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.json_schema.values import Schema, array_or_empty, is_object


def media_schemas(schema: Any) -> Iterator[Schema]:
    """Yield the schemas that may be those of media: `schema`, its items, the members of a union."""
    if is_object(schema):
        yield schema
        unions = (array_or_empty(schema.get(keyword)) for keyword in ("anyOf", "oneOf", "allOf"))
        for inner in (schema.get("items"), *(member for union in unions for member in union)):
            yield from media_schemas(inner)
