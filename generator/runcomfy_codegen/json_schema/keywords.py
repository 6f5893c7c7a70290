"""The keywords of JSON Schema 2020-12: one row with everything the generator knows about each."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

JSON_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})


class Use(Enum):
    """How a keyword in an input schema is handled."""

    TYPE = "type"
    """A Python type enforces what a type can; a check of the client library does the rest."""
    CHECK = "check"
    """A check of the client library enforces it."""
    DEFINITIONS = "definitions"
    """It constrains nothing; it contains schemas that others refer to."""
    ANNOTATION = "annotation"
    """It constrains nothing."""
    REFUSED = "refused"
    """A constraint that is not supported: an error."""


class Subschemas(Enum):
    """Where the schemas inside a keyword's value are."""

    ONE = "one"
    """The value is a schema."""
    LIST = "list"
    """The value is an array of schemas."""
    MAP = "map"
    """The value is an object of schemas by name."""


class RangeEnd(Enum):
    """Which end of a range a keyword sets."""

    LOWER = "lower"
    UPPER = "upper"


class Keyword(NamedTuple):
    """A row of the table."""

    use: Use
    value_type: str = ""
    """The JSON type of the values that it constrains; empty for all types."""
    subschemas: Subschemas | None = None
    in_place: bool = False
    """Whether its subschemas apply to the same value as the schema that contains it."""
    group: str = ""
    """The first keyword of its group, if it has a meaning only together with others."""
    bound: RangeEnd | None = None
    """The end of a range that it sets."""
    field: str = ""
    """The argument of pydantic's `Field` that enforces it."""
    check: str = ""
    """The function in `checks` of the client library that enforces it in an `Annotated` type."""
    types_outputs: bool = False
    """Whether the Python type of an output depends on it. Outputs ignore other constraints."""


_TYPE, _CHECK = Use.TYPE, Use.CHECK
_ONE, _LIST, _MAP = Subschemas
_LOWER, _UPPER = RangeEnd

