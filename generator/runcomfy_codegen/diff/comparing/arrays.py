"""Compare the schemas of array items."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.comparing.single_keywords import keyword_change
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def compare_items(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes inside of `items`, or one if it was added or removed."""
    if "items" in old and "items" in new:
        yield from walk.compare(old["items"], new["items"], pointer + join_pointer("items"))
    elif "items" in old or "items" in new:
        is_new = "items" in new
        yield keyword_change("items", "items", pointer, old, new, narrows=is_new, widens=not is_new)


def compare_prefix_items(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes inside of `prefixItems`, and one if its length changed."""
    before, after = old.get("prefixItems", []), new.get("prefixItems", [])
    for index, schemas in enumerate(zip(before, after, strict=False)):
        yield from walk.compare(*schemas, pointer + join_pointer("prefixItems", index))
    if len(before) != len(after):
        yield keyword_change(
            "prefixItems", "prefixItems", pointer, old, new, narrows=True, widens=True
        )
