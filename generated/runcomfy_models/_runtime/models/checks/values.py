# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b3546d6f0d0116bb54b376c228a970c2
"""Keywords about values of every type: `type`, `enum`, `const`."""

from collections.abc import Callable, Iterator
from typing import Any

from ...json_value import is_array, is_number, is_object, json_key
from ...truncating import truncated
from .faults import Fault, Test
from .keyword import Build, Compile, Schema


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
"""Types that pydantic, whose wording this is, calls by another name."""


def _type(schema: Schema, _: Compile) -> Test:
    declared: Any = schema["type"]
    names: list[str] = declared if is_array(declared) else [declared]
    kinds = [_TYPES[name] for name in names]
    wanted = " or ".join(_WORDS.get(name, f"a valid {name}") for name in names)
    fault = Fault((), f"Input should be {wanted}")

    def test(value: Any) -> Iterator[Fault]:
        if not any(kind(value) for kind in kinds):
            yield fault

    return test


def _allowed(values: list[Any]) -> Test:
    keys = set(map(json_key, values))
    fault = Fault((), f"Input should be {truncated(' or '.join(map(repr, values)))}")

    def test(value: Any) -> Iterator[Fault]:
        if json_key(value) not in keys:
            yield fault

    return test


KEYWORDS: dict[str, Build] = {
    "type": _type,
    "enum": lambda schema, _: _allowed(schema["enum"]),
    "const": lambda schema, _: _allowed([schema["const"]]),
}