# Subschemas are visited, and arguments of `Field` written, in the order of the rows: another
# order would print other bytes.
KEYWORDS: dict[str, Keyword] = {
    # Numbers
    "minimum": Keyword(_TYPE, "number", bound=_LOWER, field="ge"),
    "maximum": Keyword(_TYPE, "number", bound=_UPPER, field="le"),
    "exclusiveMinimum": Keyword(_TYPE, "number", bound=_LOWER, field="gt"),
    "exclusiveMaximum": Keyword(_TYPE, "number", bound=_UPPER, field="lt"),
    "multipleOf": Keyword(_TYPE, "number", check="multiple_of"),
    # Strings
    "minLength": Keyword(_TYPE, "string", bound=_LOWER, field="min_length"),
    "maxLength": Keyword(_TYPE, "string", bound=_UPPER, field="max_length"),
    "pattern": Keyword(_TYPE, "string", field="pattern"),
    # Arrays
    "items": Keyword(_TYPE, "array", _ONE, group="items", types_outputs=True),
    "prefixItems": Keyword(_TYPE, "array", _LIST, group="items", types_outputs=True),
    "minItems": Keyword(_TYPE, "array", bound=_LOWER, field="min_length"),
    "maxItems": Keyword(_TYPE, "array", bound=_UPPER, field="max_length"),
    "uniqueItems": Keyword(_TYPE, "array", check="unique_items"),
    "contains": Keyword(_CHECK, "array", _ONE, group="contains"),
    "minContains": Keyword(_CHECK, "array", bound=_LOWER, group="contains"),
    "maxContains": Keyword(_CHECK, "array", bound=_UPPER, group="contains"),
    # Objects
    "properties": Keyword(_TYPE, "object", _MAP, group="properties", types_outputs=True),
    "patternProperties": Keyword(_TYPE, "object", _MAP, group="properties"),
    "additionalProperties": Keyword(_TYPE, "object", _ONE, group="properties", types_outputs=True),
    "required": Keyword(_TYPE, "object"),
    "minProperties": Keyword(_CHECK, "object", bound=_LOWER),
    "maxProperties": Keyword(_CHECK, "object", bound=_UPPER),
    "propertyNames": Keyword(_CHECK, "object", _ONE),
    "dependentRequired": Keyword(_CHECK, "object"),
    "dependentSchemas": Keyword(_CHECK, "object", _MAP, in_place=True),
    # Values of all types
    "type": Keyword(_TYPE, types_outputs=True),
    "enum": Keyword(_TYPE),
    "const": Keyword(_TYPE),
    "anyOf": Keyword(_TYPE, subschemas=_LIST, in_place=True, types_outputs=True),
    "oneOf": Keyword(_TYPE, subschemas=_LIST, in_place=True, types_outputs=True),
    "allOf": Keyword(_TYPE, subschemas=_LIST, in_place=True, types_outputs=True),
    "not": Keyword(_CHECK, subschemas=_ONE, in_place=True),
    "if": Keyword(_CHECK, subschemas=_ONE, in_place=True, group="if"),
    "then": Keyword(_CHECK, subschemas=_ONE, in_place=True, group="if"),
    "else": Keyword(_CHECK, subschemas=_ONE, in_place=True, group="if"),
    "$ref": Keyword(_TYPE, types_outputs=True),
    "$defs": Keyword(Use.DEFINITIONS, subschemas=_MAP, types_outputs=True),
    # Annotations
    **dict.fromkeys(
        "$anchor $comment $id $schema $vocabulary contentEncoding contentMediaType contentSchema "
        "default deprecated description examples format readOnly title writeOnly".split(),
        Keyword(Use.ANNOTATION),
    ),
    "definitions": Keyword(Use.ANNOTATION, subschemas=_MAP),
    # Refused
    **dict.fromkeys(
        "$dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef additionalItems dependencies "
        "unevaluatedItems unevaluatedProperties".split(),
        Keyword(Use.REFUSED),
    ),
}


def _keywords(test: Callable[[Keyword], bool]) -> frozenset[str]:
    return frozenset(name for name, row in KEYWORDS.items() if test(row))


ANNOTATIONS = _keywords(lambda row: row.use is Use.ANNOTATION)
"""Keywords that constrain nothing."""

REFUSED = _keywords(lambda row: row.use is Use.REFUSED)
"""Constraints that are not supported: an error, never ignored."""

KEPT = KEYWORDS.keys() - ANNOTATIONS - REFUSED
"""Keywords that stay in a schema: types and checks enforce them, or they define others."""

CONSTRAINTS = _keywords(lambda row: row.use in (Use.TYPE, Use.CHECK))
"""Kept keywords that a value can violate."""

CHECKED = _keywords(lambda row: row.use is Use.CHECK)
"""Constraints that no Python type can express."""

CHECKED_HEADS = tuple(
    name
    for name, row in KEYWORDS.items()
    if row.use is Use.CHECK and not row.bound and row.group in ("", name)
)
"""Those of `CHECKED` that are not bounds, and not modifiers of another keyword of their group."""

OUTPUT_KEYWORDS = _keywords(lambda row: row.types_outputs)
"""Keywords that the Python type of an output depends on."""

IN_PLACE = _keywords(lambda row: row.in_place)
"""Keywords whose subschemas apply to the same value as the schema that contains them."""

BOUNDS = {name: row.bound for name, row in KEYWORDS.items() if row.bound}
"""Keyword: the end of a range that it sets."""

SIZES = ("Length", "Items", "Properties")
"""The endings of the keywords that bound a size: `minLength`, `maxItems` …"""

GROUPS = {
    head: tuple(name for name, row in KEYWORDS.items() if row.group == head)
    for head in KEYWORDS
    if KEYWORDS[head].group == head
}
"""First keyword of a group: all keywords of the group, which have a meaning only together."""
