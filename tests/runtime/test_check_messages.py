"""Every keyword of a check: the path of a value that does not fit, and its message."""

from __future__ import annotations

from typing import Any

import pytest

from runcomfy_models._runtime.models.checks.compiler import Compiler

I: Any = {"type": "integer"}  # noqa: E741
S: Any = {"type": "string"}
NESTED = {"properties": {"a": I}, "required": ["a"]}

ROWS: list[tuple[Any, Any, list[tuple[tuple[str | int, ...], str]]]] = [
    # schema, value, its violations
    (S, 1, [((), "Input should be a valid string")]),
    ({"type": ["array", "null"]}, 1, [((), "Input should be a valid list or None")]),
    ({"type": "object"}, 1, [((), "Input should be a valid dictionary")]),
    ({"type": "boolean"}, 1, [((), "Input should be a valid boolean")]),
    ({"enum": ["a", 1, None]}, 2, [((), "Input should be 'a' or 1 or None")]),
    ({"const": "a"}, "b", [((), "Input should be 'a'")]),
    ({"minimum": 2}, 1, [((), "Input should be greater than or equal to 2")]),
    ({"maximum": 2}, 3, [((), "Input should be less than or equal to 2")]),
    ({"exclusiveMinimum": 2}, 2, [((), "Input should be greater than 2")]),
    ({"exclusiveMaximum": 2}, 2, [((), "Input should be less than 2")]),
    ({"multipleOf": 0.1}, 0.25, [((), "Input should be a multiple of 0.1")]),
    ({"minLength": 2}, "a", [((), "String should have at least 2 characters")]),
    ({"maxLength": 1}, "ab", [((), "String should have at most 1 characters")]),
    ({"pattern": "^a"}, "b", [((), "String should match pattern '^a'")]),
    ({"minItems": 2}, [1], [((), "List should have at least 2 items")]),
    ({"maxItems": 1}, [1, 2], [((), "List should have at most 1 items")]),
    ({"uniqueItems": True}, [1, 1.0], [((), "Items should be unique")]),
    ({"items": I}, [1, "a"], [((1,), "Input should be a valid integer")]),
    ({"prefixItems": [S, I]}, ["a", "b", 1], [((1,), "Input should be a valid integer")]),
    ({"prefixItems": [S], "items": I}, ["a", "b"], [((1,), "Input should be a valid integer")]),
    (
        {"contains": I},
        ["a"],
        [((), "List should have at least 1 items that fit `contains`, not 0")],
    ),
    (
        {"contains": I, "minContains": 0, "maxContains": 1},
        [1, 2],
        [((), "List should have 0 to 1 items that fit `contains`, not 2")],
    ),
    ({"minProperties": 1}, {}, [((), "Object should have at least 1 properties")]),
    ({"maxProperties": 1}, {"a": 1, "b": 2}, [((), "Object should have at most 1 properties")]),
    (NESTED, {"a": "b"}, [(("a",), "Input should be a valid integer")]),
    (NESTED, {}, [(("a",), "Field required")]),
    (
        {"patternProperties": {"^x": I}},
        {"x": "a", "y": "a"},
        [(("x",), "Input should be a valid integer")],
    ),
    (
        {"properties": {"a": {}}, "patternProperties": {"^x": {}}, "additionalProperties": False},
        {"a": 1, "x": 1, "b": 1},
        [(("b",), "Input should be left out: no value is allowed here")],
    ),
    (
        {"propertyNames": {"maxLength": 1}},
        {"a": 1, "bc": 1},
        [
            (
                ("bc",),
                "The name of this property does not fit: String should have at most 1 characters",
            )
        ],
    ),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, [(("b",), "Field required beside 'a'")]),
    ({"dependentSchemas": {"a": {"maxProperties": 0}}}, {"b": 1}, []),
    (
        {"dependentSchemas": {"a": {"maxProperties": 0}}},
        {"a": 1},
        [((), "Object should have at most 0 properties")],
    ),
    (
        {"allOf": [S, {"const": "a"}]},
        1,
        [((), "Input should be a valid string"), ((), "Input should be 'a'")],
    ),
    ({"anyOf": [S, NESTED]}, {"a": "b"}, [(("a",), "Input should be a valid integer")]),
    (
        {"anyOf": [S, I]},
        None,
        [
            (
                (),
                "Input fits none of the alternatives: Input should be a valid string; or "
                "Input should be a valid integer",
            )
        ],
    ),
    (
        {"anyOf": [NESTED, {"properties": {"b": {"items": S}}, "required": ["b"]}]},
        {"b": [1]},
        [
            (
                (),
                "Input fits none of the alternatives: a: Field required; or "
                "b[0]: Input should be a valid string",
            )
        ],
    ),
    (
        {"oneOf": [{"minimum": 1}, {"maximum": 3}, I]},
        2,
        [((), "Input should fit exactly one of 3 schemas, but fits numbers 0 and 1 and 2")],
    ),
    ({"oneOf": [S, NESTED]}, {"a": "b"}, [(("a",), "Input should be a valid integer")]),
    ({"not": {"const": "é"}}, "é", [((), 'Input should not fit {"const": "é"}')]),
    (
        {"if": S, "then": {"maxLength": 0}, "else": {"maximum": 0}},
        "a",
        [((), "String should have at most 0 characters")],
    ),
    (
        {"if": S, "then": {"maxLength": 0}, "else": {"maximum": 0}},
        1,
        [((), "Input should be less than or equal to 0")],
    ),
    ({"$ref": "int"}, "a", [((), "Input should be a valid integer")]),
    (True, 1, []),
    (False, 1, [((), "Input should be left out: no value is allowed here")]),
]


@pytest.mark.parametrize(("schema", "value", "violations"), ROWS)
def test_a_violation_has_its_path_and_its_message(
    schema: Any, value: Any, violations: list[tuple[tuple[str | int, ...], str]]
) -> None:
    actual = Compiler({"int": I}).compiled(schema)(value)
    assert [(violation.steps, violation.message) for violation in actual] == violations
