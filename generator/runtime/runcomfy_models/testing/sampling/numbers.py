"""Propose numbers: multiples, and numbers near the bounds."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, lcm

from .constraints import Constraints

NEAR = 6
"""Multiples that are proposed at each end of a range."""


def numbers(constraints: Constraints, whole: bool) -> Iterator[int | float]:
    """Yield numbers, only integers if `whole`: 1 or 1.5 first."""
    yield 1 if whole else 1.5
    low = max(
        map(_exact, constraints.each("minimum", "exclusiveMinimum")), default=None
    )
    high = min(
        map(_exact, constraints.each("maximum", "exclusiveMaximum")), default=None
    )
    step = _step(constraints, whole) or _part(low, high)
    yield from (_plain(count * step) for count in _counts(low, high, step))
    yield from (_plain(limit) for limit in (low, high) if limit is not None)


def _exact(number: int | float) -> Fraction:
    """Return the number that is written with the digits of `number`."""
    return Fraction(str(number))


def _plain(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _step(constraints: Constraints, whole: bool) -> Fraction | None:
    """Return the number that all values are multiples of, if there is one."""
    steps = [
        *map(_exact, constraints.each("multipleOf")),
        *([Fraction(1)] if whole else []),
    ]
    if not steps:
        return None
    shared = lcm(*(step.denominator for step in steps))
    return Fraction(lcm(*(int(step * shared) for step in steps)), shared)


def _part(low: Fraction | None, high: Fraction | None) -> Fraction:
    """Return the step for a range without `multipleOf`: a quarter of it."""
    if low is None or high is None or low >= high:
        return Fraction(1, 2)
    return (high - low) / 4


def _counts(
    low: Fraction | None, high: Fraction | None, step: Fraction
) -> Iterator[int]:
    """Yield the multiples of `step` to propose: from the lower end up, from the upper end down."""
    last = None if high is None else floor(high / step)
    first = ceil(low / step) if low is not None else 0 if last is None else last - NEAR
    yield from range(first, first + NEAR)
    if last is not None:
        yield from range(last, last - NEAR, -1)
