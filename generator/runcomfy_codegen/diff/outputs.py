"""Restore the constraints of an output schema, of which the dialect keeps only the types."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, KEYWORDS, OUTPUT_KEYWORDS
from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

_DROPPED = frozenset(
    name for name in CONSTRAINTS - OUTPUT_KEYWORDS if not KEYWORDS[name].subschemas
)
"""Keywords without subschemas that the dialect drops from an output."""


def with_constraints(schema: Any, raw: Any) -> Any:
    """Return `schema`, which the dialect made of `raw`, with the valid constraints of `raw`.

    Objects become open: clients accept properties that the schema does not name.
    """

    def restore(inner: Subschema) -> Any:
        return with_constraints(inner.schema, get_at(raw, inner.pointer, None))

    if not is_object(schema) or not is_object(raw):
        return schema
    if raw.get("nullable") is True and "anyOf" in schema and "anyOf" not in raw:
        member, null = schema["anyOf"]  # the dialect has put a union with null around it
        bare = {key: value for key, value in raw.items() if key != "nullable"}
        return {**schema, "anyOf": [with_constraints(member, bare), null]}
    if is_object(older := raw.get("definitions")):
        raw = {**raw, "$defs": {**older, **raw.get("$defs", {})}}
    restored = {key: raw[key] for key in raw if key in _DROPPED and _is_valid(key, raw[key])}
    restored |= map_subschemas(schema, "", restore)
    if restored.get("additionalProperties") is False:
        del restored["additionalProperties"]
    return restored


def _is_valid(key: str, value: Any) -> bool:
    return not any(schema_problems({key: value}))
