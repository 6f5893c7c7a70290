"""Compare `allOf`, and `$ref` beside other constraints."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.comparing.single_keywords import keyword_change
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.inclusion.schema_pair import with_local_references
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def compare_all_of(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes inside of corresponding members, or one if their number changed."""
    before, after = old.get("allOf", []), new.get("allOf", [])
    if len(before) == len(after):
        for index, schemas in enumerate(zip(before, after, strict=True)):
            yield from walk.compare(*schemas, pointer + join_pointer("allOf", index))
    else:
        yield keyword_change(
            "allOf", "allOf", pointer, old, new, narrows=bool(after), widens=bool(before)
        )
    yield from _compare_references(walk, old, new, pointer)


def _compare_references(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    # The walk resolves schemas that are nothing but a reference; these have other constraints.
    before, after = {"$ref": old.get("$ref")}, {"$ref": new.get("$ref")}
    was_set, is_set = "$ref" in old, "$ref" in new
    if was_set and is_set and with_local_references(before) == with_local_references(after):
        yield from walk.compare(before, after, pointer)
    elif was_set or is_set:
        yield keyword_change("$ref", "$ref", pointer, old, new, narrows=is_set, widens=was_set)
