"""Keywords about arrays: items, sizes, `contains`."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.diff.inclusion.judging import Judge, Proof
from runcomfy_codegen.diff.inclusion.rows import most, of_item, prefix
from runcomfy_codegen.diff.inclusion.strings import at_least, at_most
from runcomfy_codegen.json_schema.values import Schema


def _items(proof: Proof, row: Row, wide: Schema, schema: Any) -> bool:
    first = len(wide.get("prefixItems", ()))
    return _item_range(proof, row, range(first, max(first, prefix(row)) + 1), schema)


def _item_range(proof: Proof, row: Row, indices: range, schema: Any) -> bool:
    """Whether the items at `indices` fit `schema`; the last index stands for all that follow."""
    longest = most(row, "maxItems")
    return all(proof.holds(of_item(row, index), schema) for index in indices if index < longest)


def _prefix_items(proof: Proof, row: Row, _: Schema, schemas: Any) -> bool:
    longest = most(row, "maxItems")
    return all(
        proof.holds(of_item(row, index), schema)
        for index, schema in enumerate(schemas)
        if index < longest
    )


def _unique_items(_: Proof, row: Row, __: Schema, wanted: Any) -> bool:
    unique = any(part.get("uniqueItems") is True for part in row)
    return wanted is False or unique or most(row, "maxItems") <= 1


def _contains(proof: Proof, row: Row, wide: Schema, schema: Any) -> bool:
    fewest, highest = wide.get("minContains", 1), wide.get("maxContains")
    return _has(proof, row, schema, fewest) and (
        highest is None or _has_no_more(proof, row, schema, highest)
    )


def _has(proof: Proof, row: Row, schema: Any, fewest: int) -> bool:
    return fewest <= 0 or any(
        part.get("minContains", 1) >= fewest and proof.holds((part["contains"],), schema)
        for part in row
        if "contains" in part
    )


def _has_no_more(proof: Proof, row: Row, schema: Any, highest: int) -> bool:
    return most(row, "maxItems") <= highest or any(
        part["maxContains"] <= highest and proof.holds((schema,), part["contains"])
        for part in row
        if "contains" in part and "maxContains" in part
    )


def _with_contains(*_: Any) -> bool:
    return True  # judged by `contains`, and without that of no effect


JUDGES: dict[str, Judge] = {
    "items": _items,
    "prefixItems": _prefix_items,
    "minItems": at_least("minItems"),
    "maxItems": at_most("maxItems"),
    "uniqueItems": _unique_items,
    "contains": _contains,
    "minContains": _with_contains,
    "maxContains": _with_contains,
}
