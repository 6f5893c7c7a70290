"""Walk two schemas side by side, and let the prover confirm the effect of each change."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA
from runcomfy_codegen.diff.comparing import (
    annotation_keywords,
    arrays,
    bounds,
    enums,
    media,
    properties,
    single_keywords,
    unions,
)
from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.walk import KeywordComparer
from runcomfy_codegen.diff.duplicates import without_duplicates
from runcomfy_codegen.inclusion import Prover
from runcomfy_codegen.inclusion.schema_pair import SchemaPair, without_uris
from runcomfy_codegen.json_schema.identity_dict import IdentityDict
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.types.merging import merged

COMPARERS: tuple[KeywordComparer, ...] = (
    single_keywords.compare_types,
    enums.compare_values,
    bounds.compare_bounds,
    single_keywords.compare_keywords,
    media.compare_media,
    properties.compare_properties,
    properties.compare_additional,
    arrays.compare_items,
    arrays.compare_prefix_items,
    unions.compare_members,
    annotation_keywords.compare_annotations,
)
"""The comparers of all keywords, in the order of their changes."""

UNION_COMPARERS: tuple[KeywordComparer, ...] = (
    unions.compare_members,
    annotation_keywords.compare_annotations,
)
"""The comparers for a union and a schema that is not a union."""

_ANYTHING: Schema = {}
_NOTHING: Schema = {"not": _ANYTHING}

_MAX_DEPTH = 40
"""Levels of nested schemas that are compared; below, only the prover judges."""

_MAX_PAIRS = 5_000
"""Pairs of schemas that are compared; merging may make ever new ones of recursive definitions."""

_Key = tuple[int, int]
"""The ids of two schemas."""


def find_changes(old: Schema, new: Schema) -> list[Change]:
    """Return every change from `old` to `new`, both plain JSON Schema, without duplicates.

    If a value is valid under `old` and not under `new`, at least one change narrows; if it is
    valid under `new` and not under `old`, at least one widens.
    """
    pair = SchemaPair(old, new)
    changes = (
        replace(
            change,
            before=without_uris(change.before),
            after=without_uris(change.after),
        )
        for change in Comparer(pair).compare(pair.old, pair.new, "")
    )
    return without_duplicates(changes)


class Comparer:
    """Compares two schemas recursively; compares each pair of subschemas once."""

    def __init__(self, pair: SchemaPair) -> None:
        """Compare the subschemas of `pair`."""
        self.prover = Prover(pair)
        self._pair = pair
        self._changes: dict[_Key, list[Change]] = {}
        self._in_progress: set[_Key] = set()
        # Pairs in progress that were met again: the changes inside them are not complete yet.
        self._recursive: set[_Key] = set()
        self._merged = IdentityDict[Schema]()
        self._bare = IdentityDict[Schema]()

    def compare(self, old: Any, new: Any, pointer: str) -> list[Change]:
        """Return the changes from schema `old` to schema `new`, which is at `pointer`."""
        before, after = self.resolve(old), self.resolve(new)
        key = (id(before), id(after))
        if key in self._in_progress:
            self._recursive.add(key)
            return []
        if len(self._in_progress) > _MAX_DEPTH or len(self._changes) > _MAX_PAIRS:
            return []  # one level further up, the prover reports the effect of all changes below
        if key not in self._changes:
            self._in_progress.add(key)
            comparers = UNION_COMPARERS if unions.is_one_sided(before, after) else COMPARERS
            changes_by_comparer = (compare(self, before, after, pointer) for compare in comparers)
            changes = list(chain.from_iterable(changes_by_comparer))
            self._in_progress.remove(key)
            self._recursive.discard(key)
            self._changes[key] = self._confirm(changes, _as_object(old), _as_object(new), pointer)
        return self._changes[key]

    def resolve(self, schema: Any) -> Schema:
        """Return `schema` merged with what it refers to by `$ref` and `allOf`.

        Where that is not exact, the result allows more.
        """
        whole = _as_object(schema)
        if not whole.keys() & {"$ref", "allOf"}:
            return whole
        if whole not in self._merged:
            self._merged[whole] = _ANYTHING  # for a schema that refers to itself
            self._merged[whole] = self._merge(whole)
        return self._merged[whole]

    def without_annotations(self, schema: Any) -> Schema:
        """Return what `resolve` returns without keywords that constrain nothing."""
        whole = self.resolve(schema)
        if whole not in self._bare:
            self._bare[whole] = {key: whole[key] for key in whole if key in CONSTRAINTS_AND_MEDIA}
        return self._bare[whole]

    def _merge(self, schema: Schema) -> Schema:
        if schema.keys() <= {"$ref", "$defs"}:
            return self.resolve(self._pair.target(schema["$ref"]))
        return merged(schema, self._pair)[0]

    def _confirm(
        self, changes: list[Change], old: Schema, new: Schema, pointer: str
    ) -> list[Change]:
        """Remove disproven effects from `changes`, and add a change for an unexplained effect."""
        narrows = not self.prover.implies((old,), new)
        widens = not self.prover.implies((new,), old)
        confirmed = _without_ineffective(
            changes,
            [
                replace(change, narrows=change.narrows and narrows, widens=change.widens and widens)
                for change in changes
            ],
        )
        unexplained = {
            "narrows": narrows and not any(change.narrows for change in confirmed),
            "widens": widens and not any(change.widens for change in confirmed),
        }
        # Inside a recursion, a level further up may still explain the effect.
        if any(unexplained.values()) and not self._recursive:
            before, after = self.resolve(old), self.resolve(new)
            message = describe("the schema", before, after)
            confirmed.append(
                Change("schema", pointer, before, after, **unexplained, message=message)
            )
        return confirmed


def _without_ineffective(changes: list[Change], confirmed: list[Change]) -> list[Change]:
    """Leave out changes whose effect was disproven, if others have an effect."""
    if not any(change.is_effective for change in confirmed):
        return confirmed
    return [
        after
        for before, after in zip(changes, confirmed, strict=True)
        if after.is_effective or not before.is_effective
    ]


def _as_object(schema: Any) -> Schema:
    if is_object(schema):
        return schema
    return _NOTHING if schema is False else _ANYTHING
