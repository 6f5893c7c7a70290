"""A schema as alternatives, each of them a row of plain parts that all hold together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.diff.inclusion.space import Space
from runcomfy_codegen.json_schema.values import is_array, is_object

Row = tuple[dict[str, Any], ...]
"""Parts that hold together. What a schema says with `$ref`, `allOf`, `anyOf` or `oneOf` has
parts of its own in the row, and stands in no part any more."""

MAX_ROWS = 200
"""Alternatives of one schema; a union that would make more is left out: it only restricts."""

STATED_ONE_OF = "x-stated-one-of"
"""Where a part keeps its `oneOf`: the alternatives do not say that only one of them fits."""

_TAKEN_APART = frozenset({"$ref", "allOf", "anyOf", "oneOf"})


class Alternatives:
    """Takes schemas apart, the same way each time: parts are told apart by identity."""

    def __init__(self, space: Space) -> None:
        """Follow references in `space`."""
        self._space = space
        self._known: dict[tuple[int, frozenset[str]], tuple[object, list[Row]]] = {}
        self._parts: dict[int, tuple[object, list[Row]]] = {}

    def of(self, schemas: Iterable[Any]) -> list[Row]:
        """The alternatives of all `schemas` together; none where no value fits.

        Together they allow what `schemas` allow, or more where there are too many.
        """
        return self._product(schemas, frozenset())

    def _product(self, schemas: Iterable[Any], seen: frozenset[str]) -> list[Row]:
        return _multiplied([()], (self._of_one(schema, seen) for schema in schemas))

    def _of_one(self, schema: Any, seen: frozenset[str]) -> list[Row]:
        if not is_object(schema):
            return [] if schema is False else [()]
        key = (id(schema), seen)
        if key not in self._known:
            rows = _multiplied(self._own(schema), self._groups(schema, seen))
            self._known[key] = (schema, rows)
        return self._known[key][1]

    def _groups(self, schema: dict[str, Any], seen: frozenset[str]) -> Iterable[list[Row]]:
        """What `schema` says by means of other schemas, a list of alternatives for each."""
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            yield self._of_one(self._space.target(reference), seen | {reference})
        if is_array(schema.get("allOf")):
            yield self._product(schema["allOf"], seen)
        for keyword in ("anyOf", "oneOf"):
            if is_array(schema.get(keyword)):
                yield [row for member in schema[keyword] for row in self._of_one(member, seen)]

    def _own(self, schema: dict[str, Any]) -> list[Row]:
        """What `schema` says by itself, a part for each of its types."""
        if id(schema) not in self._parts:
            self._parts[id(schema)] = (schema, [(part,) for part in _parts(schema)])
        return self._parts[id(schema)][1]


def _parts(schema: dict[str, Any]) -> Iterable[dict[str, Any]]:
    plain = schema
    if schema.keys() & _TAKEN_APART:
        plain = {key: schema[key] for key in schema.keys() - _TAKEN_APART}
        if "oneOf" in schema:
            plain[STATED_ONE_OF] = schema["oneOf"]
    declared = plain.get("type")
    if not is_array(declared) or plain.keys() & {"enum", "const"}:
        return [plain]
    return [{**plain, "type": name} for name in declared]


def _multiplied(rows: list[Row], groups: Iterable[list[Row]]) -> list[Row]:
    """Each of `rows` with each alternative of every group that does not make too many."""
    for group in groups:
        if len(rows) * len(group) <= MAX_ROWS:
            rows = [_joined(row, others) for row in rows for others in group]
    return rows


def _joined(row: Row, others: Row) -> Row:
    """Both rows as one, each part once: a part that stands twice says no more."""
    if not row or not others:
        return row or others
    return tuple({id(part): part for part in (*row, *others)}.values())
