"""Schemas that no value can fit are reported; on required properties as errors to be waived."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from runcomfy_codegen.planning.types.unsatisfiable import unsatisfiable_places

from .conftest import OUTPUT, Load, errors

WHOLE, NUMBER, TEXT = {"type": "integer"}, {"type": "number"}, {"type": "string"}
EMPTY = {**WHOLE, "minimum": 5, "maximum": 1}
NEEDS_EMPTY = {"type": "object", "properties": {"a": EMPTY}, "required": ["a"]}

IMPOSSIBLE: list[Any] = [
    EMPTY,
    {**NUMBER, "exclusiveMinimum": 1, "maximum": 1},
    {**WHOLE, "minimum": 0.2, "maximum": 0.8},
    {**WHOLE, "minimum": 1, "maximum": 9, "multipleOf": 10},
    {**NUMBER, "minimum": 0.1, "maximum": 0.2, "multipleOf": 0.25},
    {**TEXT, "minLength": 3, "maxLength": 2},
    {"type": "array", "minItems": 2, "maxItems": 1},
    {"type": "array", "minItems": 1, "items": EMPTY},
    {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"enum": [1, 2]}},
    {"type": "object", "minProperties": 2, "maxProperties": 1},
    {"type": "object", "properties": {"a": {}}, "minProperties": 2},
    {"enum": []},
    {**TEXT, "enum": []},
    {**WHOLE, "enum": [1, 2], "minimum": 3},
    {**TEXT, "const": 5},
    {**TEXT, "enum": ["a", "b"], "pattern": "^c"},
    {"not": {}},
    {**TEXT, "not": TEXT},
    {"allOf": [TEXT, WHOLE]},
    {"allOf": [{**WHOLE, "minimum": 5}, {**WHOLE, "maximum": 1}]},
    {"anyOf": [EMPTY, {"enum": []}]},
    {"$ref": "#/$defs/empty"},
    {"type": ["boolean", "null"], "enum": []},
]
POSSIBLE: list[Any] = [
    {**WHOLE, "minimum": 5, "maximum": 5},
    {**NUMBER, "minimum": 0.2, "maximum": 0.8},
    {**WHOLE, "minimum": 1, "maximum": 10, "multipleOf": 10},
    {**TEXT, "maxLength": 0},
    {"type": "array", "maxItems": 0, "items": False},
    {"type": "object", "properties": {"a": {}}, "minProperties": 1},
    {"type": "object", "patternProperties": {"^x": {"enum": []}}},
    {"not": TEXT},
    {"if": TEXT, "then": False},
    False,
]


def an_input(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "$defs": {"empty": EMPTY}}


def impossible_places(load: Load, schema: Any) -> list[tuple[str, str]]:
    """The code and place of what is reported as impossible."""
    plan = load({"a/b/input.json": schema, "a/b/output.json": OUTPUT})
    rows = [
        (diagnostic.code, diagnostic.pointer)
        for diagnostic in plan.diagnostics
        if "impossible" in diagnostic.code
    ]
    return [row for row in rows if row[1] != "/$defs/empty"]


@pytest.mark.parametrize("schema", IMPOSSIBLE)
def test_an_impossible_schema_is_a_warning_or_an_error_if_it_is_required(
    schema: Any, load: Load
) -> None:
    (optional,) = {code for code, _ in impossible_places(load, an_input(x=schema))}
    (required, *_) = {
        code for code, _ in impossible_places(load, an_input(x=schema) | {"required": ["x"]})
    }
    assert (optional, required) == ("impossible", "impossible-required")


@pytest.mark.parametrize("schema", POSSIBLE)
def test_a_possible_schema_is_not_reported(schema: Any, load: Load) -> None:
    """And neither is a keyword that is meant to forbid something, if nothing requires it."""
    assert impossible_places(load, an_input(x=schema)) == []


def test_the_error_can_be_waived(load: Load) -> None:
    schema = an_input(x=EMPTY) | {"required": ["x"]}
    documents = {"a/b/input.json": schema, "a/b/output.json": OUTPUT}
    assert errors(load(documents)) == ["a/b/input.json#/properties/x impossible-required"]
    waiver = '"a/b".waive."input.json#/properties/x" = "impossible-required"'
    assert load(documents, waiver).is_valid


@pytest.mark.parametrize(
    ("schema", "places"),
    [
        ({"type": "array", "items": EMPTY}, ["/properties/x/items"]),
        ({"anyOf": [TEXT, EMPTY]}, ["/properties/x/anyOf/1"]),
        ({**EMPTY, "nullable": True}, ["/properties/x"]),
        ({**EMPTY, "type": ["integer", "null"]}, ["/properties/x"]),
        ({"type": "object", "additionalProperties": EMPTY}, ["/properties/x/additionalProperties"]),
    ],
)
def test_a_part_that_no_value_fits_is_reported_where_it_is_written(
    schema: Any, places: list[str], load: Load
) -> None:
    """The property itself may still have a value."""
    reported = impossible_places(load, an_input(x=schema) | {"required": ["x"]})
    assert reported == [("impossible", place) for place in places]


def test_the_innermost_impossible_place_is_reported(load: Load) -> None:
    a = "/properties/x/properties/a"
    assert impossible_places(load, an_input(x=NEEDS_EMPTY)) == [("impossible-required", a)]
    items = {"type": "array", "minItems": 1, "items": EMPTY}
    reported = impossible_places(load, an_input(x=items) | {"required": ["x"]})
    assert reported == [("impossible-required", "/properties/x/items")]


def test_an_optional_property_beside_a_required_one_stays_a_warning(load: Load) -> None:
    reported = impossible_places(load, an_input(x=EMPTY, y=EMPTY) | {"required": ["x"]})
    assert reported == [
        ("impossible-required", "/properties/x"),
        ("impossible", "/properties/y"),
    ]


def test_an_input_that_no_body_fits_is_an_error(load: Load) -> None:
    assert impossible_places(load, an_input(x={}) | {"minProperties": 2}) == [
        ("impossible-required", "")
    ]


def test_a_required_property_that_is_false_is_an_error(load: Load) -> None:
    reported = impossible_places(load, an_input(x=False) | {"required": ["x"]})
    assert reported == [("impossible-required", "/properties/x")]


@pytest.mark.parametrize(
    "schema", [schema for schema in IMPOSSIBLE if schema != {"$ref": "#/$defs/empty"}]
)
def test_jsonschema_accepts_no_value_of_an_impossible_schema(schema: Any) -> None:
    """No value of a few hundred is valid, and the normalised form is as impossible."""
    values = [None, True, False, *range(-3, 12), 0.2, 0.25, 0.5, 1.5, "", "a", "b", "ccc", []]
    values += [[value] for value in values] + [[1, 2], [1, 2, 3], {}, {"a": 3}, {"a": 1, "b": 2}]
    closed = {"additionalProperties": False, **schema} if "properties" in schema else schema
    assert not any(map(Draft202012Validator(closed).is_valid, values))
    assert list(unsatisfiable_places({"type": "object", "properties": {"x": closed}}))
