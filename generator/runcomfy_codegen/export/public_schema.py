"""A schema for other tools: that of a generated class, without its defaults."""

from __future__ import annotations

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas
from runcomfy_codegen.planning.json_schemas import JsonSchemas
from runcomfy_codegen.planning.types.definitions import Definitions


def public_schema(schema: Schema) -> Schema:
    """Return `schema`, as the dialect returns it, for readers of plain JSON Schema 2020-12.

    It is equivalent to `model_json_schema()` of a generated class.
    """
    return with_form_defaults(JsonSchemas(Definitions(schema)).of_schema(schema))


def with_form_defaults(schema: Schema) -> Schema:
    """Return `schema`, which a class shows, with `x-form-default` for each `default`.

    Generators of other languages take a property with a `default` for one that is always there.
    """
    out = map_subschemas(schema, "", _inner)
    if "default" in out:
        out[tables.PUBLISHED_FORM_VALUE] = out.pop("default")
    return out


def _inner(subschema: Subschema) -> object:
    inner = subschema.schema
    return with_form_defaults(inner) if is_object(inner) else inner
