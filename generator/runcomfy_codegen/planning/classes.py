"""Plan a class for every object of a document, in an order that Python accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from runcomfy_codegen.dialect.references import WHOLE_DOCUMENT
from runcomfy_codegen.json_schema.values import ABSENT, Schema
from runcomfy_codegen.planning.field_docs import description, facts
from runcomfy_codegen.planning.ir import FieldSpec, ObjectSpec
from runcomfy_codegen.planning.json_schemas import JsonSchemas
from runcomfy_codegen.planning.names.document_names import Naming
from runcomfy_codegen.planning.names.python_names import FieldName, TypeName
from runcomfy_codegen.planning.names.used_type_names import UsedTypeNames
from runcomfy_codegen.planning.type_schemas import TypeSchemas, property_pointer
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.object_shapes import is_class
from runcomfy_codegen.planning.types.shapes import split
from runcomfy_codegen.planning.types.type_exprs import CHECK, referenced, type_expr


@dataclass(kw_only=True)
class ClassPlanner:
    """Plans the classes of one document: `plan` finds them, `specs` has them."""

    definitions: Definitions
    """The document, normalised."""
    class_name: TypeName
    """The class of the document as a whole."""
    pointer: str
    """The pointer of the schema in its file."""
    is_input: bool
    """Whether checks are kept; an output is accepted as it comes."""
    naming: Naming
    specs: dict[TypeName, ObjectSpec] = field(default_factory=dict[TypeName, ObjectSpec])

    def plan(self) -> None:
        """Plan a class for the document, and for every object inside it.

        Raises `TooLargeError`.
        """
        schema = self.definitions.target(WHOLE_DOCUMENT)
        shape, check = split(schema, self.definitions)
        if not is_class(shape):  # an enum of objects, or a schema that allows nothing
            shape, check = {"type": "object", "additionalProperties": True}, schema
        self._add_class(self.class_name, schema, {**schema, **shape}, check, self.pointer)

    def _add_class(
        self, name: TypeName, schema: Schema, shape: Schema, check: Any, pointer: str
    ) -> None:
        """Plan the class of the object `schema` at `pointer`, and of all objects inside it.

        `shape` and `check` are what it is split into.
        """
        if not self._used_names.add(name, {**shape, CHECK: check}, pointer):
            return
        type_schemas = self._types.of_properties(shape, pointer)
        self.specs[name] = ObjectSpec(
            name=name,
            fields=tuple(self._fields(name, shape, pointer, type_schemas)),
            description=description(shape),
            is_open=self.is_input and shape["additionalProperties"] is True,
            check=self._types.check(check),
            json_schema=self._json_schema(schema, type_schemas),
            place=self.naming.place(pointer),
        )

    @property
    def pointers(self) -> dict[TypeName, str]:
        """The pointer of every type, by its name."""
        return self._used_names.pointers

    def _json_schema(self, schema: Schema, type_schemas: Schema) -> Schema:
        """Return the JSON Schema of a class: an input's own, an output's by its types."""
        if self.is_input:
            json_schema: Schema = self._json_schemas.of_schema(schema)
            return json_schema
        return self._json_schemas.of_output(self._types.described(schema), type_schemas)

    @cached_property
    def _json_schemas(self) -> JsonSchemas:
        return JsonSchemas(self.definitions)

    @cached_property
    def _used_names(self) -> UsedTypeNames:
        return UsedTypeNames(self.naming)

    @cached_property
    def _types(self) -> TypeSchemas:
        return TypeSchemas(
            definitions=self.definitions,
            class_name=self.class_name,
            pointer=self.pointer,
            is_input=self.is_input,
            used_names=self._used_names,
            json_schemas=self._json_schemas,
            add_class=self._add_class,
        )

    def _fields(
        self, owner: TypeName, shape: Schema, pointer: str, type_schemas: Schema
    ) -> Iterator[FieldSpec]:
        """Yield the fields of the class `owner`; `type_schemas` has their types, by wire name."""
        wire_names: dict[FieldName, str] = {}
        for wire_name, member in shape.get("properties", {}).items():
            field_pointer = property_pointer(pointer, wire_name)
            name = self.naming.field(wire_name, field_pointer)
            if name in wire_names:
                both = f"{owner}: the properties {wire_names[name]!r} and {wire_name!r}"
                self.naming.field_collision(both, name, field_pointer)
            wire_names.setdefault(name, wire_name)
            described = self._types.described(member)
            yield FieldSpec(
                wire_name=wire_name,
                name=name,
                is_required=wire_name in shape.get("required", ()),
                type=type_expr(type_schemas[wire_name]),
                description=description(described),
                facts=facts(described),
                default=described.get("default", ABSENT),
            )


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
