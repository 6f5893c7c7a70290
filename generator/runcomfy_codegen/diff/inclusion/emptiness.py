"""Showing that no value fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Alternatives, Row
from runcomfy_codegen.diff.inclusion.rows import (
    least,
    lower,
    most,
    of_property,
    required,
    types,
    upper,
    values,
)
from runcomfy_codegen.diff.inclusion.space import Space

MAX_DEPTH = 4
"""Levels of required properties that are looked into."""

_SIZES = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}


class Emptiness:
    """Shows that schemas allow no value at all; denies what it cannot show."""

    def __init__(self, alternatives: Alternatives, space: Space) -> None:
        """Take schemas apart by `alternatives`."""
        self._alternatives = alternatives
        self._space = space

    def of(self, schemas: Iterable[Any], depth: int = MAX_DEPTH) -> bool:
        """Whether surely no value fits all of `schemas`."""
        return all(self.of_row(row, depth) for row in self._alternatives.of(schemas))

    def of_row(self, row: Row, depth: int = MAX_DEPTH) -> bool:
        """Whether surely no value fits `row`."""
        kinds = types(row)
        if not kinds or values(row, self._space.fits) == []:
            return True
        if kinds <= {"number", "integer"}:
            return _crossed(lower(row), upper(row))
        if len(kinds) > 1 or not kinds <= _SIZES.keys():
            return False
        (kind,) = kinds
        smallest, largest = _SIZES[kind]
        if least(row, smallest) > most(row, largest):
            return True
        return kind == "object" and depth > 0 and self._lacks_a_property(row, depth)

    def _lacks_a_property(self, row: Row, depth: int) -> bool:
        return any(self.of(of_property(row, name), depth - 1) for name in required(row))


def _crossed(low: tuple[float, bool], high: tuple[float, bool]) -> bool:
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))
