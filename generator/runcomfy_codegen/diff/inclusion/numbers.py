"""Keywords about numbers: bounds and multiples."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.diff.inclusion.judging import Judge, Proof
from runcomfy_codegen.diff.inclusion.rows import lower, types, upper
from runcomfy_codegen.json_schema.values import Schema


def _minimum(_: Proof, row: Row, __: Schema, bound: Any) -> bool:
    return bool(lower(row)[0] >= bound)


def _exclusive_minimum(_: Proof, row: Row, __: Schema, bound: Any) -> bool:
    value, strict = lower(row)
    return bool(value > bound or (value == bound and strict))


def _maximum(_: Proof, row: Row, __: Schema, bound: Any) -> bool:
    return bool(upper(row)[0] <= bound)


def _exclusive_maximum(_: Proof, row: Row, __: Schema, bound: Any) -> bool:
    value, strict = upper(row)
    return bool(value < bound or (value == bound and strict))


def _multiple_of(_: Proof, row: Row, __: Schema, step: Any) -> bool:
    if "number" not in types(row) and isinstance(step, int) and step == 1:
        return True
    return any(is_multiple(part["multipleOf"], step) for part in row if "multipleOf" in part)


def is_multiple(coarse: Any, fine: Any) -> bool:
    """Whether every multiple of `coarse` is one of `fine`, in decimals and in binary floats."""
    ratio = Fraction(str(coarse)) / Fraction(str(fine))
    if ratio.denominator != 1:
        return False
    if isinstance(coarse, int) and isinstance(fine, int):
        return True
    is_power_of_two = ratio.numerator & (ratio.numerator - 1) == 0
    return is_power_of_two and Fraction(coarse) / Fraction(fine) == ratio


JUDGES: dict[str, Judge] = {
    "minimum": _minimum,
    "exclusiveMinimum": _exclusive_minimum,
    "maximum": _maximum,
    "exclusiveMaximum": _exclusive_maximum,
    "multipleOf": _multiple_of,
}
