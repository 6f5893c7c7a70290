"""`allOf`, and a `$ref` with constraints beside it: schemas that hold together."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change
from runcomfy_codegen.diff.comparing.plain import change_of
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.inclusion.space import unlinked
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema


def all_of(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes inside of members in the same place, and one where members came or went."""
    before, after = old.get("allOf", []), new.get("allOf", [])
    if len(before) == len(after):
        for index, (was, now) in enumerate(zip(before, after, strict=True)):
            yield from walk.compare(was, now, pointer + join_pointer("allOf", index))
    else:
        yield change_of(
            "allOf", "allOf", pointer, old, new, narrows=bool(after), widens=bool(before)
        )
    yield from _reference(walk, old, new, pointer)


def _reference(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A reference that is not all that its schema says: another would have been followed."""
    was, now = old.get("$ref"), new.get("$ref")
    if was and now and unlinked({"$ref": was}) == unlinked({"$ref": now}):
        yield from walk.compare({"$ref": was}, {"$ref": now}, pointer)
    elif was or now:
        yield change_of("$ref", "$ref", pointer, old, new, narrows=bool(now), widens=bool(was))
