"""The type schemas of a document: a shape, with a reference in place of each class in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.dialect.references import WHOLE_DOCUMENT, definition_name
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.planning.json_schemas import JsonSchemas
from runcomfy_codegen.planning.names.member_names import member_names
from runcomfy_codegen.planning.names.python_names import TypeName
from runcomfy_codegen.planning.names.used_type_names import UsedTypeNames
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
)

MAX_SUBSCHEMAS = 5_000
"""Subschemas of one document, references followed; the largest real schema has two hundred."""

_TAG = re.compile(r"/anyOf/\d+/properties/[^/]+$")
"""The pointer of a property of a member of a union."""

AddClass = Callable[[TypeName, Schema, Schema, Any, str], None]
"""Plans a class of that name; takes its schema, the shape and check of that, and its pointer."""


class TooLargeError(Exception):
    """A document whose references multiply beyond `MAX_SUBSCHEMAS`."""


@dataclass(kw_only=True)
class TypeSchemas:
    """Finds the type schemas of one document, and the classes that they refer to."""

    definitions: Definitions
    """The document, normalised."""
    class_name: TypeName
    """The class of the document as a whole."""
    pointer: str
    """The pointer of the schema in its file."""
    is_input: bool
    """Whether checks are kept; an output is accepted as it comes."""
    used_names: UsedTypeNames
    json_schemas: JsonSchemas
    add_class: AddClass
    """Is called for each class, which may be planned already."""
    _following: list[str] = field(default_factory=list[str])
    """The `$ref`s that are being followed, since the innermost class."""
    _circles: set[str] = field(default_factory=set[str])
    """Those of `_following` that came back to themselves."""
    _merging: list[str] = field(default_factory=list[str])
    """Schemas with `allOf` that are being planned, as JSON."""
    _count: int = 0
    """Subschemas that were planned so far."""

    def of_properties(self, shape: Schema, pointer: str) -> Schema:
        """Return the type schemas of the properties of a class at `pointer`, by wire name.

        Raises `TooLargeError`.
        """
        outer, self._following = self._following, []
        type_schemas = {
            wire_name: self._type_schema(member, property_pointer(pointer, wire_name), (wire_name,))
            for wire_name, member in shape.get("properties", {}).items()
        }
        self._following = outer
        return type_schemas

    def check(self, schema: Any) -> tuple[Any, ...]:
        """Return the arguments of the check `schema`; none if nothing is checked."""
        needed = self.is_input and schema != NOTHING_LEFT
        return check_arguments(schema, self.definitions) if needed else ()

    def described(self, schema: Any) -> Schema:
        """Return the schema that has the docs of `schema`: it is merged with what it refers to.

        A reference to a class is not followed, since the class has docs of its own.
        """
        if not is_object(schema):
            return {}
        whole = merged(schema, self.definitions)[0]
        return schema if "$ref" in schema and whole.get("type") == "object" else whole

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
                name = self.used_names.naming.type(parts, pointer)
                self.add_class(name, schema, {**self.described(schema), **shape}, check, pointer)
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
        name = self.used_names.naming.type(parts, pointer)
        self.used_names.add(name, {"enum": sorted(map(repr, shape["enum"]))}, pointer)
        return aliased_enum(shape, name, pointer)

    def _annotated(self, type_schema: Schema, schema: Any) -> Schema:
        """Return a type schema with what the docs say about the value besides its type."""
        described, json_schemas = self.described(schema), self.json_schemas
        heading, annotations = json_schemas.heading(described), json_schemas.annotations(described)
        return {**heading, **type_schema, **annotations}

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
        arguments = self.check(check)
        if not arguments:
            return type_schema
        return {**type_schema, CHECK: (*type_schema.get(CHECK, ()), arguments)}

    def _follow(self, target: Any) -> Schema:
        """Return the type schema behind the `$ref` `target`."""
        if target == WHOLE_DOCUMENT:
            return reference(self.class_name)
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


def property_pointer(pointer: str, wire_name: str) -> str:
    """Return the pointer of a property of the object at `pointer`."""
    return pointer + join_pointer("properties", wire_name)
