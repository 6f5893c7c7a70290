"""Types, and keywords that are compared as a whole: there, gone, or another."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.diff.inclusion.numbers import is_multiple
from runcomfy_codegen.diff.inclusion.rows import with_integer
from runcomfy_codegen.diff.inclusion.space import unlinked
from runcomfy_codegen.json_schema.keywords import CHECKED_HEADS, GROUPS, JSON_TYPES
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema

COMPARED_WHOLE = {
    keyword: GROUPS.get(keyword, (keyword,))
    for keyword in ("pattern", "multipleOf", "uniqueItems", "patternProperties", *CHECKED_HEADS)
}
"""Keywords that are compared as a whole, with those that mean nothing without them."""


def types(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change of `type`; not where one side says it by a union."""
    if is_union(old) or is_union(new):
        return
    before, after = types_of(old), types_of(new)
    if before != after:
        narrows, widens = not before <= after, not after <= before
        yield change_of("type", "type", pointer, old, new, narrows=narrows, widens=widens)


def types_of(schema: Schema) -> frozenset[str]:
    """The JSON types that `schema` names; all where it names none."""
    return with_integer(schema["type"]) if "type" in schema else JSON_TYPES


def is_union(schema: Schema) -> bool:
    """Whether `schema` offers members to choose from."""
    return "anyOf" in schema or "oneOf" in schema


def keywords(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change of each keyword of `COMPARED_WHOLE`, with all that belongs to it."""
    for kind, group in COMPARED_WHOLE.items():
        before, after = _stated(old, group), _stated(new, group)
        if before != after and (kind in before or kind in after):
            key = next(key for key in group if before.get(key) != after.get(key))
            narrows = kind in after and not _implied(kind, before, after)
            widens = kind in before and not _implied(kind, after, before)
            yield change_of(kind, key, pointer, old, new, narrows=narrows, widens=widens)


def _stated(schema: Schema, group: tuple[str, ...]) -> Schema:
    """What `schema` says by means of `group`; `uniqueItems: false` says nothing."""
    return {
        key: unlinked(schema[key])
        for key in group
        if key in schema and (key, schema[key]) != ("uniqueItems", False)
    }


def _implied(kind: str, before: Schema, after: Schema) -> bool:
    """Whether what fitted `before` surely fits `after`, as far as that shows at once."""
    return kind == "multipleOf" and kind in before and is_multiple(before[kind], after[kind])


def change_of(
    kind: str, key: str, pointer: str, old: Schema, new: Schema, *, narrows: bool, widens: bool
) -> Change:
    """The change `kind` of the keyword `key`, as it stands in both schemas."""
    before, after = old.get(key, ABSENT), new.get(key, ABSENT)
    words = was_is(key, before, after)
    return Change(kind, pointer + join_pointer(key), before, after, narrows, widens, words)
