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
from runcomfy_codegen.json_schema.values import ABSENT, Schema, is_object, json_key
from runcomfy_codegen.planning.field_docs import description, facts
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
    _claimed: dict[TypeName, tuple[str, Schema]] = field(
        default_factory=dict[TypeName, tuple[str, Schema]]
    )
    """Class or enum: the pointer and shape that it was planned for."""
    _following: list[str] = field(default_factory=list[str])
    """The `$ref`s that are being followed, since the innermost class."""
    _circles: set[str] = field(default_factory=set[str])
    """Those of `_following` that came back to themselves."""
    _merging: list[str] = field(default_factory=list[str])
    """Schemas with `allOf` that are being planned, as JSON."""
    _count: int = 0
    """Subschemas that were planned so far."""

    def plan(self) -> None:
        """Plan a class for the document, and for every object inside it.

        Raises `TooLargeError`.
        """
        schema = self.definitions.target(ROOT)
        shape, check = split(schema, self.definitions)
        if not is_class(shape):  # an enum of objects, or a schema that allows nothing
            shape, check = {"type": "object", "additionalProperties": True}, schema
        self._add_class(self.root, schema, {**schema, **shape}, check, self.pointer)

    def _add_class(
        self, name: TypeName, schema: Schema, shape: Schema, check: Any, pointer: str
    ) -> None:
        """Plan the class of the object `schema` at `pointer`, and of all objects inside it.

        `shape` and `check` are what it is split into.
        """
        if not self._is_new(name, {**shape, CHECK: check}, pointer):
            return
        outer, self._following = self._following, []
        type_schemas = {
            wire_name: self._type_schema(
                member, _property_pointer(pointer, wire_name), (wire_name,)
            )
            for wire_name, member in shape.get("properties", {}).items()
        }
        fields = tuple(self._fields(name, shape, pointer, type_schemas))
        self._following = outer
        self.specs[name] = ObjectSpec(
            name=name,
            fields=fields,
            description=description(shape),
            is_open=self.is_input and shape["additionalProperties"] is True,
            check=self._check(check),
            json_schema=self._json_schema(schema, type_schemas),
            place=self.naming.place(pointer),
        )

    @property
    def pointers(self) -> dict[TypeName, str]:
        """The pointer of every type, by its name."""
        return {name: pointer for name, (pointer, _) in self._claimed.items()}

    def _is_new(self, name: TypeName, schema: Schema, pointer: str) -> bool:
        """Whether `name` is new. An equal type may have it already; any other collides."""
        if name in self._claimed:
            first_pointer, first_schema = self._claimed[name]
            if first_pointer != pointer and first_schema != schema:
                what = f"the types at {self.naming.place(first_pointer)} and here"
                self.naming.type_collision(what, name, pointer)
            return False
        self._claimed[name] = (pointer, schema)
        return True

    def _json_schema(self, schema: Schema, type_schemas: Schema) -> Schema:
        """Return the JSON Schema of a class: an input's own, an output's by its types."""
        if self.is_input:
            json_schema: Schema = self._json_schemas.of_schema(schema)
            return json_schema
        return self._json_schemas.of_output(self._described(schema), type_schemas)

    @cached_property
    def _json_schemas(self) -> JsonSchemas:
        return JsonSchemas(self.definitions)

    def _fields(
        self, owner: TypeName, shape: Schema, pointer: str, type_schemas: Schema
    ) -> Iterator[FieldSpec]:
        """Yield the fields of the class `owner`; `type_schemas` has their types, by wire name."""
        wire_names: dict[FieldName, str] = {}
        for wire_name, member in shape.get("properties", {}).items():
            field_pointer = _property_pointer(pointer, wire_name)
            name = self.naming.field(wire_name, field_pointer)
            if name in wire_names:
                both = f"{owner}: the properties {wire_names[name]!r} and {wire_name!r}"
                self.naming.field_collision(both, name, field_pointer)
            wire_names.setdefault(name, wire_name)
            described = self._described(member)
            yield FieldSpec(
                wire_name=wire_name,
                name=name,
                is_required=wire_name in shape.get("required", ()),
                type=type_expr(type_schemas[wire_name]),
                description=description(described),
                facts=facts(described),
                default=described.get("default", ABSENT),
            )

    def _described(self, schema: Any) -> Schema:
        """Return the schema that has the docs of `schema`: it is merged with what it refers to.

        A reference to a class is not followed, since the class has docs of its own.
        """
        if not is_object(schema):
            return {}
        whole = merged(schema, self.definitions)[0]
        return schema if "$ref" in schema and whole.get("type") == "object" else whole

    def _check(self, schema: Any) -> tuple[Any, ...]:
        needed = self.is_input and schema != NOTHING_LEFT
        return check_arguments(schema, self.definitions) if needed else ()

    def _type_schema(self, schema: Any, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return the type schema of `schema`: its shape, with a reference in place of each class.

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
                self._add_class(name, schema, {**self._described(schema), **shape}, check, pointer)
                return reference(name)
            if self._has_name(shape, schema, pointer):
                return self._with_check(self._enum(shape, pointer, parts), check)
            type_schema = self._with_inner_types(shape, pointer, parts)
            if not self.is_input:
                type_schema = self._annotated(type_schema, schema)
            return self._with_check(type_schema, check)
        finally:
            self._merging.pop()

    def _has_name(self, shape: Schema, schema: Any, pointer: str) -> bool:
        """Whether a shape is an enum that gets a name.

        A constant gets none, and neither does a property that tells the members of a union
        apart: the name would be the same in each member.
        """
        if not self.is_input or not is_named_enum(shape):
            return False
        return len(shape["enum"]) > 1 or not ("const" in schema or _TAG.search(pointer))

    def _enum(self, shape: Schema, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return the type schema of an enum, which is named by the rules for classes."""
        name = self.naming.type(parts, pointer)
        self._is_new(name, {"enum": sorted(map(repr, shape["enum"]))}, pointer)
        return aliased_enum(shape, name, pointer)

    def _annotated(self, type_schema: Schema, schema: Any) -> Schema:
        """Return a type schema with what the docs say about the value besides its type."""
        described, json_schemas = self._described(schema), self._json_schemas
        return {**json_schemas.words(described), **type_schema, **json_schemas.facts(described)}

    def _with_inner_types(self, shape: Schema, pointer: str, parts: tuple[str, ...]) -> Schema:
        """Return `shape` with the type schemas of the schemas inside it."""
        if "$ref" in shape:
            return self._follow(shape["$ref"])
        out = dict(shape)
        for keyword, suffix in (("items", "Item"), ("additionalProperties", "Value")):
            if keyword in out and not isinstance(out[keyword], bool):
                inner_pointer = pointer + join_pointer(keyword)
                out[keyword] = self._type_schema(out[keyword], inner_pointer, (*parts, suffix))
        if out.get("items") is False:
            out["items"] = self._with_check({}, False)
        if "anyOf" in out:
            members = self._with_one_enum(out["anyOf"])
            names = member_names(list(members.values()))
            out["anyOf"] = [
                self._type_schema(member, pointer + join_pointer("anyOf", index), (*parts, name))
                for (index, member), name in zip(members.items(), names, strict=True)
            ]
        return out

    def _with_one_enum(self, members: list[Any]) -> dict[int, Any]:
        """Return the members of a union by index, with all enums merged into the first one."""
        by_index = dict(enumerate(members))
        if not self.is_input:
            return by_index
        shapes = {index: split(member, self.definitions) for index, member in by_index.items()}
        enums = [
            index
            for index, (shape, check) in shapes.items()
            if is_named_enum(shape) and check == NOTHING_LEFT
        ]
        if len(enums) < 2:
            return by_index
        values = [value for index in enums for value in shapes[index][0]["enum"]]
        distinct = {json_key(value): value for value in values}
        by_index[enums[0]] = {"enum": list(distinct.values())}
        return {index: member for index, member in by_index.items() if index not in enums[1:]}

    def _with_check(self, type_schema: Schema, check: Any) -> Schema:
        """Return `type_schema`, which may have a check already, with one more."""
        arguments = self._check(check)
        if not arguments:
            return type_schema
        return {**type_schema, CHECK: (*type_schema.get(CHECK, ()), arguments)}

    def _follow(self, target: Any) -> Schema:
        """Return the type schema behind the `$ref` `target`."""
        if target == ROOT:
            return reference(self.root)
        # A reference that comes back to itself without a class in between has no finite type:
        # the second time it is anything, and a check of the first one covers all levels.
        if target in self._following:
            self._circles.add(target)
            return {}
        self._following.append(target)
        name = definition_name(target) or ""
        definition_pointer = self.pointer + join_pointer("$defs", name)
        type_schema = self._type_schema(
            self.definitions.target(target), definition_pointer, (name,)
        )
        self._following.pop()
        if target not in self._circles:
            return type_schema
        self._circles.discard(target)
        return self._with_check(type_schema, {"$ref": target})


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
