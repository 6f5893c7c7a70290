"""Propose arrays: two items, or as many as a schema asks for."""

from collections.abc import Collection, Hashable, Iterator
from contextlib import suppress
from typing import Any

from ..._runtime.json_value import is_array, is_object, json_key
from .constraints import Constraints
from .interfaces import VARIANTS, Search
from .negations import Schema, negated

USUAL_LENGTH = 2
"""Items of an array whose schema does not say how many it has."""

MAX_VALUES = 20_000
"""Values in the largest array that is proposed: the validator is slow, being written in Python."""


def arrays(constraints: Constraints, search: Search) -> Iterator[list[Any]]:
    """Yield arrays of a usual length, then of the least."""
    prefix = max(map(len, constraints.each("prefixItems")), default=0)
    contained = len(_contained(constraints))
    least = max([*constraints.each("minItems"), contained])
    most = min([*constraints.each("maxItems"), MAX_VALUES])
    lengths = (max(least, prefix or USUAL_LENGTH), prefix + contained, least)
    for length in dict.fromkeys(min(length, most) for length in lengths):
        for variant in range(VARIANTS):
            yield _array(length, constraints, search, variant)


def _array(
    length: int, constraints: Constraints, search: Search, variant: int
) -> list[Any]:
    """Return an array of `length` items, or of fewer if no value fits the next one."""
    to_contain = _contained(constraints)
    is_unique = any(constraints.each("uniqueItems"))
    alike_from = USUAL_LENGTH + max(
        map(len, constraints.each("prefixItems")), default=0
    )
    items: list[Any] = []
    while len(items) < length:
        # Every value has a cost, and later items have the same schemas: copies fit as well.
        if len(items) > alike_from and not to_contain and not is_unique:
            more = length - len(items)
            return (
                [*items, *items[-1:] * more]
                if more * _size(items[-1]) <= MAX_VALUES
                else items
            )
        taken = {json_key(item) for item in items} if is_unique else set[Hashable]()
        proposal = next(
            _fitting(len(items), to_contain, constraints, search, variant, taken), None
        )
        if proposal is None:
            return items
        item, schema = proposal
        items.append(item)
        with suppress(ValueError):
            to_contain.remove(schema)
    return items


def _fitting(
    index: int,
    to_contain: list[Schema],
    constraints: Constraints,
    search: Search,
    variant: int,
    taken: Collection[Hashable],
) -> Iterator[tuple[Any, Schema]]:
    """Yield values for the item at `index`, each with the schema that it fits in addition.

    That is one of `to_contain`, the schemas of items that the array still lacks, or a schema
    that excludes further such items.
    """
    name = f"{constraints.name}-{index + 1}"
    for extra in (*to_contain, _uncontained(constraints)):
        inside = constraints.inside((*_schemas_at(index, constraints), extra), name)
        for value in search.some(inside, variant, taken):
            yield value, extra


def _contained(constraints: Constraints) -> list[Schema]:
    """Return the schema of each item that an array has to contain."""
    rows = [schema for schema in constraints.schemas if "contains" in schema]
    counts = [min(schema.get("minContains", 1), MAX_VALUES) for schema in rows]
    return [
        row["contains"]
        for row, count in zip(rows, counts, strict=True)
        for _ in range(count)
    ]


def _uncontained(constraints: Constraints) -> Schema:
    """Return the schema of all other items: they must not fit a `contains` that has a maximum."""
    rows = [schema for schema in constraints.schemas if "maxContains" in schema]
    return {"allOf": [negated(schema.get("contains", False)) for schema in rows]}


def _schemas_at(index: int, constraints: Constraints) -> list[Schema]:
    """Return the schemas that the item at `index` has to fit."""
    schemas: list[Schema] = []
    for schema in constraints.schemas:
        prefix = schema.get("prefixItems", [])[index : index + 1]
        schemas += prefix or ([schema["items"]] if "items" in schema else [])
    return schemas or constraints.each("unevaluatedItems")


def _size(value: Any) -> int:
    """Return how many values are in `value`, itself included."""
    inside = value.values() if is_object(value) else value if is_array(value) else ()
    return 1 + sum(map(_size, inside))
