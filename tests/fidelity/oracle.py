"""Check whether a value fits a schema, by the `jsonschema` library, with exact decimals."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import input_schema


def _multiple_of(_: Any, step: Any, value: Any, __: Any) -> Iterator[ValidationError]:
    """Compare decimals exactly; the library itself divides floats."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and (Fraction(str(value)) / Fraction(str(step))).denominator != 1:
        yield ValidationError("not a multiple")


Exact: Any = extend(Draft202012Validator, {"multipleOf": _multiple_of})


def is_valid(schema: Any, value: Any) -> bool:
    """Whether `value` fits `schema`, which is plain JSON Schema."""
    return bool(Exact(schema).is_valid(value))


def normalised(schema: Any) -> Any:
    """Return an input schema in the docs' dialect as plain JSON Schema."""
    notes = Collector("input.json")
    plain = input_schema(schema, notes)
    assert plain is not None, notes.diagnostics
    return plain


def same(left: Any, right: Any) -> bool:
    """Whether two values are equal as JSON: 5 is 5.0, true is not 1, and -0.0 is 0."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return bool(left == right)
