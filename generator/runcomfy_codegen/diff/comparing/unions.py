"""Compare the members of `anyOf` and `oneOf`: removed, new and changed ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.comparing.change import Change, json_code
from runcomfy_codegen.diff.comparing.single_keywords import is_union, keyword_change, types_of
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.inclusion.schema_pair import canonical_text
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema

Member = tuple[str, Any]
"""Pointer and schema."""

MAX_PROVEN_PAIRS = 400
"""Pairs of members whose equivalence is examined; with more, only their texts are compared."""


def is_one_sided(old: Schema, new: Schema) -> bool:
    """Return whether one schema is nothing but a union, and the other is not a union."""
    is_bare = [
        schema.keys() & CONSTRAINTS_AND_MEDIA in ({"anyOf"}, {"oneOf"}) for schema in (old, new)
    ]
    return any(is_bare) and is_union(old) != is_union(new)


def only_value(walk: Walk, schema: Schema) -> Schema | None:
    """Return the member of a union that is not null, if it is the only one."""
    members = (walk.resolve(member) for _, member in _members(schema, ""))
    values = [member for member in members if member.get("type") != "null"]
    return values[0] if is_union(schema) and len(values) == 1 else None


def compare_members(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes of members; if one side is not a union, it counts as the only member."""
    for keyword in ("anyOf", "oneOf"):
        if is_one_sided(old, new) and (keyword in old or keyword in new):
            yield from _compare_unions(walk, old, new, pointer)
        elif keyword in old and keyword in new:
            yield from _compare_unions(walk, _only(keyword, old), _only(keyword, new), pointer)
        elif keyword in old or keyword in new:
            is_new = keyword in new
            yield keyword_change(
                "union", keyword, pointer, old, new, narrows=is_new, widens=not is_new
            )


def _only(keyword: str, schema: Schema) -> Schema:
    return {keyword: schema[keyword]}


def _compare_unions(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    before, after = _members(old, pointer), _members(new, pointer)
    for (_, old_member), (member_pointer, new_member) in _take_pairs(walk, before, after):
        if is_one_sided(old, new):  # what describes the union describes its members
            old_member, new_member = map(walk.without_annotations, (old_member, new_member))
        yield from walk.compare(old_member, new_member, member_pointer)
    for member_pointer, member in before:
        message = f"the member {json_code(member)} was removed"
        yield Change("union-member", member_pointer, member, ABSENT, narrows=True, message=message)
    for member_pointer, member in after:
        message = f"the member {json_code(member)} is new"
        yield Change("union-member", member_pointer, ABSENT, member, widens=True, message=message)


def _members(schema: Schema, pointer: str) -> list[Member]:
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return [
                (pointer + join_pointer(keyword, index), member)
                for index, member in enumerate(schema[keyword])
            ]
    return [(pointer, schema)]


def _take_pairs(
    walk: Walk, before: list[Member], after: list[Member]
) -> Iterator[tuple[Member, Member]]:
    """Remove corresponding members from both lists, and yield them as pairs.

    Members correspond if they are equal, else if they are equivalent, else if their types are.
    """
    yield from _take_equal(before, after)
    tests: list[Callable[[Any, Any], bool]] = [
        lambda left, right: types_of(walk.resolve(left)) == types_of(walk.resolve(right))
    ]
    if len(before) * len(after) <= MAX_PROVEN_PAIRS:
        tests.insert(0, walk.prover.are_equivalent)
    for test in tests:
        for old in list(before):
            new = next((new for new in after if test(old[1], new[1])), None)
            if new:
                before.remove(old)
                after.remove(new)
                yield old, new


def _take_equal(before: list[Member], after: list[Member]) -> Iterator[tuple[Member, Member]]:
    remaining = {canonical_text(member[1]): member for member in after}
    for old in list(before):
        new = remaining.pop(canonical_text(old[1]), None)
        if new:
            before.remove(old)
            after.remove(new)
            yield old, new
