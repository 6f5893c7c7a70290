"""JSON numbers as the decimals that were written: the binary 0.1 + 0.2 is not 0.3."""

from fractions import Fraction
from math import isfinite
from typing import Any

from ..json_value import is_array, is_object


def exact(number: int | float | Fraction) -> Fraction:
    """Return a number as JSON writes it: 0.1 is one tenth. Raises `ValueError` for infinity."""
    # `repr` gives the decimal digits: Fraction(0.1) would be the double next to a tenth.
    return Fraction(float.__repr__(number) if isinstance(number, float) else number)


def exact_values(value: Any) -> Any:
    """Return a copy of a JSON value whose floats are exact; integers are already."""
    if isinstance(value, float):
        return exact(value) if isfinite(value) else value
    if is_array(value):
        return [exact_values(item) for item in value]
    if is_object(value):
        return {key: exact_values(item) for key, item in value.items()}
    return value
