"""Each keyword by itself: values that it accepts, and values that it refuses."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from tests.fidelity.building import Built
from tests.fidelity.oracle import is_valid, normalised

S, I = {"type": "string"}, {"type": "integer"}  # noqa: E741
TREE = {"type": "array", "items": {"$ref": "#/$defs/tree"}, "maxItems": 1}

ROWS: list[tuple[Any, list[Any], list[Any]]] = [
    # schema, values that fit, values that do not
    ({"type": ["string", "null"]}, ["a", None], [1, True]),
    ({"type": "integer"}, [1, 1.0], [1.5, True, "1"]),
    ({"enum": [1, "a", [1]]}, [1, 1.0, "a", [1.0]], [True, "1", [True]]),
    ({"enum": ["a", "bb"], "maxLength": 1}, ["a"], ["bb"]),
    ({"enum": []}, [], [None, 1, "a", {}]),
    ({"const": False}, [False], [0, None]),
    ({"const": 1, "enum": [2]}, [], [1, 2]),
    ({"minLength": 2}, ["ab", 1, None, []], ["a", "😀"]),
    ({**S, "pattern": "^a"}, ["ab"], ["ba", 1]),
    ({"pattern": "^(?!a)"}, ["b", 1], ["a"]),
    ({"minimum": 2}, [2, "a"], [1, 1.9]),
    ({**I, "exclusiveMinimum": 1.5}, [2], [1]),
    ({"type": "number", "multipleOf": 0.1}, [0.3, 1e300], [0.25]),
    ({"type": "array", "items": I}, [[], [1]], [["a"], {}, "a"]),
    ({"items": I}, [[], "a", {"0": "a"}], [["a"]]),
    ({"type": "array", "items": False}, [[]], [[1]]),
    ({"prefixItems": [S, I]}, [[], ["a"], ["a", 1, None]], [[1], ["a", "b"]]),
    ({"type": "array", "prefixItems": [S], "items": I}, [["a", 1]], [["a", "b"], [1]]),
    ({"type": "array", "contains": I}, [["a", 1]], [[], ["a"]]),
    ({"contains": I, "minContains": 0, "maxContains": 1}, [[], [1]], [[1, 2]]),
    ({"contains": I, "minContains": 2}, [[1, 2]], [[1], [1, "a"]]),
    ({"type": "array", "uniqueItems": True}, [[1, True]], [[1, 1.0], [{"a": 1}, {"a": 1.0}]]),
    ({"type": "array", "maxItems": 1}, [[1]], [[1, 2]]),
    ({"type": "object", "properties": {"a": I}}, [{}, {"a": 1}], [{"a": "b"}, {"b": 1}]),
    ({"type": "object", "properties": {"a": False}}, [{}], [{"a": 1}]),
    (
        {"type": "object", "properties": {"a": False}, "additionalProperties": True},
        [{}, {"b": 1}],
        [{"a": 1}],
    ),
    ({"required": ["a"]}, [{"a": None}, 1, []], [{}]),
    ({"type": "object", "required": ["a"]}, [{"a": None}], [{}, 1]),
    (
        {"type": "object", "properties": {"a": I}, "additionalProperties": S},
        [{"a": 1, "b": "c"}],
        [{"b": 1}, {"a": "b"}],
    ),
    (
        {"type": "object", "patternProperties": {"^x": I, "y$": {"maximum": 3}}},
        [{"x": 9, "y": "a"}, {"xy": 3}],
        [{"x": "a"}, {"xy": 9}, {"y": 4}],
    ),
    (
        {"type": "object", "patternProperties": {"^x": I}, "additionalProperties": False},
        [{"x": 1}],
        [{"y": 1}],
    ),
    ({"type": "object", "propertyNames": {"maxLength": 1}}, [{"a": 1}], [{"ab": 1}]),
    (
        {"type": "object", "minProperties": 1, "maxProperties": 2},
        [{"a": 1}],
        [{}, {"a": 1, "b": 1, "c": 1}],
    ),
    ({"type": "object", "dependentRequired": {"a": ["b"]}}, [{}, {"b": 1}], [{"a": 1}]),
    ({"dependentSchemas": {"a": {"maxProperties": 1}}}, [{"a": 1}, 1], [{"a": 1, "b": 1}]),
    ({"anyOf": [S, {"minimum": 5}]}, ["a", 5, None], [4]),
    (
        {"contains": I, "maxContains": 1, "anyOf": [{"type": "array", "minContains": 0}]},
        [[1], ["a", 1]],
        [[], [1, 1], 1],
    ),
    ({"oneOf": [{**I, "multipleOf": 3}, {**I, "multipleOf": 5}]}, [3, 5], [15, 1]),
    ({"oneOf": [{"minimum": 1}, {"maximum": 3}, I]}, [0.5], [2, 1.5, "a"]),
    ({"allOf": [{"minimum": 1}, {"maximum": 3}]}, [2, "a"], [0, 4]),
    (
        {
            "type": "object",
            "allOf": [
                {"properties": {"a": S, "b": S}, "additionalProperties": True},
                {"properties": {"a": {}}, "additionalProperties": {"maxLength": 2}},
            ],
        },
        [{"a": "123", "b": "12"}, {"c": "12"}],
        [{"a": "1", "b": "12345"}, {"c": "123"}, {"b": 1}],
    ),
    (
        {
            "type": "object",
            "allOf": [
                {"properties": {"a": I}, "additionalProperties": {"maxLength": 2}},
                {"properties": {"a": {"minimum": 2}, "b": S}, "additionalProperties": True},
            ],
        },
        [{"a": 2, "b": "12"}],
        [{"a": 1}, {"b": "123"}, {"b": 1}],
    ),
    ({**I, "not": {"const": 0}}, [1], [0, "a"]),
    ({"not": {}}, [], [0, None, {}]),
    ({"if": I, "then": {"minimum": 1}, "else": {"maxLength": 1}}, [1, "a"], [0, "ab"]),
    ({"$ref": "#/$defs/tree"}, [[], [[]], [[[]]]], [[[], []], [[[], []]], [1], {}]),
    ({"$ref": "#/$defs/tree", "minItems": 1}, [[[]]], [[], [[], []]]),
    ({**S, "nullable": True}, ["a", None], [1]),
    (True, [1, None, {}], []),
    (False, [], [1, None, {}]),
]


@cache
def built() -> Built:
    """Build a model for each row, whose property `p` has its schema."""
    return Built(
        {
            f"m{index}": {"type": "object", "properties": {"p": row[0]}, "$defs": {"tree": TREE}}
            for index, row in enumerate(ROWS)
        }
    )


@pytest.mark.parametrize("index", range(len(ROWS)), ids=[str(row[0])[:60] for row in ROWS])
def test_a_keyword_accepts_exactly_the_values_that_fit(index: int) -> None:
    schema, fitting, unfit = ROWS[index]
    model = built().modules[f"m{index}"].Input
    plain = normalised({"properties": {"p": schema}, "$defs": {"tree": TREE}})
    for value in fitting:
        assert is_valid(plain, {"p": value})
        assert model.model_validate({"p": value}).to_payload() == {"p": value}
    for value in unfit:
        assert not is_valid(plain, {"p": value})
        with pytest.raises(ValidationError):
            model.model_validate({"p": value})
