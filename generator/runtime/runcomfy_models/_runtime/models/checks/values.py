"""Keywords that apply to values of every type: `type`, `enum`, `const`."""

from collections.abc import Callable, Iterator
from typing import Any

from ...json_value import is_array, is_number, is_object, json_key
from ...truncating import truncated
from .keyword import Compile, Keyword, Schema
from .violations import Validator, Violation


def _is_integer(value: Any) -> bool:
    return is_number(value) and (isinstance(value, int) or value.is_integer())


_TYPES: dict[str, Callable[[Any], bool]] = {
    "array": is_array,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_integer,
    "null": lambda value: value is None,
    "number": is_number,
    "object": is_object,
    "string": lambda value: isinstance(value, str),
}


_WORDS = {"array": "a valid list", "null": "None", "object": "a valid dictionary"}
"""Types that messages name as pydantic's do, rather than by their JSON names."""


def _type(schema: Schema, _: Compile) -> Validator:
    declared: Any = schema["type"]
    names: list[str] = declared if is_array(declared) else [declared]
    type_checks = [_TYPES[name] for name in names]
    expected = " or ".join(_WORDS.get(name, f"a valid {name}") for name in names)
    violation = Violation((), f"Input should be {expected}")

    def validate(value: Any) -> Iterator[Violation]:
        if not any(is_of_type(value) for is_of_type in type_checks):
            yield violation

    return validate


def _allowed(values: list[Any]) -> Validator:
    keys = set(map(json_key, values))
    expected = truncated(" or ".join(map(repr, values)))
    violation = Violation((), f"Input should be {expected}")

    def validate(value: Any) -> Iterator[Violation]:
        if json_key(value) not in keys:
            yield violation

    return validate


KEYWORDS: dict[str, Keyword] = {
    "type": _type,
    "enum": lambda schema, _: _allowed(schema["enum"]),
    "const": lambda schema, _: _allowed([schema["const"]]),
}
