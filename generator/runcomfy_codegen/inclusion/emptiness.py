"""Prove that no value is valid under a schema."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from runcomfy_codegen.inclusion.alternatives import Alternatives
from runcomfy_codegen.inclusion.conjunctions import (
    FINITE_TYPES,
    Bound,
    Conjunction,
    item_schemas,
    lower_bound,
    max_size,
    min_size,
    possible_types,
    possible_values,
    prefix_length,
    property_schemas,
    required_names,
    upper_bound,
)
from runcomfy_codegen.inclusion.schema_pair import SchemaPair

_MAX_DEPTH = 4
"""Levels of required properties that are examined."""

_SIZE_KEYWORDS = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}


class EmptinessProver:
    """Proves that schemas allow no value; what it cannot prove, it denies."""

    def __init__(self, alternatives: Alternatives, pair: SchemaPair) -> None:
        """Rewrite schemas by `alternatives`, and check values against `pair`."""
        self._alternatives = alternatives
        self._pair = pair

    def is_empty(self, schemas: Iterable[Any], depth: int = _MAX_DEPTH) -> bool:
        """Return whether it is proven that no value is valid under all `schemas`."""
        alternatives = self._alternatives.of(schemas)
        return all(self.is_empty_conjunction(conjunction, depth) for conjunction in alternatives)

    def is_empty_conjunction(self, conjunction: Conjunction, depth: int = _MAX_DEPTH) -> bool:
        """Return whether it is proven that no value is valid under `conjunction`."""
        if possible_values(conjunction, self._pair.is_valid) == []:
            return True
        return all(self._lacks(name, conjunction, depth) for name in possible_types(conjunction))

    def _lacks(self, name: str, conjunction: Conjunction, depth: int) -> bool:
        """Return whether it is proven that no value of the type `name` is valid."""
        if name in FINITE_TYPES:
            return not any(self._is_valid(conjunction, value) for value in FINITE_TYPES[name])
        if name in ("number", "integer"):
            return self._lacks_numbers(conjunction)
        smallest, largest = _SIZE_KEYWORDS[name]
        if min_size(conjunction, smallest) > max_size(conjunction, largest):
            return True
        if depth == 0 or name == "string":
            return False
        inside = self._lacks_items if name == "array" else self._lacks_a_property
        return inside(conjunction, depth - 1)

    def _is_valid(self, conjunction: Conjunction, value: Any) -> bool:
        return all(self._pair.is_valid(part, value) for part in conjunction)

    def _lacks_numbers(self, conjunction: Conjunction) -> bool:
        low, high = lower_bound(conjunction), upper_bound(conjunction)
        if _is_empty_range(low, high):
            return True
        steps = [part["multipleOf"] for part in conjunction if "multipleOf" in part]
        return any(_lacks_multiples(step, low.value, high.value) for step in steps)

    def _lacks_items(self, conjunction: Conjunction, depth: int) -> bool:
        """Return whether an item that an array has to have cannot have any value."""
        count = min_size(conjunction, "minItems")
        places = range(int(min(count, prefix_length(conjunction) + 1)))
        items = [item_schemas(conjunction, index) for index in places]
        if any(self.is_empty(schemas, depth) for schemas in items):
            return True
        is_unique = any(part.get("uniqueItems") is True for part in conjunction)
        if not is_unique or prefix_length(conjunction) or not items:
            return False
        values = self._listed_values(items[0])
        return values is not None and len(values) < count

    def _listed_values(self, schemas: tuple[Any, ...]) -> list[Any] | None:
        """Return every value that is valid under `schemas`, or None if they are not listed."""
        values: list[Any] = []
        for conjunction in self._alternatives.of(schemas):
            listed = possible_values(conjunction, self._pair.is_valid)
            if listed is None:
                return None
            values += listed
        return values

    def _lacks_a_property(self, conjunction: Conjunction, depth: int) -> bool:
        """Return whether a required property cannot have any value."""
        return any(
            self.is_empty(property_schemas(conjunction, name), depth)
            for name in required_names(conjunction)
        )


def _is_empty_range(low: Bound, high: Bound) -> bool:
    is_exclusive = low.is_exclusive or high.is_exclusive
    return low.value > high.value or (low.value == high.value and is_exclusive)


def _lacks_multiples(step: float, low: float, high: float) -> bool:
    """Return whether no multiple of `step` is between `low` and `high`."""
    if math.isinf(low) or math.isinf(high):
        return False
    # As decimals, as in `str`: 0.1 is one tenth.
    exact = Fraction(str(step))
    return math.floor(Fraction(str(high)) / exact) * exact < Fraction(str(low))
