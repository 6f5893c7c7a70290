"""Listed values: which are gone, which are new, and in which order they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import Change, json_code, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, json_key


def values(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change for each value that came or went, or one for the list as a whole."""
    before, after = _listed(old, pointer), _listed(new, pointer)
    if before is not None and after is not None:
        yield from _members(
            before, after, pointer + join_pointer("enum" if "enum" in new else "const")
        )
    elif before is not None or after is not None:
        key = "enum" if "enum" in {**old, **new} else "const"
        was, now = old.get(key, ABSENT), new.get(key, ABSENT)
        narrows = before is None
        words = was_is("the list of values", was, now)
        yield Change("enum", pointer + join_pointer(key), was, now, narrows, not narrows, words)


Listed = dict[Hashable, tuple[str, Any]]
"""Key of a value: where it stands, and the value."""


def _listed(schema: Schema, pointer: str) -> Listed | None:
    if is_array(schema.get("enum")):
        rows = enumerate(schema["enum"])
        return {
            json_key(value): (pointer + join_pointer("enum", index), value) for index, value in rows
        }
    if "const" in schema:
        return {json_key(schema["const"]): (pointer + join_pointer("const"), schema["const"])}
    return None


def _members(before: Listed, after: Listed, pointer: str) -> Iterator[Change]:
    for value_pointer, value in (row for key, row in before.items() if key not in after):
        words = f"the value {json_code(value)} is gone"
        yield Change("enum-value", value_pointer, value, ABSENT, narrows=True, words=words)
    for value_pointer, value in (row for key, row in after.items() if key not in before):
        words = f"the value {json_code(value)} is new"
        yield Change("enum-value", value_pointer, ABSENT, value, widens=True, words=words)
    was = [value for key, (_, value) in before.items() if key in after]
    now = [value for key, (_, value) in after.items() if key in before]
    if [json_key(value) for value in was] != [json_key(value) for value in now]:
        yield Change("order", pointer, was, now, words="the values stand in another order")
