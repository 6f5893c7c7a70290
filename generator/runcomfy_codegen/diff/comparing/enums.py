"""Compare `enum` and `const`: removed values, new values, and their order."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import Change, describe, json_code
from runcomfy_codegen.diff.comparing.single_keywords import have_no_type_in_common
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema, is_array, json_key

ListedValues = dict[Hashable, tuple[str, Any]]
"""Hashable key of a value: its pointer, and the value."""


def compare_values(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change for each value that differs, or one if only one schema lists values."""
    before, after = _listed_values(old, pointer), _listed_values(new, pointer)
    if before is not None and after is not None:
        keyword = "enum" if "enum" in new else "const"
        if before.keys().isdisjoint(after):
            yield from _replaced(old, new, before, after, pointer + join_pointer(keyword))
        else:
            yield from _compare_lists(before, after, pointer + join_pointer(keyword))
    elif before is not None or after is not None:
        keyword = "enum" if "enum" in {**old, **new} else "const"
        yield _change_of_list(keyword, old, new, pointer, is_new=before is None)


def _change_of_list(
    keyword: str, old: Schema, new: Schema, pointer: str, *, is_new: bool
) -> Change:
    before, after = old.get(keyword, ABSENT), new.get(keyword, ABSENT)
    message = describe("the list of values", before, after)
    keyword_pointer = pointer + join_pointer(keyword)
    return Change(
        "enum", keyword_pointer, before, after, narrows=is_new, widens=not is_new, message=message
    )


def _listed_values(schema: Schema, pointer: str) -> ListedValues | None:
    if is_array(schema.get("enum")):
        return {
            json_key(value): (pointer + join_pointer("enum", index), value)
            for index, value in enumerate(schema["enum"])
        }
    if "const" in schema:
        return {json_key(schema["const"]): (pointer + join_pointer("const"), schema["const"])}
    return None


def _replaced(
    old: Schema, new: Schema, before: ListedValues, after: ListedValues, pointer: str
) -> Iterator[Change]:
    """Yield one change for two lists that have no value in common.

    Yields none if the types differ as well: then that is the change.
    """
    if "type" in old and "type" in new and have_no_type_in_common(old, new):
        return
    old_values, new_values = ([value for _, value in side.values()] for side in (before, after))
    message = describe("the list of values", old_values, new_values)
    yield Change(
        "enum-value", pointer, old_values, new_values, narrows=True, widens=True, message=message
    )


def _compare_lists(before: ListedValues, after: ListedValues, pointer: str) -> Iterator[Change]:
    for value_pointer, value in (before[key] for key in before if key not in after):
        message = f"the value {json_code(value)} was removed"
        yield Change("enum-value", value_pointer, value, ABSENT, narrows=True, message=message)
    for value_pointer, value in (after[key] for key in after if key not in before):
        message = f"the value {json_code(value)} is new"
        yield Change("enum-value", value_pointer, ABSENT, value, widens=True, message=message)
    old_order = [key for key in before if key in after]
    new_order = [key for key in after if key in before]
    if old_order != new_order:
        old_values = [before[key][1] for key in old_order]
        new_values = [after[key][1] for key in new_order]
        message = "the order of the values changed"
        yield Change("order", pointer, old_values, new_values, message=message)
