"""Every object of a schema becomes a class: found, named, and put in an order that Python takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect.references import ROOT, definition_name
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.attributes import attribute_names
from runcomfy_codegen.planning.check_schemas import check_arguments
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.field_docs import facts, words
from runcomfy_codegen.planning.ir import FieldSpec, ObjectSpec
from runcomfy_codegen.planning.member_names import member_names
from runcomfy_codegen.planning.merging import merged
from runcomfy_codegen.planning.names import (
    FieldName,
    InvalidNameError,
    TypeName,
    checked_field_name,
    checked_type_name,
    field_name,
    type_name,
)
from runcomfy_codegen.planning.object_shapes import is_class
from runcomfy_codegen.planning.shapes import NOTHING_LEFT, split
from runcomfy_codegen.planning.spare_names import SpareNames
from runcomfy_codegen.planning.type_exprs import CHECK, reference, referenced, type_expr
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides

MAX_NODES = 5_000
"""Subschemas of one document, references followed: the largest real schema has two hundred."""


class TooLargeError(Exception):
    """A document whose references multiply beyond `MAX_NODES` subschemas."""


@dataclass
class Objects:
    """The classes of one document. `add_root` finds them; `specs` has them, inner ones first."""

    model_id: ModelId
    document: str
    """`input.json` or `output.json`: overrides and messages name places in it."""
    definitions: Definitions
    """The document, normalised."""
    root: TypeName
    """The class of the document as a whole."""
    at: str
    """Where it stands in its file."""
    checked: bool
    """Whether what no type keeps is checked: inputs are, outputs are taken as they come."""
    overrides: Overrides
    spare: SpareNames
    notes: Notes
    specs: dict[TypeName, ObjectSpec] = field(default_factory=dict[TypeName, ObjectSpec])
    _begun: dict[TypeName, tuple[str, Schema]] = field(
        default_factory=dict[TypeName, tuple[str, Schema]]
    )
    _following: list[str] = field(default_factory=list[str])
    _circles: set[str] = field(default_factory=set[str])
    _merging: list[str] = field(default_factory=list[str])
    _nodes: int = 0

    def add_root(self) -> None:
        """Make a class of the document, and of every object inside it."""
        schema = self.definitions.target(ROOT)
        shape, check = split(schema, self.definitions)
        if not is_class(shape):  # an enum of objects, or nothing at all
            shape, check = {"type": "object", "additionalProperties": True}, schema
        self._add(self.root, {**schema, **shape}, check, self.at)

    def _add(self, name: TypeName, shape: Schema, check: Any, at: str) -> None:
        """Make a class of the object `shape` at JSON pointer `at`, and of all inside it."""
        if not self._begin(name, {**shape, CHECK: check}, at):
            return
        outer, self._following = self._following, []
        fields = tuple(self._fields(name, shape, at))
        self._following = outer
        self.specs[name] = ObjectSpec(
            name,
            fields,
            words(shape),
            open=self.checked and shape["additionalProperties"] is True,
            check=self._check(check),
            source=self._place(at),
        )

    @cached_property
    def _attributes(self) -> frozenset[str]:
        """Every attribute name of the document: inside a class, it would hide a type's."""
        return frozenset(attribute_names(self.definitions.document))

    def collision(self, what: str, spec: ObjectSpec) -> None:
        """Note that `spec` of this document has the name of another class of the module."""
        at = spec.source.partition("#")[2]
        self._collision(what, spec.name, at, _type_at(at))

    def _begin(self, name: TypeName, schema: Schema, at: str) -> bool:
        """Whether `name` is new; the same object may be met twice, another one collides."""
        if name in self._begun:
            before, known = self._begun[name]
            if before != at and known != schema:
                what = f"the types at {self._place(before)} and here"
                self._collision(what, name, at, _type_at(at))
            return False
        self._begun[name] = (at, schema)
        return True

    def _fields(self, owner: TypeName, shape: Schema, at: str) -> Iterator[FieldSpec]:
        taken: dict[str, str] = {}
        for wire_name, member in shape.get("properties", {}).items():
            place = at + join_pointer("properties", wire_name)
            name = self._field_name(wire_name, place)
            if name in taken:
                both = f"{owner}: the properties {taken[name]!r} and {wire_name!r}"
                self._collision(both, name, place, place)
            taken.setdefault(name, wire_name)
            told = self._told(member)
            yield FieldSpec(
                wire_name,
                name,
                wire_name in shape.get("required", ()),
                type_expr(self._hoist(member, place, (wire_name,))),
                words(told),
                facts(told),
            )

    def _told(self, schema: Any) -> Schema:
        """What the docs of `schema` are made of: a class behind a `$ref` has its own."""
        if not is_object(schema):
            return {}
        whole = merged(schema, self.definitions)[0]
        return schema if "$ref" in schema and whole.get("type") == "object" else whole

    def _check(self, schema: Any) -> tuple[Any, ...]:
        needed = self.checked and schema != NOTHING_LEFT
        return check_arguments(schema, self.definitions) if needed else ()

    def _hoist(self, schema: Any, at: str, parts: tuple[str, ...]) -> Schema:
        """The shape of `schema`, with a reference in place of every object with a class."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise TooLargeError
        key = json.dumps(schema) if is_object(schema) and "allOf" in schema else ""
        if key and key in self._merging:
            return self._with_check({}, schema)
        self._merging.append(key)
        try:
            shape, check = split(schema, self.definitions)
            if is_class(shape):
                name = self._type_name(parts, at)
                self._add(name, {**self._told(schema), **shape}, check, at)
                return reference(name)
            return self._with_check(self._inner(shape, at, parts), check)
        finally:
            self._merging.pop()

    def _inner(self, shape: Schema, at: str, parts: tuple[str, ...]) -> Schema:
        """`shape` with what is inside of it hoisted."""
        if "$ref" in shape:
            return self._follow(shape["$ref"])
        out = dict(shape)
        for keyword, suffix in (("items", "Item"), ("additionalProperties", "Value")):
            if keyword in out and not isinstance(out[keyword], bool):
                out[keyword] = self._hoist(
                    out[keyword], at + join_pointer(keyword), (*parts, suffix)
                )
        if out.get("items") is False:
            out["items"] = self._with_check({}, False)
        if "anyOf" in out:
            names = member_names(out["anyOf"])
            out["anyOf"] = [
                self._hoist(member, at + join_pointer("anyOf", index), (*parts, name))
                for index, (member, name) in enumerate(zip(out["anyOf"], names, strict=True))
            ]
        return out

    def _with_check(self, tree: Schema, check: Any) -> Schema:
        """`tree`, which may carry a check already, with one more."""
        arguments = self._check(check)
        return {**tree, CHECK: (*tree.get(CHECK, ()), arguments)} if arguments else tree

    def _follow(self, target: Any) -> Schema:
        """The shape behind a `$ref`: its class, or itself where it is no object.

        One that comes back to itself without an object between is anything on its second
        turn, and checked as a whole.
        """
        if target == ROOT:
            return reference(self.root)
        if target in self._following:
            self._circles.add(target)
            return {}
        self._following.append(target)
        name = definition_name(target) or ""
        tree = self._hoist(
            self.definitions.target(target), self.at + join_pointer("$defs", name), (name,)
        )
        self._following.pop()
        if target not in self._circles:
            return tree
        self._circles.discard(target)
        return self._with_check(tree, {"$ref": target})

    def _field_name(self, wire_name: str, at: str) -> FieldName:
        pinned = self.overrides.name(self.model_id, self._place(at))
        try:
            return checked_field_name(pinned, pinned) if pinned else field_name(wire_name)
        except InvalidNameError as error:
            return FieldName(self._offer("name", "invalid-name", at, at, str(error)))

    def _type_name(self, parts: tuple[str, ...], at: str) -> TypeName:
        pinned = self.overrides.name(self.model_id, self._place(_type_at(at)))
        try:
            if pinned:
                return checked_type_name(pinned, pinned)
            name = type_name(*parts)
            return TypeName(name + "_") if name in self._attributes else name
        except InvalidNameError as error:
            return TypeName(self._offer("Name", "invalid-name", at, _type_at(at), str(error)))

    def _collision(self, what: str, name: str, at: str, pin: str) -> None:
        self._offer(name, "name-collision", at, pin, f"{what} both become {name!r}")

    def _offer(self, name: str, code: str, at: str, pin: str, message: str) -> str:
        """Note what is wrong at `at`; the name like `name` that settles it when pinned at `pin`."""
        offered = self.spare.like(name)
        hint = self.overrides.paste(self.model_id, "names", self._place(pin), value=offered)
        self.notes.add(code, at, message, hint)
        return offered

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


def _type_at(at: str) -> str:
    """Where the type of the schema at `at` is pinned: a property's own place is its attribute's."""
    return f"{at}/type" if at.rpartition("/")[0].endswith("/properties") else at
