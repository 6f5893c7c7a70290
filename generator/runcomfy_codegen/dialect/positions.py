"""The position of a schema: it describes a whole value or a part of one, or it tests a value."""

from __future__ import annotations

from enum import Enum

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema, is_array

_INSIDE = frozenset(
    {"properties", "patternProperties", "additionalProperties", "items", "prefixItems", "$defs"}
)
"""Keywords whose subschemas describe values inside the value, and definitions."""

_DECLARING = frozenset(
    {"properties", "patternProperties", "additionalProperties", "allOf", "if", "dependentSchemas"}
)
"""Keywords beside which a union constrains an object further, instead of listing alternatives."""


class Position(Enum):
    """How a schema is read: only whole values get what the docs leave out."""

    WHOLE = "whole"
    """The only description of a value: an object has just the properties that it names."""
    PART = "part"
    """One of several that all apply to a value: the others may name more properties."""
    TEST = "test"
    """A test of a value, as under `not` and `if`: read literally."""


def position_below(schema: Schema, keyword: str, position: Position) -> Position:
    """Return the position of the subschemas under `keyword` of `schema`, which is at `position`."""
    if position is Position.TEST:
        return Position.TEST
    if keyword in _INSIDE:
        return Position.WHOLE
    if keyword in ("anyOf", "oneOf"):
        stands_alone = position is Position.WHOLE and not (schema.keys() & _DECLARING)
        return Position.WHOLE if stands_alone else Position.TEST
    if keyword == "allOf":
        return position if wraps_one_schema(schema) else Position.PART
    return Position.TEST


def wraps_one_schema(schema: Schema) -> bool:
    """Whether `schema` has no constraint but one member of `allOf`."""
    members = schema.get("allOf")
    constraints = schema.keys() & CONSTRAINTS
    return is_array(members) and len(members) == 1 and constraints == {"allOf"}


def declares_beside_ref(schema: Schema) -> bool:
    """Whether `schema` has a `$ref` beside keywords that may name more properties."""
    return "$ref" in schema and bool(schema.keys() & (_DECLARING | {"anyOf", "oneOf"}))
