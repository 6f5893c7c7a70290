"""`anyOf` and `oneOf`: which members came, which went, and which of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.comparing.change import Change, json_code
from runcomfy_codegen.diff.comparing.plain import change_of, is_union, types_of
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.diff.inclusion.space import text_of
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema

Member = tuple[str, Any]
"""Pointer and schema."""

MAX_PROVEN_PAIRS = 400
"""Pairs of members that are proven the same; beyond that only their text counts."""


def is_one_sided(old: Schema, new: Schema) -> bool:
    """Whether one of both is a union and nothing else, and the other is none."""
    bare = [
        schema.keys() & CONSTRAINTS_AND_MEDIA in ({"anyOf"}, {"oneOf"}) for schema in (old, new)
    ]
    return any(bare) and is_union(old) != is_union(new)


def members(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes of a union's members; beside a bare union, no union counts as one member."""
    for keyword in ("anyOf", "oneOf"):
        if is_one_sided(old, new) and (keyword in old or keyword in new):
            yield from _changes(walk, old, new, pointer)
        elif keyword in old and keyword in new:
            yield from _changes(walk, _only(keyword, old), _only(keyword, new), pointer)
        elif keyword in old or keyword in new:
            narrows = keyword in new
            yield change_of(
                "union", keyword, pointer, old, new, narrows=narrows, widens=not narrows
            )


def _only(keyword: str, schema: Schema) -> Schema:
    return {keyword: schema[keyword]}


def _changes(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    before, after = _members(old, pointer), _members(new, pointer)
    for (_, was), (member_pointer, now) in _pairs(walk, before, after):
        yield from walk.compare(was, now, member_pointer)
    for member_pointer, was in before:
        words = f"the member {json_code(was)} is gone"
        yield Change("union-member", member_pointer, was, ABSENT, narrows=True, words=words)
    for member_pointer, now in after:
        words = f"the member {json_code(now)} is new"
        yield Change("union-member", member_pointer, ABSENT, now, widens=True, words=words)


def _members(schema: Schema, pointer: str) -> list[Member]:
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            rows = enumerate(schema[keyword])
            return [(pointer + join_pointer(keyword, index), member) for index, member in rows]
    return [(pointer, schema)]


def _pairs(
    walk: Walk, before: list[Member], after: list[Member]
) -> Iterator[tuple[Member, Member]]:
    """Takes out of both lists, pair by pair, those that belong together: the same ones first."""
    yield from _equal(before, after)
    tests: list[Callable[[Any, Any], bool]] = [
        lambda one, other: types_of(walk.followed(one)) == types_of(walk.followed(other))
    ]
    if len(before) * len(after) <= MAX_PROVEN_PAIRS:
        tests.insert(0, walk.prover.same)
    for test in tests:
        for one in list(before):
            other = next((other for other in after if test(one[1], other[1])), None)
            if other:
                before.remove(one)
                after.remove(other)
                yield one, other


def _equal(before: list[Member], after: list[Member]) -> Iterator[tuple[Member, Member]]:
    """Takes out the pairs whose members are the same text."""
    left = {text_of(other[1]): other for other in after}
    for one in list(before):
        other = left.pop(text_of(one[1]), None)
        if other:
            before.remove(one)
            after.remove(other)
            yield one, other
