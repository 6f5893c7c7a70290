"""Plan a class for every object of a document, in an order that Python accepts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.dialect.references import ROOT, definition_name
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.check_schemas import check_arguments
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.field_docs import facts, words
from runcomfy_codegen.planning.ir import FieldSpec, ObjectSpec
from runcomfy_codegen.planning.member_names import member_names
from runcomfy_codegen.planning.merging import merged
from runcomfy_codegen.planning.names import FieldName, TypeName
from runcomfy_codegen.planning.naming import Naming
from runcomfy_codegen.planning.object_shapes import is_class
from runcomfy_codegen.planning.shapes import NOTHING_LEFT, split
from runcomfy_codegen.planning.type_exprs import CHECK, reference, referenced, type_expr
from runcomfy_codegen.rules.types import ABSENT

MAX_SUBSCHEMAS = 5_000
"""Subschemas of one document, references followed; the largest real schema has two hundred."""


class TooLargeError(Exception):
    """A document whose references multiply beyond `MAX_SUBSCHEMAS`."""


@dataclass(kw_only=True)
class ClassPlanner:
    """Plans the classes of one document: `plan` finds them, `specs` has them."""

    definitions: Definitions
    """The document, normalised."""
    root: TypeName
    """The class of the document as a whole."""
    pointer: str
    """The pointer of the schema in its file."""
    is_input: bool
    """Whether checks are kept; an output is accepted as it comes."""
    naming: Naming
    specs: dict[TypeName, ObjectSpec] = field(default_factory=dict[TypeName, ObjectSpec])
    _begun: dict[TypeName, tuple[str, Schema]] = field(
        default_factory=dict[TypeName, tuple[str, Schema]]
    )
    """Class: the pointer and shape that it was planned for."""
    _following: list[str] = field(default_factory=list[str])
    """References that are being followed, without a class between them."""
    _circles: set[str] = field(default_factory=set[str])
    """Those of them that came back to themselves."""
    _merging: list[str] = field(default_factory=list[str])
    """Schemas with `allOf` that are being planned, as JSON."""
    _count: int = 0
    """Subschemas so far."""

    def plan(self) -> None:
        """Plan a class for the document, and for every object inside it.

        Raises `TooLargeError`.
        """
        schema = self.definitions.target(ROOT)
        shape, check = split(schema, self.definitions)
        if not is_class(shape):  # an enum of objects, or a schema that allows nothing
            shape, check = {"type": "object", "additionalProperties": True}, schema
        self._add(self.root, {**schema, **shape}, check, self.pointer)

    def _add(self, name: TypeName, shape: Schema, check: Any, pointer: str) -> None:
        """Plan the class of the object `shape` at `pointer`, and of all objects inside it."""
        if not self._is_new(name, {**shape, CHECK: check}, pointer):
            return
        outer, self._following = self._following, []
        fields = tuple(self._fields(name, shape, pointer))
        self._following = outer
        self.specs[name] = ObjectSpec(
            name=name,
            fields=fields,
            words=words(shape),
            open=self.is_input and shape["additionalProperties"] is True,
            check=self._check(check),
            source=self.naming.place(pointer),
        )

    def _is_new(self, name: TypeName, schema: Schema, pointer: str) -> bool:
        """Whether `name` is new. An equal object may have it already; any other collides."""
        if name in self._begun:
            first, known = self._begun[name]
            if first != pointer and known != schema:
                what = f"the types at {self.naming.place(first)} and here"
                self.naming.type_collision(what, name, pointer)
            return False
        self._begun[name] = (pointer, schema)
        return True

    def _fields(self, owner: TypeName, shape: Schema, pointer: str) -> Iterator[FieldSpec]:
        taken: dict[FieldName, str] = {}
        for wire_name, member in shape.get("properties", {}).items():
            field_pointer = pointer + join_pointer("properties", wire_name)
            name = self.naming.field(wire_name, field_pointer)
            if name in taken:
                both = f"{owner}: the properties {taken[name]!r} and {wire_name!r}"
                self.naming.field_collision(both, name, field_pointer)
            taken.setdefault(name, wire_name)
            described = self._described(member)
            yield FieldSpec(
                wire_name=wire_name,
                name=name,
                required=wire_name in shape.get("required", ()),
                type=type_expr(self._tree(member, field_pointer, (wire_name,))),
                words=words(described),
                facts=facts(described),
                default=described.get("default", ABSENT),
            )

    def _described(self, schema: Any) -> Schema:
        """Return the schema that the docs of `schema` are made of.

        That is what it refers to as well, unless that is a class, which has docs of its own.
        """
        if not is_object(schema):
            return {}
        whole = merged(schema, self.definitions)[0]
        return schema if "$ref" in schema and whole.get("type") == "object" else whole

    def _check(self, schema: Any) -> tuple[Any, ...]:
        needed = self.is_input and schema != NOTHING_LEFT
        return check_arguments(schema, self.definitions) if needed else ()

    def _tree(self, schema: Any, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return the shape of `schema` with a reference for every object that has a class.

        `parts` are what a class at `pointer` is named after.
        """
        self._count += 1
        if self._count > MAX_SUBSCHEMAS:
            raise TooLargeError
        key = json.dumps(schema) if is_object(schema) and "allOf" in schema else ""
        if key and key in self._merging:
            return self._with_check({}, schema)
        self._merging.append(key)
        try:
            shape, check = split(schema, self.definitions)
            if is_class(shape):
                name = self.naming.type(parts, pointer)
                self._add(name, {**self._described(schema), **shape}, check, pointer)
                return reference(name)
            return self._with_check(self._inner(shape, pointer, parts), check)
        finally:
            self._merging.pop()

    def _inner(self, shape: Schema, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return `shape` with the trees of the schemas inside it."""
        if "$ref" in shape:
            return self._follow(shape["$ref"])
        out = dict(shape)
        for keyword, suffix in (("items", "Item"), ("additionalProperties", "Value")):
            if keyword in out and not isinstance(out[keyword], bool):
                inner_pointer = pointer + join_pointer(keyword)
                out[keyword] = self._tree(out[keyword], inner_pointer, (*parts, suffix))
        if out.get("items") is False:
            out["items"] = self._with_check({}, False)
        if "anyOf" in out:
            names = member_names(out["anyOf"])
            out["anyOf"] = [
                self._tree(member, pointer + join_pointer("anyOf", index), (*parts, name))
                for index, (member, name) in enumerate(zip(out["anyOf"], names, strict=True))
            ]
        return out

    def _with_check(self, tree: Schema, check: Any) -> Schema:
        """Return `tree`, which may have a check already, with one more."""
        arguments = self._check(check)
        return {**tree, CHECK: (*tree.get(CHECK, ()), arguments)} if arguments else tree

    def _follow(self, target: Any) -> Schema:
        """Return the tree behind the `$ref` `target`: a reference to a class, or a shape."""
        if target == ROOT:
            return reference(self.root)
        # A reference that comes back to itself without a class between has no type of finite
        # size: on its second turn it is anything, and the first turn checks it as a whole.
        if target in self._following:
            self._circles.add(target)
            return {}
        self._following.append(target)
        name = definition_name(target) or ""
        definition_pointer = self.pointer + join_pointer("$defs", name)
        tree = self._tree(self.definitions.target(target), definition_pointer, (name,))
        self._following.pop()
        if target not in self._circles:
            return tree
        self._circles.discard(target)
        return self._with_check(tree, {"$ref": target})


def in_order(specs: Mapping[TypeName, ObjectSpec]) -> tuple[ObjectSpec, ...]:
    """Return classes after those that they mention, except where two mention each other."""
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
