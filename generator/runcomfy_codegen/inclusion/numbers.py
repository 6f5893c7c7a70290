"""Judges of keywords about numbers: bounds and multiples."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from runcomfy_codegen.inclusion.conjunctions import (
    Conjunction,
    lower_bound,
    possible_types,
    upper_bound,
    whole_steps,
)
from runcomfy_codegen.inclusion.judge import Judge, Proof
from runcomfy_codegen.json_schema.values import Schema


def _minimum(_: Proof, conjunction: Conjunction, __: Schema, bound: Any) -> bool:
    return bool(lower_bound(conjunction).value >= bound)


def _exclusive_minimum(_: Proof, conjunction: Conjunction, __: Schema, bound: Any) -> bool:
    value, is_exclusive = lower_bound(conjunction)
    return bool(value > bound or (value == bound and is_exclusive))


def _maximum(_: Proof, conjunction: Conjunction, __: Schema, bound: Any) -> bool:
    return bool(upper_bound(conjunction).value <= bound)


def _exclusive_maximum(_: Proof, conjunction: Conjunction, __: Schema, bound: Any) -> bool:
    value, is_exclusive = upper_bound(conjunction)
    return bool(value < bound or (value == bound and is_exclusive))


def _multiple_of(_: Proof, conjunction: Conjunction, __: Schema, step: Any) -> bool:
    steps = [part["multipleOf"] for part in conjunction if "multipleOf" in part]
    if common := list(_whole_steps(conjunction)):
        steps.append(math.lcm(*common))
    return any(is_multiple(stated, step) for stated in steps)


def _whole_steps(conjunction: Conjunction) -> Iterator[int]:
    """Yield whole numbers such that every valid number is a multiple of each."""
    yield from whole_steps(conjunction)
    if "number" not in possible_types(conjunction):
        yield 1


def is_multiple(coarse: Any, fine: Any) -> bool:
    """Return whether every multiple of `coarse` is a multiple of `fine`.

    It must be so in decimals and in binary floats, since validators differ in what they use.
    """
    # By `str`, 0.1 is one tenth; by `Fraction(0.1)`, it is the float nearest to that.
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
