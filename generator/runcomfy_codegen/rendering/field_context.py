"""The template's context of a field: its attribute, its parameter, its key."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.planning.ir import FieldSpec
from runcomfy_codegen.planning.types.type_exprs import referenced
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.declarations import attribute, parameter
from runcomfy_codegen.rendering.docstrings import docstring
from runcomfy_codegen.rendering.imports import names_in
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.module_docs import field_lines

IN_CLASS = " " * 4


@dataclass(frozen=True)
class FieldContext:
    """A field of an output."""

    attribute: str
    """`duration: Annotated[int, Field(ge=3)] | None = None`."""
    docstring: str
    names: frozenset[str]
    """Every name in its types, which may have to be imported."""


@dataclass(frozen=True)
class InputFieldContext(FieldContext):
    """A field of an input, which is a parameter and the key of a plain dict as well."""

    name: str
    """`duration`, the name in Python."""
    parameter: str
    """`duration: int | NotGiven = NOT_GIVEN`."""
    optional_parameter: str
    """The same where any input may be left out."""
    own_parameter: str
    """The same in the constructor, where classes that may be defined later are quoted."""
    required: bool
    wire_name: str
    key_type: str
    """`NotRequired[int]`, the type of the key `wire_name`."""


def output_field(field: FieldSpec, annotations: Annotations, is_ahead: bool) -> FieldContext:
    """Return the context of an output's field; `is_ahead` if it uses a class defined later."""
    annotation = annotations.field(field.type)
    nullable = annotation in ("Any", "None") or annotation.endswith(" | None")
    # A service may leave out what the docs require: then the attribute is None.
    type_ = _aliased(field, annotation if nullable else f"{annotation} | None")
    return FieldContext(
        attribute=_attribute(field, type_, "None", is_ahead),
        docstring=_docstring(field),
        names=names_in(type_),
    )


def input_field(field: FieldSpec, annotations: Annotations, is_ahead: bool) -> InputFieldContext:
    """Return the context of an input's field; `is_ahead` if it uses a class defined later."""
    # An optional input may be left out; that is different from null, which is a value.
    union, default = ("", "") if field.is_required else (" | NotGiven", "NOT_GIVEN")
    type_ = _aliased(field, annotations.field(field.type) + union)
    plain = annotations.parameter(field.type)
    mentioned = plain + union
    quoted = literal(mentioned) if any(referenced(field.type)) else mentioned
    key_type = literal(plain) if is_ahead else plain
    return InputFieldContext(
        attribute=_attribute(field, type_, default, is_ahead),
        docstring=_docstring(field),
        names=names_in(type_) | names_in(plain) | {default},
        name=field.name,
        parameter=parameter(field.name, mentioned, default),
        optional_parameter=parameter(field.name, f"{plain} | NotGiven", "NOT_GIVEN"),
        own_parameter=parameter(field.name, quoted, default, levels=3),
        required=field.is_required,
        wire_name=field.wire_name,
        key_type=key_type if field.is_required else f"NotRequired[{key_type}]",
    )


def _attribute(field: FieldSpec, type_: str, default: str, is_ahead: bool) -> str:
    return attribute(field.name, literal(type_) if is_ahead else type_, default)


def _docstring(field: FieldSpec) -> str:
    return docstring(field_lines(field, IN_CLASS), IN_CLASS)


def _aliased(field: FieldSpec, annotation: str) -> str:
    if field.name == field.wire_name:
        return annotation
    return f"Annotated[{annotation}, Field(alias={literal(field.wire_name)})]"
