"""Outputs are typed by what says a type; a caller may rely on the other constraints, too."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, KEYWORDS, OUTPUT_KEYWORDS
from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

_LEFT_OUT = frozenset(
    name for name in CONSTRAINTS - OUTPUT_KEYWORDS if not KEYWORDS[name].subschemas
)
"""What the dialect leaves out of an output: keywords that hold no schemas."""


def with_constraints(schema: Any, raw: Any) -> Any:
    """`schema`, which the dialect made of `raw`, with the constraints that `raw` has.

    A constraint of the wrong form is left out. An object is open, whatever it says: clients
    take properties that its schema does not name.
    """

    def below(inner: Subschema) -> Any:
        return with_constraints(inner.schema, get_at(raw, inner.pointer, None))

    if not is_object(schema) or not is_object(raw):
        return schema
    raw = {"$defs": raw["definitions"], **raw} if "definitions" in raw else raw
    out = {key: raw[key] for key in raw if key in _LEFT_OUT and _is_sound(key, raw[key])}
    out |= map_subschemas(schema, "", below)
    if out.get("additionalProperties") is False:
        del out["additionalProperties"]
    return out


def _is_sound(key: str, value: Any) -> bool:
    return not any(schema_problems({key: value}))
