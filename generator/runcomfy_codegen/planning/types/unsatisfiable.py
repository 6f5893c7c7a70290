"""Find schemas that no value can fit: an empty range, an enum without values, a contradiction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect.tables import CONSTRAINTS_AND_MEDIA, FORM_VALUE
from runcomfy_codegen.dialect.written_pointers import written_pointer
from runcomfy_codegen.inclusion import Prover
from runcomfy_codegen.inclusion.schema_pair import SchemaPair, without_uris
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import subschemas
from runcomfy_codegen.untrusted_text import MAX_VALUE_CHARS, truncate

_DESCRIBING = frozenset(
    {"properties", "items", "prefixItems", "additionalProperties", "anyOf", "oneOf"}
)
"""Keywords whose subschemas should all be satisfiable. Under other keywords, a schema that nothing
fits may be intended: `patternProperties` forbids names that way, `then` combinations."""

_DEFINING = ("/$defs/", "/definitions/")

_SATISFIABLE = ({"type", "enum"}, {"type", "items", "properties", "additionalProperties"})
"""Sets of constraints that some value always fits, unless one of them is an empty list."""


class Unsatisfiable(NamedTuple):
    """A place that no value can fit."""

    pointer: str
    is_required: bool
    """Whether a required property is impossible, here or because of this place."""
    schema: Any


def note_unsatisfiable(schema: Schema, document: Schema, collector: Collector) -> None:
    """Note each unsatisfiable place of the input `schema`, which the dialect made of `document`."""
    for place in unsatisfiable_places(schema):
        pointer = written_pointer(place.pointer, (document, ""))
        if not _is_added(place.pointer, pointer):
            code = "impossible-required" if place.is_required else "impossible"
            collector.add(code, pointer, f"no value can fit {_constraints(place.schema)}")


def _is_added(pointer: str, written: str) -> bool:
    """Whether `pointer` leads into a definition that only the dialect has."""
    return pointer.startswith(_DEFINING) and not written.startswith(_DEFINING)


def _constraints(schema: Any) -> str:
    """Return what a message shows of a schema."""
    if not is_object(schema):
        return "false"
    constraints = {key: schema[key] for key in schema if key in CONSTRAINTS}
    text = json.dumps(without_uris(constraints), ensure_ascii=False)
    return truncate(text, MAX_VALUE_CHARS)


def unsatisfiable_places(schema: Schema) -> Iterator[Unsatisfiable]:
    """Yield the places in a normalised input schema that no value can fit, the innermost ones.

    What cannot be proven is not reported. The schema `false` is reported only for a required
    property: elsewhere it is meant to fit nothing.
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
            # Unless a required property inside explains it, all places inside may.
            outer = is_required and is_empty and not any(place.is_required for place in inside)
            yield from (place._replace(is_required=place.is_required or outer) for place in inside)
        elif is_empty or any(map(self._is_empty, _of_each_type(schema))):
            yield Unsatisfiable(pointer, is_required and is_empty, schema)

    def _inside(self, schema: Schema, pointer: str) -> Iterator[Unsatisfiable]:
        for inner in subschemas(schema, pointer):
            names = schema.get("required", ()) if inner.keyword == "properties" else ()
            if inner.keyword in _DESCRIBING:
                yield from self.find(inner.schema, inner.pointer, is_required=inner.name in names)

    def _is_empty(self, schema: Schema) -> bool:
        if _is_satisfiable(schema):
            return False
        if "not" in schema and self.prover.implies((schema,), schema["not"]):
            return True
        return self.prover.implies((schema,), False)


def _is_satisfiable(schema: Schema) -> bool:
    """Whether it is obvious that some value fits, so that nothing has to be proven."""
    if "default" in schema or FORM_VALUE in schema:  # the dialect has checked it
        return True
    constraints = schema.keys() & CONSTRAINTS_AND_MEDIA
    is_simple = any(constraints <= keywords for keywords in _SATISFIABLE)
    return is_simple and schema.get("type") != [] and schema.get("enum") != []


def _of_each_type(schema: Schema) -> Iterator[Schema]:
    """Yield `schema` for each of its types, if there are several and no list of values."""
    names = schema.get("type")
    if is_array(names) and not schema.keys() & {"enum", "const"}:
        yield from ({**schema, "type": name} for name in names)
