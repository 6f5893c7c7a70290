"""Compare the properties of objects: removed, new, changed, and required ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.renames import guess_renames
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.inclusion.conjunctions import property_schemas
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema, is_object
from runcomfy_codegen.untrusted_text import code_span


def compare_properties(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes of named properties, and of which of them are required."""
    before: Schema = old.get("properties", {})
    after: Schema = new.get("properties", {})
    removed, added = _without(after, before), _without(before, after)
    renames = guess_renames(removed, added)
    for name in removed:
        yield _removed(name, before[name], pointer, renames.get(name))
    for name in added:
        yield _added(walk, old, new, name, pointer)
    for name in (name for name in before if name in after):
        property_pointer = pointer + join_pointer("properties", name)
        yield from walk.compare(before[name], after[name], property_pointer)
        yield from _compare_required(old, new, name, property_pointer)
    unnamed = (_required_names(old) | _required_names(new)) - before.keys() - after.keys()
    for name in sorted(unnamed):
        yield from _compare_required(old, new, name, pointer + join_pointer("required"))
    yield from _compare_order(before, after, pointer)


def _without(excluded: Schema, properties: Schema) -> Schema:
    return {name: schema for name, schema in properties.items() if name not in excluded}


def _required_names(schema: Schema) -> set[str]:
    return set(schema.get("required", ()))


def _removed(name: str, schema: Any, pointer: str, new_name: str | None) -> Change:
    message = f"{code_span(name)} was removed"
    if new_name is not None:
        message += f"; it may have been renamed to {code_span(new_name)}"
    property_pointer = pointer + join_pointer("properties", name)
    return Change(
        "property-gone",
        property_pointer,
        schema,
        ABSENT,
        narrows=True,
        widens=True,
        message=message,
    )


def _added(walk: Walk, old: Schema, new: Schema, name: str, pointer: str) -> Change:
    schema = new["properties"][name]
    is_required = name in _required_names(new) - _required_names(old)
    # An object may have had a property of this name before, as an additional one.
    allowed_before = property_schemas((old,), name)
    is_narrower = not walk.prover.implies(allowed_before, schema)
    is_wider = not all(walk.prover.implies((schema,), allowed) for allowed in allowed_before)
    kind = "property-new-ruled" if is_narrower else "property-new"
    if is_required:
        kind = "property-new-required"
    message = f"{code_span(name)} is new{' and required' if is_required else ''}"
    property_pointer = pointer + join_pointer("properties", name)
    return Change(
        kind,
        property_pointer,
        ABSENT,
        schema,
        narrows=is_required or is_narrower,
        widens=is_wider,
        message=message,
    )


def _compare_required(old: Schema, new: Schema, name: str, pointer: str) -> Iterator[Change]:
    before, after = name in _required_names(old), name in _required_names(new)
    if before != after:
        message = f"{code_span(name)} is now {'required' if after else 'optional'}"
        yield Change(
            "required", pointer, before, after, narrows=after, widens=before, message=message
        )


def _compare_order(before: Schema, after: Schema, pointer: str) -> Iterator[Change]:
    if [name for name in before if name in after] != [name for name in after if name in before]:
        properties_pointer = pointer + join_pointer("properties")
        message = "the order of the properties changed"
        yield Change("order", properties_pointer, list(before), list(after), message=message)


def compare_additional(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield the changes of `additionalProperties`, which is true by default."""
    keyword = "additionalProperties"
    before, after = old.get(keyword, True), new.get(keyword, True)
    keyword_pointer = pointer + join_pointer(keyword)
    if is_object(before) and is_object(after):
        yield from walk.compare(before, after, keyword_pointer)
    elif before != after:
        narrows = not walk.prover.implies((before,), after)
        widens = not walk.prover.implies((after,), before)
        message = describe(keyword, before, after)
        yield Change(
            keyword, keyword_pointer, before, after, narrows=narrows, widens=widens, message=message
        )
