"""Where a schema stands: does it describe a whole value, a part of one, or a question about it?"""

from __future__ import annotations

from enum import Enum

from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema, is_array

_INSIDE = frozenset(
    {"properties", "patternProperties", "additionalProperties", "items", "prefixItems", "$defs"}
)
"""Keywords whose subschemas describe values inside of the value, and definitions."""

_DECLARING = frozenset(
    {"properties", "patternProperties", "additionalProperties", "allOf", "if", "dependentSchemas"}
)
"""Keywords beside which a union says more about an object, instead of what it may be."""


class Position(Enum):
    """How a schema is to be read: what the docs leave unsaid is meant in some places only."""

    WHOLE = "whole"
    """It alone describes a value: an object with properties has no others."""
    PART = "part"
    """One of several that all hold for a value: the others may name more properties."""
    TEST = "test"
    """A question about a value, as below `not` and `if`: read to the letter."""


def below(schema: Schema, keyword: str, position: Position) -> Position:
    """The position of what stands under `keyword` of `schema`, which stands at `position`."""
    if position is Position.TEST:
        return Position.TEST
    if keyword in _INSIDE:
        return Position.WHOLE
    if keyword in ("anyOf", "oneOf"):
        alternatives = position is Position.WHOLE and not (schema.keys() & _DECLARING)
        return Position.WHOLE if alternatives else Position.TEST
    if keyword == "allOf":
        return position if is_alone(schema) else Position.PART
    return Position.TEST


def is_alone(schema: Schema) -> bool:
    """Whether all that `schema` says is one member of `allOf`, which is then a detour."""
    members = schema.get("allOf")
    constraints = schema.keys() & CONSTRAINTS
    return is_array(members) and len(members) == 1 and constraints == {"allOf"}


def declares_beside_ref(schema: Schema) -> bool:
    """Whether a `$ref` stands beside keywords that may name more properties."""
    return "$ref" in schema and bool(schema.keys() & (_DECLARING | {"anyOf", "oneOf"}))
