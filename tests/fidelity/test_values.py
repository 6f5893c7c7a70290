"""Edge cases of JSON values: each is sent as the expected text, or refused."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from runcomfy_models import InvalidInputError
from runcomfy_models._runtime.http.calls import submit_call
from runcomfy_models._runtime.models.problems import problems_of
from tests.fidelity.building import Built

SCHEMA = {
    "type": "object",
    "properties": {
        "integer": {"type": "integer", "maximum": 2**70},
        "number": {"type": "number", "minimum": -(2**70)},
        "exact": {"type": "number", "minimum": 2**53 + 1},
        "tenth": {"type": "number", "multipleOf": 0.1},
        "whole": {"type": "integer", "multipleOf": 2.5},
        "third": {"type": "integer", "multipleOf": 3},
        "text": {"type": "string", "maxLength": 2},
        "one": {"enum": [1, "a"]},
        "true": {"const": True},
        "zero": {"enum": [0, False, None]},
        "half": {"enum": [0.5, [1, {"a": True}]]},
        "any": {},
        "nullable": {"type": "string", "nullable": True},
        "set": {"type": "array", "uniqueItems": True},
        "map": {"type": "object", "additionalProperties": {"type": "number"}},
        "tree": {"$ref": "#/$defs/tree"},
    },
    "$defs": {"tree": {"type": "object", "properties": {"t": {"$ref": "#/$defs/tree"}, "v": {}}}},
}


@cache
def model() -> Any:
    return Built({"m": SCHEMA}).modules["m"].Input


def nested(levels: int, key: str = "t") -> Any:
    value: Any = {}
    for _ in range(levels):
        value = {key: value}
    return value


ACCEPTED = [
    ("integer", 5, "5"),
    ("integer", 5.0, "5"),  # the same number; an integer's type is int
    ("integer", -0.0, "0"),
    ("integer", 2**64, "18446744073709551616"),
    ("integer", -1e300, "-1e+300"),  # as an int it would have other digits
    ("whole", 1e300, "1e+300"),
    ("integer", -(10**400), str(-(10**400))),
    ("number", 5, "5"),
    ("number", 5.0, "5.0"),  # a number is sent as it was given
    ("number", -0.0, "-0.0"),
    ("number", 2**64 + 1, "18446744073709551617"),
    ("number", 10**400, str(10**400)),
    ("number", 1e308, "1e+308"),
    ("number", 0.1, "0.1"),
    ("exact", 2**53 + 1, "9007199254740993"),
    ("tenth", 0.3, "0.3"),
    ("tenth", 1e300, "1e+300"),
    ("tenth", 10**30, str(10**30)),
    ("whole", 5, "5"),
    ("text", "😀😀", '"😀😀"'),
    ("text", "e\u0301", '"e\u0301"'),
    ("text", "\x00\x7f", '"\\u0000\x7f"'),
    ("one", 1, "1"),
    ("one", 1.0, "1"),
    ("true", True, "true"),
    ("zero", 0, "0"),
    ("zero", False, "false"),
    ("zero", None, "null"),
    ("half", 0.5, "0.5"),
    ("half", [1.0, {"a": True}], '[1.0, {"a": true}]'),
    ("any", None, "null"),
    ("any", [1, 1.0, -0.0, "5", {"": []}], '[1, 1.0, -0.0, "5", {"": []}]'),
    ("any", {"b": 1, "a": 2}, '{"b": 1, "a": 2}'),
    ("nullable", None, "null"),
    ("set", [1, True, "1", [1], [True], {"a": 1}], '[1, true, "1", [1], [true], {"a": 1}]'),
    ("map", {"": 1, "__class__": 2.0}, '{"": 1, "__class__": 2.0}'),
    ("tree", nested(40), json.dumps(nested(40))),
]

REFUSED = [
    *((name, value) for name in ("integer", "number") for value in ("5", True, None, [5], "")),
    *(
        (name, float(text))
        for name in ("number", "any")
        for text in ("nan", "inf", "-inf", "1e400")
    ),
    ("integer", 1.5),
    ("integer", float("inf")),
    ("integer", 2**70 + 1),
    ("number", -(2**70) - 1),
    ("exact", 2**53),  # equal to the limit as a double
    ("tenth", 0.25),
    ("whole", 4),
    ("third", 1e300),
    ("text", "aaa"),
    ("text", "\ud800"),  # a lone surrogate cannot be encoded in UTF-8
    ("nullable", "\ud800"),
    ("text", b"a"),
    ("any", "\udfff"),
    ("any", {"\ud800": 1}),
    ("any", {1: 1}),
    ("any", {1, 2}),
    ("any", (1, 2)),
    ("any", object()),
    ("any", nested(100_000)),  # nothing is nested deeper than 100 levels
    ("tree", nested(100_000)),
    ("one", True),
    ("one", "1"),
    ("true", 1),
    ("true", 1.0),
    ("true", "true"),
    ("zero", 0.5),
    ("zero", ""),
    ("half", [True, {"a": True}]),
    ("half", [1, {"a": 1}]),
    ("set", [1, 1.0]),
    ("set", [{"a": 1, "b": 2}, {"b": 2.0, "a": 1}]),
    ("map", {"a": "1"}),
    ("map", {1: 1}),
    ("text", None),  # an optional input may be left out, but not null
]


@pytest.mark.parametrize(("name", "value", "expected_json"), ACCEPTED)
def test_an_accepted_value_is_sent_unchanged(name: str, value: Any, expected_json: str) -> None:
    inputs = model().model_validate({name: value})
    body = submit_call("a/b", inputs.to_payload()).body
    assert body is not None
    assert body.decode() == f'{{"{name}": {expected_json}}}'
    assert model()(**{name: value}) == inputs


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_a_value_that_breaks_the_schema_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        model().model_validate({name: value})
    assert all(problem.path.startswith(name) for problem in problems_of(caught.value))
    with pytest.raises(ValidationError):
        model()(**{name: value})


@pytest.mark.parametrize("value", [None, 5, "x", [], [["text", "a"]], True])
def test_a_body_that_is_not_an_object_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        model().model_validate(value)


def test_a_number_with_too_many_digits_for_python_is_not_sent() -> None:
    inputs = model()(number=10**5000)
    with pytest.raises(InvalidInputError, match="cannot be encoded as JSON; nothing was sent"):
        submit_call("a/b", inputs.to_payload())


def test_all_problems_are_reported_at_once() -> None:
    """By wire name and path, with what was expected, for types and checks alike."""
    schema = {
        "type": "object",
        "properties": {
            "33_string": {"type": "string", "pattern": "^a", "not": {"const": "b"}},
            "size": {"anyOf": [{"enum": ["auto"]}, {"$ref": "#/$defs/size"}]},
            "loras": {"type": "array", "items": {"$ref": "#/$defs/size"}, "contains": {}},
            "mask": {"type": "string"},
            "image": {"type": "string"},
        },
        "dependentRequired": {"mask": ["image"]},
        "$defs": {
            "size": {
                "type": "object",
                "properties": {"w": {"type": "integer", "maximum": 9}, "h": {"type": "integer"}},
                "dependentRequired": {"w": ["h"]},
            }
        },
    }
    built = Built({"m": schema}).modules["m"].Input
    body = {"33_string": "b", "size": {"w": "1"}, "loras": [{"w": 10}], "mask": "m", "x": 1}
    with pytest.raises(ValidationError) as caught:
        built.model_validate(body)
    assert dict(problems(caught.value)) == {
        "33_string": 'Input should not fit {"const": "b"}',
        "size.w": "Input should be a valid integer, got '1' (str)",
        "size.h": "Field required beside 'w'",
        "loras[0].w": "Input should be less than or equal to 9",
        "loras[0].h": "Field required beside 'w'",
        "x": "Extra inputs are not permitted",
        "image": "Field required beside 'mask'",
    }


def problems(error: ValidationError) -> Iterator[tuple[str, str]]:
    return ((problem.path, problem.message) for problem in problems_of(error))


SELF = {"$ref": "#/$defs/self"}
DEEP: dict[str, tuple[Any, Any, Any]] = {
    # the schema, what each level adds, the innermost value
    "arrays": ({"type": "array", "items": SELF}, lambda v: [v], []),
    "classes": ({"type": "object", "properties": {"t": SELF}}, lambda v: {"t": v}, {}),
    "maps": ({"type": "object", "additionalProperties": SELF}, lambda v: {"t": v}, {}),
    "patterns": ({"patternProperties": {"^t": SELF}, "type": "object"}, lambda v: {"t": v}, {}),
    "unions": (
        {"anyOf": [{"type": "array", "items": SELF}, {"const": "a"}]},
        lambda v: [v],
        "a",
    ),
    "conditions": (
        {"if": {"type": "array"}, "then": {"items": {"allOf": [SELF, {"not": {"const": 5}}]}}},
        lambda v: [v],
        "a",
    ),
}


@pytest.mark.parametrize("name", DEEP)
def test_a_value_of_a_hundred_levels_is_accepted_and_a_deeper_one_refused(name: str) -> None:
    schema, wrap, value = DEEP[name]
    document = {"type": "object", "properties": {"p": SELF}, "$defs": {"self": schema}}
    model = Built({"m": document}).modules["m"].Input
    # The innermost value is a level itself if it is an array or object, even an empty one.
    for _ in range(99 if value == "a" else 98):
        value = wrap(value)
    assert model.model_validate({"p": value}).to_payload() == {"p": value}
    for deeper in (wrap(wrap(wrap(value))), nested(100_000)):
        with pytest.raises(ValidationError) as caught:
            model.model_validate({"p": deeper})
        assert {path for path, _ in problems(caught.value)} == {"p"}


def test_an_error_deep_inside_is_found_in_linear_time() -> None:
    """Validating a member of a union twice would double the time at each level."""
    schema = {"not": {"const": 5}, "anyOf": [{"const": "a"}, {"type": "array", "items": SELF}]}
    document = {"type": "object", "properties": {"p": SELF}, "$defs": {"self": schema}}
    model = Built({"m": document}).modules["m"].Input
    value: Any = 7
    for _ in range(80):
        value = [value]
    started = time.process_time()
    with pytest.raises(ValidationError):
        model.model_validate({"p": value})
    assert time.process_time() - started < 1


def test_a_union_in_a_check_reports_the_error_of_the_closest_member() -> None:
    size = {"type": "object", "properties": {"w": {"type": "integer"}}, "required": ["w"]}
    schema = {"type": "object", "properties": {"p": {"not": {"anyOf": [{"const": 1}]}}}}
    rule = {"properties": {"p": {"anyOf": [{"const": "auto"}, size]}}}
    model = Built({"m": {**schema, "allOf": [{"if": True, "then": rule}]}}).modules["m"].Input
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"p": {"w": "1"}})
    assert dict(problems(caught.value)) == {"p.w": "Input should be a valid integer"}
