"""Judges of keywords about arrays: items, sizes, `contains`."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.inclusion.conjunctions import (
    Conjunction,
    item_schemas,
    max_size,
    prefix_length,
)
from runcomfy_codegen.inclusion.judge import Judge, Proof
from runcomfy_codegen.inclusion.sizes import at_least, at_most
from runcomfy_codegen.json_schema.values import Schema


def _items(proof: Proof, conjunction: Conjunction, wide: Schema, schema: Any) -> bool:
    first = len(wide.get("prefixItems", ()))
    # The last index represents all later ones, which have the same schemas.
    last = max(first, prefix_length(conjunction))
    limit = max_size(conjunction, "maxItems")
    return all(
        proof.implies(item_schemas(conjunction, index), schema)
        for index in range(first, last + 1)
        if index < limit
    )


def _prefix_items(proof: Proof, conjunction: Conjunction, _: Schema, schemas: Any) -> bool:
    limit = max_size(conjunction, "maxItems")
    return all(
        proof.implies(item_schemas(conjunction, index), schema)
        for index, schema in enumerate(schemas)
        if index < limit
    )


def _unique_items(_: Proof, conjunction: Conjunction, __: Schema, is_required: Any) -> bool:
    is_unique = any(part.get("uniqueItems") is True for part in conjunction)
    return is_required is False or is_unique or max_size(conjunction, "maxItems") <= 1


def _contains(proof: Proof, conjunction: Conjunction, wide: Schema, schema: Any) -> bool:
    least, most = wide.get("minContains", 1), wide.get("maxContains")
    return _contains_at_least(proof, conjunction, schema, least) and (
        most is None or _contains_at_most(proof, conjunction, schema, most)
    )


def _contains_at_least(proof: Proof, conjunction: Conjunction, schema: Any, count: int) -> bool:
    return count <= 0 or any(
        part.get("minContains", 1) >= count and proof.implies((part["contains"],), schema)
        for part in conjunction
        if "contains" in part
    )


def _contains_at_most(proof: Proof, conjunction: Conjunction, schema: Any, count: int) -> bool:
    return max_size(conjunction, "maxItems") <= count or any(
        part["maxContains"] <= count and proof.implies((schema,), part["contains"])
        for part in conjunction
        if "contains" in part and "maxContains" in part
    )


def _judged_with_contains(*_: Any) -> bool:
    return True  # without `contains`, the keyword has no effect


JUDGES: dict[str, Judge] = {
    "items": _items,
    "prefixItems": _prefix_items,
    "minItems": at_least("minItems"),
    "maxItems": at_most("maxItems"),
    "uniqueItems": _unique_items,
    "contains": _contains,
    "minContains": _judged_with_contains,
    "maxContains": _judged_with_contains,
}
