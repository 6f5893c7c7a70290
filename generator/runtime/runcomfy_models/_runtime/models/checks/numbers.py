"""Keywords about numbers: bounds, and what they are multiples of. All exact."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Any

from .faults import Fault, Test
from .keyword import Build, Compile, Schema

_Number = int | float


def _bound(
    keyword: str, fits: Callable[[_Number, _Number], bool], wording: str
) -> Build:
    def build(schema: Schema, _: Compile) -> Test:
        limit = schema[keyword]
        fault = Fault((), f"Input should be {wording} {limit}")

        def test(value: Any) -> Iterator[Fault]:
            if not fits(value, limit):
                yield fault

        return test

    return build


def _multiple_of(schema: Schema, _: Compile) -> Test:
    step = _exact(schema["multipleOf"])
    fault = Fault((), f"Input should be a multiple of {schema['multipleOf']}")

    def test(value: Any) -> Iterator[Fault]:
        if (_exact(value) / step).denominator != 1:
            yield fault

    return test


def _exact(number: _Number) -> Fraction:
    """The number as JSON writes it: 0.1 is a tenth."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


KEYWORDS: dict[str, Build] = {
    "minimum": _bound("minimum", ge, "greater than or equal to"),
    "maximum": _bound("maximum", le, "less than or equal to"),
    "exclusiveMinimum": _bound("exclusiveMinimum", gt, "greater than"),
    "exclusiveMaximum": _bound("exclusiveMaximum", lt, "less than"),
    "multipleOf": _multiple_of,
}
