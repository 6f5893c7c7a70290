"""The example in a module's docstring fits the schema, also where the docs show no value."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_codegen.planning.examples.likely_values import BLANK
from runcomfy_codegen.planning.examples.placeholders import MAX_PLACEHOLDER_DEPTH, Placeholders
from runcomfy_codegen.planning.types.definitions import Definitions


def placeholder(schema: Any) -> Any:
    return Placeholders(Definitions({"$defs": DEFINITIONS})).value(schema)


DEFINITIONS = {
    "size": {"type": "object", "properties": {"w": {"minimum": 9}}, "required": ["w"]},
    "name": {"type": "string", "enum": ["a", "b"]},
    "tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}, "minItems": 1},
}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"$ref": "#/$defs/name"}, "a"),
        ({"anyOf": [{"$ref": "#/$defs/name"}, {"type": "null"}]}, "a"),
        ({"oneOf": [{"type": "integer"}, {"maximum": 5}]}, BLANK),
        ({"allOf": [{"type": "integer", "minimum": 3}, {"maximum": 9}]}, 3),
        ({"type": "integer", "exclusiveMinimum": 3}, 4),
        ({"type": "number", "multipleOf": 2.5}, 2.5),
        ({"type": "integer", "enum": [7, 9], "minimum": 8}, 9),
        ({"type": ["string", "null"], "minLength": 3}, "………"),
        ({"type": "array", "items": {"$ref": "#/$defs/name"}, "minItems": 2}, ["a", "a"]),
        (
            {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
            [1, 2, 3],
        ),
        (
            {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "uniqueItems": True},
            ["a", "b"],
        ),
        ({"type": "array"}, [BLANK]),
        ({"type": "array", "maxItems": 0}, []),
        ({"type": "object", "properties": {"n": {"const": 5}}, "required": ["n"]}, {"n": 5}),
        ({"type": "string", "default": "x", "maxLength": 0}, ""),
        ({"type": "string", "pattern": r"^[A-Z]{2}-\d+$"}, "AA-1"),
        ({"type": "string", "pattern": r"^[^\w…]+$", "minLength": 3}, "----"),
        ({"type": "object", "minProperties": 2}, {"key_1": BLANK, "key_2": BLANK}),
        ({"type": "array", "contains": {"type": "integer"}, "minContains": 2}, [1, 1]),
        ({"minimum": 5, "not": {"type": "string"}}, True),
        ({"const": None}, None),
        ({}, BLANK),
        (True, BLANK),
    ],
)
def test_a_placeholder_fits_where_one_is_easily_found(schema: Any, value: Any) -> None:
    assert placeholder(schema) == value


def test_a_placeholder_of_a_recursive_schema_is_finite() -> None:
    value = placeholder({"$ref": "#/$defs/tree"})
    for _ in range(MAX_PLACEHOLDER_DEPTH):
        (value,) = value
    assert value == BLANK
