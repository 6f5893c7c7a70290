"""Walking two schemas side by side; at each place the proof has the last word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.comparing import (
    arrays,
    bounds,
    enums,
    joined,
    media,
    plain,
    properties,
    unions,
    words,
)
from runcomfy_codegen.diff.comparing.change import Change, was_is
from runcomfy_codegen.diff.comparing.walk import Differences
from runcomfy_codegen.diff.inclusion import Prover
from runcomfy_codegen.diff.inclusion.space import Space, unlinked
from runcomfy_codegen.json_schema.values import Schema, is_object

DIFFERENCES: tuple[Differences, ...] = (
    plain.types,
    enums.values,
    bounds.limits,
    plain.keywords,
    media.media,
    properties.properties,
    properties.additional,
    arrays.items,
    arrays.prefix_items,
    unions.members,
    joined.all_of,
    words.words,
)
"""What is looked at in each pair of schemas, in this order."""

ONE_SIDED: tuple[Differences, ...] = (unions.members, words.words)
"""Likewise, where one of both is a union and the other is not."""


def changes(old: Schema, new: Schema) -> list[Change]:
    """Every change from `old` to `new`, both plain JSON Schema, each once.

    Where a value fits `old` and not `new`, at least one of them narrows; where one fits `new`
    and not `old`, at least one widens.
    """
    space = Space(old, new)
    found = Comparer(space).compare(space.old, space.new, "")
    plain_ones = (
        replace(one, before=unlinked(one.before), after=unlinked(one.after)) for one in found
    )
    return list({repr(change): change for change in plain_ones}.values())


class Comparer:
    """Compares schemas of one space; each pair of them once."""

    def __init__(self, space: Space) -> None:
        """Compare schemas of `space`, by a prover of its own."""
        self.space = space
        self.prover = Prover(space)
        self._done: dict[tuple[int, int], list[Change]] = {}
        self._open: set[tuple[int, int]] = set()
        self._awaited: set[tuple[int, int]] = set()

    def compare(self, old: Any, new: Any, pointer: str) -> list[Change]:
        """The changes from schema `old` to schema `new`, which stands at `pointer`."""
        old, _ = self._followed(old, pointer)
        new, pointer = self._followed(new, pointer)
        key = (id(old), id(new))
        if key in self._open:
            self._awaited.add(key)
            return []
        if key not in self._done:
            self._open.add(key)
            table = ONE_SIDED if unions.is_one_sided(old, new) else DIFFERENCES
            found = [change for differ in table for change in differ(self, old, new, pointer)]
            self._open.remove(key)
            self._awaited.discard(key)
            self._done[key] = self._settled(found, old, new, pointer)
        return self._done[key]

    def followed(self, schema: Any) -> Schema:
        """`schema`, or what it refers to where it does nothing else."""
        return self._followed(schema, "")[0]

    def _followed(self, schema: Any, pointer: str) -> tuple[Schema, str]:
        """What `followed` returns, and where that stands."""
        schema = _as_object(schema)
        seen: set[str] = set()
        while schema.keys() & CONSTRAINTS_AND_MEDIA == {"$ref"} and schema["$ref"] not in seen:
            reference: str = schema["$ref"]
            seen.add(reference)
            schema, pointer = _as_object(self.space.target(reference)), reference.partition("#")[2]
        return schema, pointer

    def _settled(self, found: list[Change], old: Schema, new: Schema, pointer: str) -> list[Change]:
        """`found` without effects that are disproved, and with those that nothing explains."""
        narrows = not self.prover.holds((old,), new)
        widens = not self.prover.holds((new,), old)
        settled = [
            replace(one, narrows=one.narrows and narrows, widens=one.widens and widens)
            for one in found
        ]
        settled = _without_echoes(found, settled)
        unexplained = {
            "narrows": narrows and not any(one.narrows for one in settled),
            "widens": widens and not any(one.widens for one in settled),
        }
        if any(unexplained.values()) and not self._awaited:
            text = was_is("the schema", old, new)
            settled.append(Change("schema", pointer, old, new, **unexplained, words=text))
        return settled


def _without_echoes(found: list[Change], settled: list[Change]) -> list[Change]:
    """`settled` without changes that turned out to have no effect, beside others that have one."""
    if not any(one.matters for one in settled):
        return settled
    return [one for was, one in zip(found, settled, strict=True) if one.matters or not was.matters]


def _as_object(schema: Any) -> Schema:
    if is_object(schema):
        return schema
    return _NOTHING if schema is False else _ANYTHING


_ANYTHING: Schema = {}
_NOTHING: Schema = {"not": _ANYTHING}
