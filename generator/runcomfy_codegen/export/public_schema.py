"""A schema as other tools read it: plain JSON Schema 2020-12 and a few `x-` annotations."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media_types import shown_media_rules
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas


def public_schema(schema: Schema) -> Schema:
    """Return a copy of `schema`, as the dialect returns it, for readers of plain JSON Schema."""
    out = map_subschemas(schema, "", _inner)
    for keyword in ("title", "description"):
        if out.get(keyword) == "":
            del out[keyword]
    if out.get("format") in tables.WIDGET_FORMATS:
        del out["format"]
    if "default" in out:
        # Generators of other languages take a property with a `default` for one that is always
        # there, and it is not documented that the service assumes it.
        out[tables.FORM_DEFAULT] = out.pop("default")
    if tables.EXAMPLE in out:
        out["examples"] = [out.pop(tables.EXAMPLE)]
    if rules := shown_media_rules(out):
        out[tables.MEDIA_RULES] = rules
    out.pop(tables.MEDIA_TYPES, None)
    out.pop(tables.MEDIA_SAMPLES, None)
    if tables.MEDIA in out:
        out.setdefault("format", "uri")
    return out


def _inner(subschema: Subschema) -> Any:
    return public_schema(subschema.schema) if is_object(subschema.schema) else subschema.schema
