"""Prove that schemas imply others; what cannot be proven is denied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA, TYPE_OF_KEYWORD
from runcomfy_codegen.inclusion import arrays, logic, numbers, properties, strings
from runcomfy_codegen.inclusion.alternatives import Alternatives
from runcomfy_codegen.inclusion.complements import NOT_VALIDATED
from runcomfy_codegen.inclusion.conjunctions import (
    Conjunction,
    possible_types,
    possible_values,
)
from runcomfy_codegen.inclusion.emptiness import EmptinessProver
from runcomfy_codegen.inclusion.judge import Judge
from runcomfy_codegen.inclusion.schema_pair import SchemaPair
from runcomfy_codegen.json_schema.keywords import IN_PLACE
from runcomfy_codegen.json_schema.values import Schema, is_object, is_schema

IN_PLACE_KEYWORDS = IN_PLACE | {"$ref"}
"""Keywords whose schemas are about the same value."""

_MAX_DEPTH = 40
"""Levels of nested schemas that are examined."""

JUDGES: Mapping[str, Judge] = {
    **logic.JUDGES,
    **numbers.JUDGES,
    **strings.JUDGES,
    **arrays.JUDGES,
    **properties.JUDGES,
}


class Prover:
    """Proves implications between schemas, and remembers the results.

    Schemas are compared by identity, so all of them must come from `pair`.
    """

    def __init__(self, pair: SchemaPair) -> None:
        """Start without any results."""
        self.pair = pair
        self._alternatives = Alternatives(pair)
        self.emptiness = EmptinessProver(self._alternatives, pair)
        # Keyed by id; keeping the schemas beside keeps their ids from being reused.
        self._proven: dict[tuple[int, ...], object] = {}
        self._disproven: dict[tuple[int, ...], object] = {}
        self._splits: dict[int, tuple[object, tuple[Schema, Schema]]] = {}
        self._depth = 0

    def implies(self, narrow: tuple[Any, ...], wide: Any) -> bool:
        """Return whether it is proven that every value valid under `narrow` is valid under `wide`.

        `narrow` is a conjunction of schemas.
        """
        if not is_schema(wide):
            return False
        if wide is True or any(self.pair.is_identical(schema, wide) for schema in narrow):
            return True
        key = (*map(id, narrow), id(wide))
        if key in self._proven or key in self._disproven or self._depth > _MAX_DEPTH:
            return key in self._proven
        return self._prove(key, narrow, wide)

    def are_equivalent(self, left: Any, right: Any) -> bool:
        """Return whether it is proven that two schemas allow the same values."""
        return self.implies((left,), right) and self.implies((right,), left)

    def split(self, members: list[Any]) -> tuple[Schema, Schema]:
        """Return the complement of the first of `members`, and the union of the others."""
        if id(members) not in self._splits:
            parts = {"not": members[0]}, {"anyOf": members[1:]}
            self._splits[id(members)] = (members, parts)
        return self._splits[id(members)][1]

    def _prove(self, key: tuple[int, ...], narrow: tuple[Any, ...], wide: Any) -> bool:
        before = len(self._proven)
        # Inside its own proof, the implication counts as proven. This is an induction on the
        # depth of the value: a recursive pair of schemas comes up again only one level deeper.
        self._proven[key] = (narrow, wide)
        self._depth += 1
        alternatives = self._alternatives.of(narrow)
        is_proven = all(
            self._conjunction_implies(conjunction, wide) for conjunction in alternatives
        )
        self._depth -= 1
        if not is_proven:
            self._forget_since(before)
            self._disproven[key] = (narrow, wide)
        return is_proven

    def _conjunction_implies(self, conjunction: Conjunction, wide: Any) -> bool:
        if self.emptiness.is_empty_conjunction(conjunction):
            return True
        if not is_object(wide):
            return False
        return (
            self._values_fit(conjunction, wide)
            or self._keywords_hold(conjunction, wide)
            or self._values_fit(conjunction, wide, ranges=True)
            or self._contradicts_itself(conjunction)
        )

    def _values_fit(self, conjunction: Conjunction, wide: Schema, ranges: bool = False) -> bool:
        """Return whether the values of `conjunction` are few, and all valid under `wide`."""
        if wide.keys() & NOT_VALIDATED:
            return False
        values = possible_values(conjunction, self.pair.is_valid, ranges)
        return values is not None and all(self.pair.is_valid(wide, value) for value in values)

    def _keywords_hold(self, conjunction: Conjunction, wide: Schema) -> bool:
        """Return whether each keyword of `wide` is proven by its judge."""
        types = possible_types(conjunction)
        return all(
            keyword in JUDGES and JUDGES[keyword](self, conjunction, wide, value)
            for keyword, value in wide.items()
            if keyword in CONSTRAINTS_AND_MEDIA and _applies_to(keyword, types)
        )

    def _contradicts_itself(self, conjunction: Conjunction) -> bool:
        """Return whether the rest of `conjunction` implies what one of its parts excludes."""
        return any(
            self._keywords_hold(
                tuple(other for other in conjunction if other is not part), part["not"]
            )
            for part in conjunction
            # Only for keywords about what is inside: other proofs might rest on this one.
            if is_object(part.get("not")) and not part["not"].keys() & IN_PLACE_KEYWORDS
        )

    def _forget_since(self, count: int) -> None:
        """Drop all results but the first `count`: later ones may rest on a wrong assumption."""
        while len(self._proven) > count:
            self._proven.popitem()


def _applies_to(keyword: str, types: frozenset[str]) -> bool:
    """Return whether `keyword` may refuse a value of one of `types`."""
    type_ = TYPE_OF_KEYWORD.get(keyword)
    return type_ is None or type_ in types or (type_ == "number" and "integer" in types)
