"""Prove that no value is valid under a schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Alternatives
from runcomfy_codegen.diff.inclusion.conjunctions import (
    Conjunction,
    lower_bound,
    max_size,
    min_size,
    possible_types,
    possible_values,
    property_schemas,
    required_names,
    upper_bound,
)
from runcomfy_codegen.diff.inclusion.schema_pair import SchemaPair

MAX_DEPTH = 4
"""Levels of required properties that are examined."""

_SIZES = {
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

    def is_empty(self, schemas: Iterable[Any], depth: int = MAX_DEPTH) -> bool:
        """Return whether it is proven that no value is valid under all `schemas`."""
        alternatives = self._alternatives.of(schemas)
        return all(self.is_empty_conjunction(one, depth) for one in alternatives)

    def is_empty_conjunction(self, conjunction: Conjunction, depth: int = MAX_DEPTH) -> bool:
        """Return whether it is proven that no value is valid under `conjunction`."""
        types = possible_types(conjunction)
        if not types or possible_values(conjunction, self._pair.is_valid) == []:
            return True
        if types <= {"number", "integer"}:
            return _is_empty_range(lower_bound(conjunction), upper_bound(conjunction))
        if len(types) > 1 or not types <= _SIZES.keys():
            return False
        (name,) = types
        smallest, largest = _SIZES[name]
        if min_size(conjunction, smallest) > max_size(conjunction, largest):
            return True
        return name == "object" and depth > 0 and self._lacks_a_property(conjunction, depth)

    def _lacks_a_property(self, conjunction: Conjunction, depth: int) -> bool:
        """Return whether a required property cannot have any value."""
        return any(
            self.is_empty(property_schemas(conjunction, name), depth - 1)
            for name in required_names(conjunction)
        )


def _is_empty_range(low: tuple[float, bool], high: tuple[float, bool]) -> bool:
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))
