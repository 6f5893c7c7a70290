"""Listed values: which are gone, which are new, and in which order they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import Change, shown, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, json_key


def values(_: Walk, old: Schema, new: Schema, at: str) -> Iterator[Change]:
    """A change for each value that came or went, or one for the list as a whole."""
    before, after = _listed(old, at), _listed(new, at)
    if before is not None and after is not None:
        yield from _members(before, after, at + join_pointer("enum" if "enum" in new else "const"))
    elif before is not None or after is not None:
        key = "enum" if "enum" in {**old, **new} else "const"
        was, now = old.get(key, ABSENT), new.get(key, ABSENT)
        narrows = before is None
        words = was_is("the list of values", was, now)
        yield Change("enum", at + join_pointer(key), was, now, narrows, not narrows, words)


Listed = dict[Hashable, tuple[str, Any]]
"""Key of a value: where it stands, and the value."""


def _listed(schema: Schema, at: str) -> Listed | None:
    if is_array(schema.get("enum")):
        rows = enumerate(schema["enum"])
        return {json_key(value): (at + join_pointer("enum", index), value) for index, value in rows}
    if "const" in schema:
        return {json_key(schema["const"]): (at + join_pointer("const"), schema["const"])}
    return None


def _members(before: Listed, after: Listed, at: str) -> Iterator[Change]:
    for place, value in (row for key, row in before.items() if key not in after):
        words = f"the value {shown(value)} is gone"
        yield Change("enum-value", place, value, ABSENT, narrows=True, words=words)
    for place, value in (row for key, row in after.items() if key not in before):
        words = f"the value {shown(value)} is new"
        yield Change("enum-value", place, ABSENT, value, widens=True, words=words)
    was = [value for key, (_, value) in before.items() if key in after]
    now = [value for key, (_, value) in after.items() if key in before]
    if [json_key(value) for value in was] != [json_key(value) for value in now]:
        yield Change("order", at, was, now, words="the values stand in another order")
