"""Objects: properties that came, went or changed, and what else an object may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import Change, was_is
from runcomfy_codegen.diff.comparing.renames import guesses
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT, code
from runcomfy_codegen.diff.inclusion.rows import of_property
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object


def properties(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes of every property by name, and of which of them an object must have."""
    before: Schema = old.get("properties", {})
    after: Schema = new.get("properties", {})
    renamed = guesses(_only(before, after), _only(after, before))
    for name in _only(before, after):
        yield _gone(name, before[name], pointer, renamed.get(name))
    for name in _only(after, before):
        yield _new(walk, old, new, name, pointer)
    for name in (name for name in before if name in after):
        property_pointer = pointer + join_pointer("properties", name)
        yield from walk.compare(before[name], after[name], property_pointer)
        yield from _required(old, new, name, property_pointer)
    for name in sorted((_names(old) | _names(new)) - before.keys() - after.keys()):
        yield from _required(old, new, name, pointer + join_pointer("required"))
    if [name for name in before if name in after] != [name for name in after if name in before]:
        properties_pointer = pointer + join_pointer("properties")
        words = "the properties stand in another order"
        yield Change("order", properties_pointer, list(before), list(after), words=words)


def _only(those: Schema, others: Schema) -> Schema:
    return {name: schema for name, schema in those.items() if name not in others}


def _names(schema: Schema) -> set[str]:
    return set(schema.get("required", ()))


def _gone(name: str, schema: Any, pointer: str, guess: str | None) -> Change:
    perhaps = f"; perhaps it is called {code(guess)} now" if guess is not None else ""
    words = f"{code(name)} is gone{perhaps}"
    property_pointer = pointer + join_pointer("properties", name)
    return Change(
        "property-gone", property_pointer, schema, ABSENT, narrows=True, widens=True, words=words
    )


def _new(walk: Walk, old: Schema, new: Schema, name: str, pointer: str) -> Change:
    schema = new["properties"][name]
    must = name in _names(new) - _names(old)
    known = of_property((old,), name)
    ruled = not walk.prover.holds(known, schema)
    freed = not all(walk.prover.holds((schema,), one) for one in known)
    kind = "property-new-required" if must else "property-new-ruled" if ruled else "property-new"
    words = f"{code(name)} is new{' and must be there' if must else ''}"
    property_pointer = pointer + join_pointer("properties", name)
    return Change(kind, property_pointer, ABSENT, schema, must or ruled, freed, words)


def _required(old: Schema, new: Schema, name: str, pointer: str) -> Iterator[Change]:
    was, now = name in _names(old), name in _names(new)
    if was != now:
        words = f"{code(name)} {'must be there now' if now else 'may be left out now'}"
        yield Change("required", pointer, was, now, narrows=now, widens=was, words=words)


def additional(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """The changes of what properties without a name of their own may be."""
    key = "additionalProperties"
    was, now = old.get(key, True), new.get(key, True)
    if is_object(was) and is_object(now):
        yield from walk.compare(was, now, pointer + join_pointer(key))
    elif was != now:
        narrows = not walk.prover.holds((was,), now)
        widens = not walk.prover.holds((now,), was)
        words = was_is("what else an object may have", was, now)
        yield Change(key, pointer + join_pointer(key), was, now, narrows, widens, words)
