"""Every object of a schema becomes a class: found, named, and put in an order that Python takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import pointer
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.dialect.refuse import unsupported
from runcomfy_codegen.planning.field_docs import facts, words
from runcomfy_codegen.planning.ir import FieldSpec, ObjectSpec
from runcomfy_codegen.planning.names import (
    FieldName,
    InvalidNameError,
    TypeName,
    checked_field_name,
    checked_type_name,
    field_name,
    type_name,
)
from runcomfy_codegen.planning.type_exprs import reference, referenced, type_expr
from runcomfy_codegen.reading.json_value import is_object
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides, pin_name

Schema = dict[str, Any]

MAX_NODES = 20_000
"""Subschemas of one document, references followed: the largest real schema has two hundred."""


class TooLargeError(Exception):
    """A document whose references multiply beyond `MAX_NODES` subschemas."""


@dataclass
class Objects:
    """The classes of one document. `add` finds them; `specs` has them, inner ones first."""

    model_id: ModelId
    document: str
    """`input.json` or `output.json`: overrides and messages name places in it."""
    definitions: Schema
    """The `$defs` of the document, normalised."""
    definitions_at: str
    overrides: Overrides
    notes: Notes
    specs: dict[TypeName, ObjectSpec] = field(default_factory=dict[TypeName, ObjectSpec])
    _begun: dict[TypeName, tuple[str, Schema]] = field(
        default_factory=dict[TypeName, tuple[str, Schema]]
    )
    _following: list[str] = field(default_factory=list[str])
    _nodes: int = 0

    def add(self, name: TypeName, schema: Schema, at: str) -> None:
        """Make a class of the object `schema` at JSON pointer `at`, and of all inside it."""
        if not self._begin(name, schema, at):
            return
        outer, self._following = self._following, []
        fields = tuple(self._fields(name, schema, at))
        self._following = outer
        self.specs[name] = ObjectSpec(
            name,
            fields,
            words(schema),
            open=schema.get("additionalProperties") is True,
            source=self._place(at),
        )

    def collision(self, what: str, spec: ObjectSpec) -> None:
        """Note that `spec` of this document has the name of another class of the module."""
        self._collision(what, spec.name, spec.source.partition("#")[2])

    def _begin(self, name: TypeName, schema: Schema, at: str) -> bool:
        """Whether `name` is new; the same object may be met twice, another one collides."""
        if name in self._begun:
            before, known = self._begun[name]
            if before != at and known != schema:
                self._collision(f"the types at {self._place(before)} and here", name, at)
            return False
        self._begun[name] = (at, schema)
        return True

    def _fields(self, owner: TypeName, schema: Schema, at: str) -> Iterator[FieldSpec]:
        if is_object(schema.get("additionalProperties")):
            place = at + pointer("additionalProperties")
            unsupported(place, "the types cannot keep a schema of further properties", self.notes)
        for name in sorted(set(schema.get("required", ())) - schema.get("properties", {}).keys()):
            message = f"the types cannot require {name!r}, which is no named property"
            unsupported(at + "/required", message, self.notes)
        taken: dict[str, str] = {}
        for wire_name, member in schema.get("properties", {}).items():
            place = at + pointer("properties", wire_name)
            name = self._field_name(wire_name, place)
            if name in taken:
                both = f"{owner}: the properties {taken[name]!r} and {wire_name!r}"
                self._collision(both, name, place)
            taken.setdefault(name, wire_name)
            tree = self._hoist(member, place, (wire_name,))
            yield FieldSpec(
                wire_name,
                name,
                wire_name in schema.get("required", ()),
                type_expr(tree),
                words(member),
                facts(member),
            )

    def _hoist(self, schema: Schema, at: str, parts: tuple[str, ...]) -> Schema:
        """`schema` with a reference to its class in place of every object with properties."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise TooLargeError
        if "$ref" in schema:
            return self._follow(schema["$ref"])
        if _is_class(schema):
            name = self._type_name(parts, at)
            self.add(name, schema, at)
            return reference(name)
        out = dict(schema)
        if "required" in out and out.get("type") == "object":
            unsupported(at + "/required", "the types cannot require keys of a map", self.notes)
        if "items" in out:
            out["items"] = self._hoist(out["items"], at + "/items", (*parts, "Item"))
        if is_object(out.get("additionalProperties")):
            place = at + pointer("additionalProperties")
            out["additionalProperties"] = self._hoist(
                out["additionalProperties"], place, (*parts, "Value")
            )
        if "anyOf" in out:
            out["anyOf"] = [
                self._hoist(member, at + pointer("anyOf", index), parts)
                for index, member in enumerate(out["anyOf"])
            ]
        return out

    def _follow(self, target: Any) -> Schema:
        """The schema behind a checked `$ref`: its class, or itself where it is no object."""
        name = definition_name(target) or ""
        at = self.definitions_at + pointer("$defs", name)
        if name in self._following:
            unsupported(at, "the types cannot keep a recursive schema of no object", self.notes)
            return {}
        self._following.append(name)
        try:
            return self._hoist(self.definitions[name], at, (name,))
        finally:
            self._following.pop()

    def _field_name(self, wire_name: str, at: str) -> FieldName:
        pinned = self.overrides.name(self.model_id, self._place(at))
        try:
            return checked_field_name(pinned, pinned) if pinned else field_name(wire_name)
        except InvalidNameError as error:
            self._invalid(str(error), at, "name")
            return FieldName("invalid")

    def _type_name(self, parts: tuple[str, ...], at: str) -> TypeName:
        pinned = self.overrides.name(self.model_id, self._place(at))
        try:
            return checked_type_name(pinned, pinned) if pinned else type_name(*parts)
        except InvalidNameError as error:
            self._invalid(str(error), at, "Name")
            return TypeName("Invalid")

    def _invalid(self, message: str, at: str, example: str) -> None:
        self.notes.add("invalid-name", at, message, self._pin(at, example))

    def _collision(self, what: str, name: str, at: str) -> None:
        message = f"{what} both become {name!r}"
        self.notes.add("name-collision", at, message, self._pin(at, name + "2"))

    def _pin(self, at: str, name: str) -> str:
        return pin_name(self.model_id, self._place(at), name)

    def _place(self, at: str) -> str:
        return f"{self.document}#{at}"


def in_order(specs: dict[TypeName, ObjectSpec]) -> tuple[ObjectSpec, ...]:
    """Classes after those that they mention, except where two mention each other."""
    done: dict[str, ObjectSpec] = {}
    open_: set[str] = set()

    def visit(name: str) -> None:
        if name in done or name in open_:
            return
        open_.add(name)
        for member in specs[TypeName(name)].fields:
            for other in referenced(member.type):
                visit(other)
        done[name] = specs[TypeName(name)]

    for name in specs:
        visit(name)
    return tuple(done.values())


def _is_class(schema: Schema) -> bool:
    closed = schema.get("additionalProperties") is False
    return schema.get("type") == "object" and ("properties" in schema or closed)
