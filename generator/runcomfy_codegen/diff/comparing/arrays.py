"""Arrays: what their items may be."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.comparing.plain import change_of
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def items(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes inside `items`, or one where it came or went."""
    if "items" in old and "items" in new:
        yield from walk.compare(old["items"], new["items"], pointer + join_pointer("items"))
    elif "items" in old or "items" in new:
        narrows = "items" in new
        yield change_of("items", "items", pointer, old, new, narrows=narrows, widens=not narrows)


def prefix_items(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes inside `prefixItems`, and one where their number changed."""
    before, after = old.get("prefixItems", []), new.get("prefixItems", [])
    for index, (was, now) in enumerate(zip(before, after, strict=False)):
        yield from walk.compare(was, now, pointer + join_pointer("prefixItems", index))
    if len(before) != len(after):
        yield change_of("prefixItems", "prefixItems", pointer, old, new, narrows=True, widens=True)
