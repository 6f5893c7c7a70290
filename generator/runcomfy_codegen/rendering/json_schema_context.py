"""The template's context of the JSON Schemas of a module's classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas
from runcomfy_codegen.planning.ir import ModelSpec, ObjectSpec
from runcomfy_codegen.planning.types.type_exprs import references
from runcomfy_codegen.rendering.literals import Expression, literal


@dataclass(frozen=True)
class JsonSchemaContext:
    """The JSON Schema of a class."""

    class_name: str
    source: str
    """A dict, in which a nested class is a `$ref` to itself."""


def json_schemas(model: ModelSpec) -> Iterator[JsonSchemaContext]:
    """Yield the JSON Schema of each class of `model`."""
    nested = {spec.place.pointer: spec for spec in model.inputs[:-1]}

    def input_class(inner: Subschema) -> str:
        """Return the class of the objects that a part of an input describes."""
        spec = nested.get(inner.pointer)
        return spec.name if spec and _is_same(spec.json_schema, inner.schema) else ""

    for spec in model.inputs:
        yield _context(spec, input_class)
    for spec in model.outputs:
        yield _context(spec, _output_class)


def _context(spec: ObjectSpec, class_of: Callable[[Subschema], str]) -> JsonSchemaContext:
    """Return the schema of `spec`, with a reference where `class_of` finds a class."""

    def inside(inner: Subschema) -> Any:
        if not is_object(inner.schema):
            return inner.schema
        if name := class_of(inner):
            return {"$ref": Expression(name)}
        return map_subschemas(inner.schema, inner.pointer, inside)

    schema = map_subschemas(spec.json_schema, spec.place.pointer, inside)
    return JsonSchemaContext(spec.name, literal(schema))


def _output_class(inner: Subschema) -> str:
    """Return the class that a part of an output refers to, if it is a reference."""
    return next(references(inner.schema)) if "$ref" in inner.schema else ""


def _is_same(whole: Schema, part: Any) -> bool:
    """Whether the schema of a class is `part` of another, which has its definitions."""
    return is_object(part) and {key: whole[key] for key in whole if key != "$defs"} == part
