"""Rewrite a schema as alternatives: a disjunction of conjunctions of simple schemas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import Any

from runcomfy_codegen.inclusion.complements import complement
from runcomfy_codegen.inclusion.conjunctions import Conjunction, possible_types
from runcomfy_codegen.inclusion.schema_pair import SchemaPair
from runcomfy_codegen.json_schema.identity_dict import IdentityDict
from runcomfy_codegen.json_schema.values import is_array, is_object

_MAX_ALTERNATIVES = 200
"""Alternatives of one schema. A union that would exceed them is ignored."""

_MAX_PRODUCT = 4 * _MAX_ALTERNATIVES
"""Alternatives that are looked at to find those that a value may fit."""

_MAX_EXCLUDED = 3
"""Other members of `oneOf` that a member excludes, and alternatives that this may add."""

STATED_ONE_OF = "x-stated-one-of"
"""Keyword that keeps the `oneOf` of a simple schema: alternatives do not exclude each other."""

_COMBINING = frozenset({"$ref", "allOf", "anyOf", "oneOf"})

_Cache = defaultdict[frozenset[str], IdentityDict[list[Conjunction]]]
"""References that have led to schemas: the results for these."""


class Alternatives:
    """Rewrites schemas, with a cache: the same schema gives the same objects each time."""

    def __init__(self, pair: SchemaPair) -> None:
        """Resolve references in `pair`."""
        self._pair = pair
        self._alternatives: _Cache = defaultdict(IdentityDict)
        self._complements: _Cache = defaultdict(IdentityDict)
        self._simple = IdentityDict[list[Conjunction]]()

    def of(self, schemas: Iterable[Any]) -> list[Conjunction]:
        """Return the alternatives of the conjunction of `schemas`.

        There are none if no value is valid. They may allow more than `schemas`, never less: too
        large unions are ignored.
        """
        return self._of_all(schemas, frozenset())

    def _of_all(self, schemas: Iterable[Any], seen: frozenset[str]) -> list[Conjunction]:
        return _product([()], (self._of_one(schema, seen) for schema in schemas))

    def _of_one(self, schema: Any, seen: frozenset[str]) -> list[Conjunction]:
        """Return the alternatives of `schema`, which the references `seen` have led to."""
        if not is_object(schema):
            return [] if schema is False else [()]
        known = self._alternatives[seen]
        if schema not in known:
            known[schema] = _product(self._simple_parts(schema), self._combined(schema, seen))
        return known[schema]

    def _combined(
        self, schema: dict[str, Any], seen: frozenset[str]
    ) -> Iterable[list[Conjunction]]:
        """Yield the alternatives of each keyword that combines other schemas."""
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            yield self._of_one(self._pair.target(reference), seen | {reference})
        if is_array(schema.get("allOf")):
            yield self._of_all(schema["allOf"], seen)
        if is_array(schema.get("anyOf")):
            yield [
                conjunction
                for member in schema["anyOf"]
                for conjunction in self._of_one(member, seen)
            ]
        if is_array(schema.get("oneOf")):
            yield self._of_exactly_one(schema["oneOf"], seen)
        if "not" in schema:
            yield self._of_not(schema["not"], seen)

    def _of_exactly_one(self, members: list[Any], seen: frozenset[str]) -> list[Conjunction]:
        """Return the alternatives of each member; few and simple ones exclude each other."""
        conjunctions: list[Conjunction] = []
        for member in members:
            others = [other for other in members if other is not member]
            excluded = (self._of_not(other, seen) for other in others[:_MAX_EXCLUDED])
            alternatives = self._of_one(member, seen)
            conjunctions += _product(
                alternatives, excluded, limit=len(alternatives) + _MAX_EXCLUDED
            )
        return conjunctions

    def _of_not(self, schema: Any, seen: frozenset[str]) -> list[Conjunction]:
        """Return the alternatives of what is not valid under `schema`."""
        if not is_object(schema):
            return [()] if schema is False else []
        known = self._complements[seen]
        if schema not in known:
            known[schema] = list(chain.from_iterable(self._complemented(schema, seen)))
        return known[schema]

    def _complemented(
        self, schema: dict[str, Any], seen: frozenset[str]
    ) -> Iterable[list[Conjunction]]:
        """Yield the alternatives of what breaks each keyword of `schema`."""
        simple = {key: schema[key] for key in schema.keys() - _COMBINING - {"not"}}
        yield [(part,) for part in complement(simple)]
        reference = schema.get("$ref")
        if isinstance(reference, str):
            target = self._pair.target(reference)
            is_recursive = reference in seen
            yield [()] if is_recursive else self._of_not(target, seen | {reference})
        for member in schema.get("allOf", ()):
            yield self._of_not(member, seen)
        if "anyOf" in schema:
            yield _product([()], (self._of_not(member, seen) for member in schema["anyOf"]))
        if "oneOf" in schema:
            yield [({"not": {"oneOf": schema["oneOf"]}},)]
        if "not" in schema:
            yield self._of_one(schema["not"], seen)

    def _simple_parts(self, schema: dict[str, Any]) -> list[Conjunction]:
        """Return `schema` without combining keywords, once for each of its types."""
        if schema not in self._simple:
            self._simple[schema] = [(part,) for part in _by_type(schema)]
        return self._simple[schema]


def _by_type(schema: dict[str, Any]) -> Iterable[dict[str, Any]]:
    simple = schema
    if schema.keys() & _COMBINING:
        simple = {key: schema[key] for key in schema.keys() - _COMBINING}
        if "oneOf" in schema:
            simple[STATED_ONE_OF] = schema["oneOf"]
    declared = simple.get("type")
    if not is_array(declared) or simple.keys() & {"enum", "const"}:
        return [simple]
    return [{**simple, "type": name} for name in declared]


def _product(
    conjunctions: list[Conjunction],
    groups: Iterable[list[Conjunction]],
    limit: int = _MAX_ALTERNATIVES,
) -> list[Conjunction]:
    """Combine each of `conjunctions` with each alternative of every group.

    A group is left out if that would give more than `limit` that have a possible type.
    """
    for group in groups:
        if len(conjunctions) * len(group) <= _MAX_PRODUCT:
            joined = (_joined(left, right) for left in conjunctions for right in group)
            possible = [conjunction for conjunction in joined if possible_types(conjunction)]
            conjunctions = possible if len(possible) <= limit else conjunctions
    return conjunctions


def _joined(left: Conjunction, right: Conjunction) -> Conjunction:
    if not left or not right:
        return left or right
    # Without duplicates: a short schema may repeat a definition a billion times by `allOf`.
    return tuple({id(part): part for part in (*left, *right)}.values())
