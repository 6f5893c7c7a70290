"""What the template of a module shows of one field: its attribute, its parameter, its key."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.planning.ir import FieldSpec
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.docstrings import docstring
from runcomfy_codegen.rendering.imports import names_in
from runcomfy_codegen.rendering.layout import attribute, parameter
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.module_docs import field_lines

IN_CLASS = " " * 4


@dataclass(frozen=True)
class FieldView:
    """A field as an attribute: `duration: Annotated[int, Field(ge=3)] | NotGiven = NOT_GIVEN`."""

    attribute: str
    docstring: str
    names: frozenset[str]
    """Every name that its types mention."""


@dataclass(frozen=True)
class InputView(FieldView):
    """A field of an input, which is a parameter and the key of a plain dict as well."""

    parameter: str
    """`duration: int | NotGiven = NOT_GIVEN,`."""
    required: bool
    wire_name: str
    value: str
    """`NotRequired[int]`, the type under the wire name."""


def output_view(field: FieldSpec, annotations: Annotations, is_ahead: bool) -> FieldView:
    """The view of an output's field. Whatever did not come reads as None, required or not.

    Where a type `is_ahead`, a class in it is defined later: then it is quoted.
    """
    annotation = annotations.field(field.type)
    nullable = annotation in ("Any", "None") or annotation.endswith(" | None")
    optional = annotation if nullable else f"{annotation} | None"
    type_ = _aliased(field, optional)
    return FieldView(_attribute(field, type_, "None", is_ahead), _docs(field), names_in(type_))


def input_view(field: FieldSpec, annotations: Annotations, is_ahead: bool) -> InputView:
    """The view of an input's field. Optional means left out: null is a value of its own."""
    annotation, taken = annotations.field(field.type), annotations.parameter(field.type)
    absent = "" if field.required else "NOT_GIVEN"
    union = "" if field.required else " | NotGiven"
    type_ = _aliased(field, annotation + union)
    value = literal(taken) if is_ahead else taken
    return InputView(
        _attribute(field, type_, absent, is_ahead),
        _docs(field),
        names_in(type_) | names_in(taken) | {absent},
        parameter(field.name, taken + union, absent),
        field.required,
        field.wire_name,
        value if field.required else f"NotRequired[{value}]",
    )


def _attribute(field: FieldSpec, type_: str, default: str, is_ahead: bool) -> str:
    return attribute(field.name, literal(type_) if is_ahead else type_, default)


def _docs(field: FieldSpec) -> str:
    return docstring(field_lines(field, IN_CLASS), IN_CLASS)


def _aliased(field: FieldSpec, annotation: str) -> str:
    if field.name == field.wire_name:
        return annotation
    return f"Annotated[{annotation}, Field(alias={literal(field.wire_name)})]"
