"""Outputs are typed by what says a type; a caller may rely on the other constraints, too."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, KEYWORDS, OUTPUT_KEYWORDS
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.json_schema.walking import LISTED, NAMED, ONE

_LEFT_OUT = frozenset(
    name for name in CONSTRAINTS - OUTPUT_KEYWORDS if not KEYWORDS[name].subschemas
)
"""What the dialect leaves out of an output: keywords that hold no schemas."""


def with_constraints(schema: Any, raw: Any) -> Any:
    """`schema`, which the dialect made of `raw`, with the constraints that `raw` has.

    A constraint of the wrong form is left out. An object is open, whatever it says: clients
    take properties that its schema does not name.
    """
    if not is_object(schema) or not is_object(raw):
        return schema
    raw = {"$defs": raw["definitions"], **raw} if "definitions" in raw else raw
    out = {**{key: raw[key] for key in _LEFT_OUT & raw.keys() if _is_sound(key, raw[key])}}
    out |= {key: _below(key, value, raw.get(key)) for key, value in schema.items()}
    if out.get("additionalProperties") is False:
        del out["additionalProperties"]
    return out


def _is_sound(key: str, value: Any) -> bool:
    return not any(schema_problems({key: value}))


def _below(key: str, value: Any, raw: Any) -> Any:
    if key in ONE:
        return with_constraints(value, raw)
    if key in LISTED and is_array(value) and is_array(raw):
        rest = value[len(raw) :]
        pairs = zip(value, raw, strict=False)
        return [*(with_constraints(one, other) for one, other in pairs), *rest]
    if key in NAMED and is_object(value) and is_object(raw):
        return {name: with_constraints(one, raw.get(name)) for name, one in value.items()}
    return value
