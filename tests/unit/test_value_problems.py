"""Defaults and examples of a page are checked as the clients check inputs, and in time."""

from __future__ import annotations

import time
from typing import Any

import pytest

from runcomfy_codegen.json_schema.validation import value_problems


@pytest.mark.parametrize(
    ("schema", "fitting", "wrong"),
    [
        ({"multipleOf": 0.1}, 0.3, 0.25),
        ({"pattern": r"^\d$"}, "5", "٣"),
        ({"pattern": "^a$"}, "a", "a\n"),
        ({"pattern": r"^\p{L}$"}, "é", "5"),
        ({"pattern": "^(?!b)"}, "a", "b"),
        ({"patternProperties": {r"^\p{L}$": {"type": "null"}}}, {"é": None, "1": 1}, {"é": 1}),
        (
            {"patternProperties": {r"^\d$": {}}, "additionalProperties": False},
            {"1": 1},
            {"1": 1, "٣": 1},
        ),
        ({"properties": {"a": {}}, "additionalProperties": {"type": "null"}}, {"a": 1}, {"b": 1}),
    ],
)
def test_a_value_is_checked_as_the_clients_check_it(schema: Any, fitting: Any, wrong: Any) -> None:
    assert list(value_problems(schema, fitting)) == []
    assert len(list(value_problems(schema, wrong))) == 1


def test_every_value_is_checked_in_limited_time() -> None:
    twice = {"$ref": "#/$defs/t"}
    lists = [{"type": "array", "items": twice}, {"type": "array", "items": twice, "minItems": 0}]
    value: Any = 1
    for _ in range(40):
        value = [value]
    started = time.process_time()
    assert list(value_problems({"pattern": "^(a+)+$"}, "a" * 40 + "!"))
    problems = value_problems({**twice, "$defs": {"t": {"anyOf": lists}}}, value)
    assert "more than 10000 references" in next(problems)[1]
    assert time.process_time() - started < 5
