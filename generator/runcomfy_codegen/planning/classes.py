"""Plan a class for every object of a document, in an order that Python accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from runcomfy_codegen.dialect.references import ROOT, definition_name
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.planning.field_docs import facts, words
from runcomfy_codegen.planning.ir import FieldSpec, ObjectSpec
from runcomfy_codegen.planning.json_schemas import JsonSchemas
from runcomfy_codegen.planning.names.document_names import Naming
from runcomfy_codegen.planning.names.member_names import member_names
from runcomfy_codegen.planning.names.python_names import FieldName, TypeName
from runcomfy_codegen.planning.types.check_schemas import check_arguments
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import merged
from runcomfy_codegen.planning.types.object_shapes import is_class
from runcomfy_codegen.planning.types.shapes import NOTHING_LEFT, split
from runcomfy_codegen.planning.types.type_exprs import (
    CHECK,
    aliased_enum,
    is_named_enum,
    reference,
    referenced,
    type_expr,
)
from runcomfy_codegen.rules.types import ABSENT

MAX_SUBSCHEMAS = 5_000
"""Subschemas of one document, references followed; the largest real schema has two hundred."""


_TAG = re.compile(r"/anyOf/\d+/properties/[^/]+$")
"""The pointer of a property of a member of a union."""


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
    """Class or enum: the pointer and shape that it was planned for."""
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
        self._add(self.root, schema, {**schema, **shape}, check, self.pointer)

    def _add(self, name: TypeName, schema: Schema, shape: Schema, check: Any, pointer: str) -> None:
        """Plan the class of the object `schema` at `pointer`, and of all objects inside it.

        `shape` and `check` are what it is split into.
        """
        if not self._is_new(name, {**shape, CHECK: check}, pointer):
            return
        outer, self._following = self._following, []
        trees = {
            wire_name: self._tree(member, _property_pointer(pointer, wire_name), (wire_name,))
            for wire_name, member in shape.get("properties", {}).items()
        }
        fields = tuple(self._fields(name, shape, pointer, trees))
        self._following = outer
        self.specs[name] = ObjectSpec(
            name=name,
            fields=fields,
            words=words(shape),
            open=self.is_input and shape["additionalProperties"] is True,
            check=self._check(check),
            json_schema=self._json_schema(schema, trees),
            source=self.naming.place(pointer),
        )

    @property
    def places(self) -> dict[TypeName, str]:
        """The pointer of every type, by its name."""
        return {name: pointer for name, (pointer, _) in self._begun.items()}

    def _is_new(self, name: TypeName, schema: Schema, pointer: str) -> bool:
        """Whether `name` is new. An equal type may have it already; any other collides."""
        if name in self._begun:
            first, known = self._begun[name]
            if first != pointer and known != schema:
                what = f"the types at {self.naming.place(first)} and here"
                self.naming.type_collision(what, name, pointer)
            return False
        self._begun[name] = (pointer, schema)
        return True

    def _json_schema(self, schema: Schema, trees: Schema) -> Schema:
        """Return the JSON Schema of a class: an input's own, an output's by its types."""
        if self.is_input:
            shown: Schema = self._json_schemas.of_schema(schema)
            return shown
        return self._json_schemas.of_output(self._described(schema), trees)

    @cached_property
    def _json_schemas(self) -> JsonSchemas:
        return JsonSchemas(self.definitions)

    def _fields(
        self, owner: TypeName, shape: Schema, pointer: str, trees: Schema
    ) -> Iterator[FieldSpec]:
        """Yield the fields of the class `owner`; `trees` has the type of each, by wire name."""
        taken: dict[FieldName, str] = {}
        for wire_name, member in shape.get("properties", {}).items():
            field_pointer = _property_pointer(pointer, wire_name)
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
                type=type_expr(trees[wire_name]),
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
                self._add(name, schema, {**self._described(schema), **shape}, check, pointer)
                return reference(name)
            if self._has_name(shape, schema, pointer):
                return self._with_check(self._enum(shape, pointer, parts), check)
            tree = self._inner(shape, pointer, parts)
            return self._with_check(tree if self.is_input else self._annotated(tree, schema), check)
        finally:
            self._merging.pop()

    def _has_name(self, shape: Schema, schema: Any, pointer: str) -> bool:
        """Whether a shape is an enum with a name: not a constant, nor the tag of members of a
        union apart, whose names would all be the same."""
        if not self.is_input or not is_named_enum(shape):
            return False
        return len(shape["enum"]) > 1 or not ("const" in schema or _TAG.search(pointer))

    def _enum(self, shape: Schema, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return the tree of an enum, which gets a name by the rules for classes."""
        name = self.naming.type(parts, pointer)
        self._is_new(name, {"enum": sorted(map(repr, shape["enum"]))}, pointer)
        return aliased_enum(shape, name, pointer)

    def _annotated(self, tree: Schema, schema: Any) -> Schema:
        """Return a tree with what the docs say beside the type."""
        described, shown = self._described(schema), self._json_schemas
        return {**shown.words(described), **tree, **shown.facts(described)}

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
            members = self._with_one_enum(out["anyOf"])
            names = member_names(list(members.values()))
            out["anyOf"] = [
                self._tree(member, pointer + join_pointer("anyOf", index), (*parts, name))
                for (index, member), name in zip(members.items(), names, strict=True)
            ]
        return out

    def _with_one_enum(self, members: list[Any]) -> dict[int, Any]:
        """Return the members of a union by their index, with all enums as the first of them."""
        known = dict(enumerate(members))
        if not self.is_input:
            return known
        shapes = {index: split(member, self.definitions) for index, member in known.items()}
        enums = [
            index
            for index, (shape, check) in shapes.items()
            if is_named_enum(shape) and check == NOTHING_LEFT
        ]
        if len(enums) < 2:
            return known
        values = [value for index in enums for value in shapes[index][0]["enum"]]
        distinct = {json_key(value): value for value in values}
        known[enums[0]] = {"enum": list(distinct.values())}
        return {index: member for index, member in known.items() if index not in enums[1:]}

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


def _property_pointer(pointer: str, wire_name: str) -> str:
    return pointer + join_pointer("properties", wire_name)


def in_order(specs: Mapping[TypeName, ObjectSpec]) -> tuple[ObjectSpec, ...]:
    """Return classes after those that they mention, except where two mention each other."""
    done: dict[str, ObjectSpec] = {}
    open_: set[str] = set()

    def visit(name: str) -> None:
        if name in done or name in open_ or name not in specs:  # an enum took the name: an error
            return
        open_.add(name)
        for member in specs[TypeName(name)].fields:
            for other in referenced(member.type):
                visit(other)
        done[name] = specs[TypeName(name)]

    for name in specs:
        visit(name)
    return tuple(done.values())
