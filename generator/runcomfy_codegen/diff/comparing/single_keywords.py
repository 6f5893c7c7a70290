"""Compare types, and keywords whose values are compared as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.inclusion.conjunctions import with_integer
from runcomfy_codegen.inclusion.numbers import is_multiple
from runcomfy_codegen.inclusion.schema_pair import without_uris
from runcomfy_codegen.json_schema.keywords import CHECKED_HEADS, GROUPS, JSON_TYPES
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.value_types import type_of
from runcomfy_codegen.json_schema.values import ABSENT, Schema

COMPARED_WHOLE = {
    keyword: GROUPS.get(keyword, (keyword,))
    for keyword in ("pattern", "multipleOf", "uniqueItems", "patternProperties", *CHECKED_HEADS)
}
"""Keyword that is compared as a whole: itself, and keywords that have no effect without it."""


def compare_types(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of `type`, unless a union may state the types instead."""
    if is_union(old) or is_union(new):
        return
    before, after = types_of(old), types_of(new)
    if before != after:
        narrows, widens = not before <= after, not after <= before
        yield keyword_change("type", "type", pointer, old, new, narrows=narrows, widens=widens)


def types_of(schema: Schema) -> frozenset[str]:
    """Return the JSON types that `schema` names; all if it names none."""
    return with_integer(schema["type"]) if "type" in schema else JSON_TYPES


def have_no_type_in_common(old: Schema, new: Schema) -> bool:
    """Return whether no value can be of a type that both schemas name or list values of."""
    return _stated_types(old).isdisjoint(_stated_types(new))


def _stated_types(schema: Schema) -> frozenset[str]:
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if "type" in schema or not values:
        return types_of(schema)
    return frozenset(map(type_of, values))


def is_union(schema: Schema) -> bool:
    """Return whether `schema` has `anyOf` or `oneOf`."""
    return "anyOf" in schema or "oneOf" in schema


def compare_keywords(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of each keyword of `COMPARED_WHOLE` that differs."""
    for kind, group in COMPARED_WHOLE.items():
        before, after = _values(old, group), _values(new, group)
        if before != after and (kind in before or kind in after):
            keyword = next(key for key in group if before.get(key) != after.get(key))
            narrows = kind in after and not _is_implied(kind, before, after)
            widens = kind in before and not _is_implied(kind, after, before)
            yield keyword_change(kind, keyword, pointer, old, new, narrows=narrows, widens=widens)


def _values(schema: Schema, group: tuple[str, ...]) -> Schema:
    """Return the keywords of `group` that are in `schema`, except `uniqueItems: false`."""
    return {
        key: without_uris(schema[key])
        for key in group
        if key in schema and (key, schema[key]) != ("uniqueItems", False)
    }


def _is_implied(kind: str, before: Schema, after: Schema) -> bool:
    """Return whether `before` obviously implies `after`; the prover examines the rest."""
    return kind == "multipleOf" and kind in before and is_multiple(before[kind], after[kind])


def keyword_change(
    kind: str, keyword: str, pointer: str, old: Schema, new: Schema, *, narrows: bool, widens: bool
) -> Change:
    """Return the change of `keyword` from schema `old` to schema `new`."""
    before, after = old.get(keyword, ABSENT), new.get(keyword, ABSENT)
    message = describe(keyword, before, after)
    return Change(
        kind,
        pointer + join_pointer(keyword),
        before,
        after,
        narrows=narrows,
        widens=widens,
        message=message,
    )
