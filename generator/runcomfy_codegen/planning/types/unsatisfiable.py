"""Find schemas that no value can fit: an empty range, an enum without values, a contradiction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA, EXAMPLE
from runcomfy_codegen.inclusion import Prover
from runcomfy_codegen.inclusion.schema_pair import SchemaPair, with_local_references
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.pointers import exists_at
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import subschemas
from runcomfy_codegen.untrusted_text import MAX_VALUE_CHARS, truncate

_DESCRIBING = frozenset(
    {"properties", "items", "prefixItems", "additionalProperties", "anyOf", "oneOf"}
)
"""Keywords of which each subschema should have room for a value. Under others, none may be meant:
`patternProperties` forbids names so, `then` combinations."""

_DEFINING = ("$defs", "definitions")

_ROOMY = ({"type", "enum"}, {"type", "items", "properties", "additionalProperties"})
"""Constraints that some value always fits, unless one is an empty list."""


class Unsatisfiable(NamedTuple):
    """A place that no value can fit."""

    pointer: str
    is_required: bool
    """Whether a required property is impossible, here or because of this place."""
    schema: Any


def note_unsatisfiable(schema: Schema, document: Schema, notes: Notes) -> None:
    """Note each unsatisfiable place of the input `schema`, which the dialect made of `document`."""
    for place in unsatisfiable_places(schema):
        pointer = _written(place.pointer, document)
        if pointer is not None:
            code = "impossible-required" if place.is_required else "impossible"
            notes.add(code, pointer, f"no value can fit {_constraints(place.schema)}")


def _written(pointer: str, document: Schema) -> str | None:
    """Return the nearest place in `document`; None for a definition that only the dialect has."""
    keyword, _, rest = pointer.removeprefix("/").partition("/")
    if keyword == "$defs":
        name = rest.partition("/")[0]
        keyword = next((key for key in _DEFINING if exists_at(document, f"/{key}/{name}")), "")
        if not keyword:
            return None
    place = pointer and f"/{keyword}/{rest}"
    while not exists_at(document, place):
        place = place.rpartition("/")[0]
    return place


def _constraints(schema: Any) -> str:
    """Return what a message shows of a schema."""
    if not is_object(schema):
        return "false"
    shown = {key: schema[key] for key in schema if key in CONSTRAINTS}
    text = json.dumps(with_local_references(shown), ensure_ascii=False)
    return truncate(text, MAX_VALUE_CHARS)


def unsatisfiable_places(schema: Schema) -> Iterator[Unsatisfiable]:
    """Yield the places in a normalised input schema that no value can fit, the innermost ones.

    What cannot be proven is not reported, and neither is the schema `false`, which says so
    itself, unless it is that of a required property.
    """
    finder = _Finder(Prover(SchemaPair(schema, {})))
    whole = finder.prover.pair.old
    yield from finder.find(whole, "", is_required=True)
    for inner in subschemas(whole, "", ("$defs",)):
        yield from finder.find(inner.schema, inner.pointer, is_required=False)


@dataclass(frozen=True)
class _Finder:
    prover: Prover

    def find(self, schema: Any, pointer: str, *, is_required: bool) -> Iterator[Unsatisfiable]:
        """Yield the places at and below `pointer`; `is_required` if it has to have a value."""
        if not is_object(schema):
            if schema is False and is_required:
                yield Unsatisfiable(pointer, is_required, schema)
            return
        is_empty = self._is_empty(schema)
        inside = list(self._inside(schema, pointer))
        if inside:
            # Unless a property inside explains it, all of them may.
            outer = is_required and is_empty and not any(one.is_required for one in inside)
            yield from (one._replace(is_required=one.is_required or outer) for one in inside)
        elif is_empty or any(map(self._is_empty, _of_each_type(schema))):
            yield Unsatisfiable(pointer, is_required and is_empty, schema)

    def _inside(self, schema: Schema, pointer: str) -> Iterator[Unsatisfiable]:
        for inner in subschemas(schema, pointer):
            names = schema.get("required", ()) if inner.keyword == "properties" else ()
            if inner.keyword in _DESCRIBING:
                yield from self.find(inner.schema, inner.pointer, is_required=inner.name in names)

    def _is_empty(self, schema: Schema) -> bool:
        if _has_room(schema):
            return False
        if "not" in schema and self.prover.implies((schema,), schema["not"]):
            return True
        return self.prover.implies((schema,), False)


def _has_room(schema: Schema) -> bool:
    """Whether some value surely fits, so that nothing has to be proven."""
    if "default" in schema or EXAMPLE in schema:  # the dialect has checked it
        return True
    constraints = schema.keys() & CONSTRAINTS_AND_MEDIA
    is_roomy = any(constraints <= keywords for keywords in _ROOMY)
    return is_roomy and schema.get("type") != [] and schema.get("enum") != []


def _of_each_type(schema: Schema) -> Iterator[Schema]:
    """Yield `schema` for each of its types, if there are several and no list of values."""
    names = schema.get("type")
    if is_array(names) and not schema.keys() & {"enum", "const"}:
        yield from ({**schema, "type": name} for name in names)
