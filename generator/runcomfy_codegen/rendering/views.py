"""What the template of a module shows: specs turned into source text, piece by piece."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runcomfy_codegen.planning.ir import FieldSpec, ModelSpec, ObjectSpec
from runcomfy_codegen.planning.names import DICT, is_plain
from runcomfy_codegen.planning.reserved import FIELDS
from runcomfy_codegen.planning.type_exprs import referenced
from runcomfy_codegen.rendering.annotations import Annotations, call
from runcomfy_codegen.rendering.docstrings import docstring, paragraph
from runcomfy_codegen.rendering.imports import import_groups
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.module_docs import FURTHER, field_lines, module_lines, run_lines

Attribute = Callable[[FieldSpec, str], tuple[str, str]]
"""From a field and its annotation to the attribute's type and default."""

IN_CLASS = " " * 4
IN_METHOD = " " * 8


@dataclass(frozen=True)
class FieldView:
    """One field: as an attribute, as a parameter and as the key of a plain dict."""

    attribute: str
    """`duration: Annotated[int, Field(ge=3)] | NotGiven = NOT_GIVEN`."""
    docstring: str
    parameter: str
    """`duration: int | NotGiven = NOT_GIVEN`."""
    wire_name: str
    value: str
    """`NotRequired[int]`, the type under the wire name."""
    required: bool


@dataclass(frozen=True)
class ClassView:
    """One class, with what its plain form needs where it is a nested input."""

    name: str
    docstring: str
    open: bool
    bases: str
    """What stands in the brackets behind its name, but for an output."""
    fields: tuple[FieldView, ...]
    dict_name: str
    dict_as_class: bool
    """Whether every wire name can be written as the attribute of a `TypedDict` class, unchanged."""


@dataclass(frozen=True)
class ModuleView:
    """Everything that the template of a module shows."""

    model_id: str
    docstring: str
    imports: list[list[str]]
    exports: tuple[str, ...]
    inputs: tuple[ClassView, ...]
    dicts: tuple[ClassView, ...]
    """The inputs that have a plain form, too."""
    outputs: tuple[ClassView, ...]
    parameters: tuple[str, ...]
    """What `submit` and `run` take behind `self`: keywords, required ones first."""
    run_docstring: str


def module_view(model: ModelSpec, annotations: Annotations) -> ModuleView:
    """The view of one model's module."""
    inputs = _classes(model.inputs, annotations, _input_attribute)
    outputs = _classes(model.outputs, annotations, _output_attribute)
    dicts = inputs if _is_nested(model.input, model) else inputs[:-1]
    return ModuleView(
        model.model_id,
        docstring(module_lines(model)),
        import_groups(set(_names(inputs, dicts, outputs))),
        tuple(sorted(_exports((*inputs, *outputs), dicts))),
        inputs,
        dicts,
        outputs,
        tuple(_parameters(inputs[-1])),
        docstring(run_lines(model.input, IN_METHOD), IN_METHOD),
    )


def _parameters(inputs: ClassView) -> Iterator[str]:
    """Keywords alone; where the schema allows further properties, whatever they are called."""
    if inputs.open:
        yield "/"
    if inputs.fields:
        yield "*"
    ordered = sorted(inputs.fields, key=lambda field: not field.required)
    yield from (field.parameter for field in ordered)
    if inputs.open:
        yield f"**{FURTHER}: Any"


def _classes(
    specs: tuple[ObjectSpec, ...], annotations: Annotations, attribute: Attribute
) -> tuple[ClassView, ...]:
    defined: set[str] = set()
    views: list[ClassView] = []
    for spec in specs:
        fields = (_field(field, annotations, attribute, defined) for field in spec.fields)
        wire_names = [field.wire_name for field in spec.fields]
        views.append(
            ClassView(
                spec.name,
                docstring(paragraph(spec.words, IN_CLASS), IN_CLASS),
                spec.open,
                _bases(spec),
                tuple(fields),
                spec.name + DICT,
                all(is_plain(name) and name not in FIELDS for name in wire_names),
            )
        )
        defined.add(spec.name)
    return tuple(views)


def _bases(spec: ObjectSpec) -> str:
    if not spec.check:
        return "InputModel"
    return f"InputModel, check={call('fits', spec.check)}"


def _field(
    field: FieldSpec, annotations: Annotations, attribute: Attribute, defined: set[str]
) -> FieldView:
    ahead = any(name not in defined for name in referenced(field.type))
    type_, default = attribute(field, annotations.field(field.type))
    parameter = annotations.parameter(field.type)
    value = literal(parameter) if ahead else parameter
    return FieldView(
        f"{field.name}: {literal(type_) if ahead else type_}{default}",
        docstring(field_lines(field, IN_CLASS), IN_CLASS),
        f"{field.name}: {parameter}{'' if field.required else ' | NotGiven = NOT_GIVEN'}",
        field.wire_name,
        value if field.required else f"NotRequired[{value}]",
        field.required,
    )


def _input_attribute(field: FieldSpec, annotation: str) -> tuple[str, str]:
    """Optional means left out: null is no value unless the schema has it."""
    if field.required:
        return _aliased(field, annotation), ""
    return _aliased(field, f"{annotation} | NotGiven"), " = NOT_GIVEN"


def _output_attribute(field: FieldSpec, annotation: str) -> tuple[str, str]:
    """Whatever did not come reads as None, required or not."""
    optional = annotation if annotation in ("Any", "None") else f"{annotation} | None"
    return _aliased(field, optional), " = None"


def _aliased(field: FieldSpec, annotation: str) -> str:
    if field.name == field.wire_name:
        return annotation
    return f"Annotated[{annotation}, Field(alias={literal(field.wire_name)})]"


def _is_nested(spec: ObjectSpec, model: ModelSpec) -> bool:
    """Whether some input holds `spec`, which is the `Input`: then it comes as a dict, too."""
    fields = (field for one in model.inputs for field in one.fields)
    return any(spec.name in referenced(field.type) for field in fields)


def _exports(classes: tuple[ClassView, ...], dicts: tuple[ClassView, ...]) -> Iterator[str]:
    """`__all__`: every class, the plain forms of nested inputs, and what every module has."""
    yield from ("AsyncClient", "Client", "MODEL_ID")
    yield from (view.name for view in classes)
    yield from (view.dict_name for view in dicts)


def _names(
    inputs: tuple[ClassView, ...], dicts: tuple[ClassView, ...], outputs: tuple[ClassView, ...]
) -> Iterator[str]:
    """Every name that the views' source mentions."""
    if any(view.open for view in (*inputs, *outputs)):
        yield "ConfigDict"
    if inputs[-1].open:
        yield "Any"
    if dicts:
        yield "TypedDict"
    if any("check=" in view.bases for view in inputs):
        yield "checks"
    for view in (*inputs, *outputs):
        for field in view.fields:
            yield from _names_in(field.attribute)
    for view in inputs:
        for field in view.fields:
            yield from _names_in(field.parameter)
            if view in dicts and not field.required:
                yield "NotRequired"


def _names_in(declaration: str) -> Iterator[str]:
    """The names in `x: T = d`, also where `T` is quoted since its class comes later."""
    statement = ast.parse(declaration).body[0]
    annotation = statement.annotation if isinstance(statement, ast.AnnAssign) else statement
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        yield from _names_in(f"x: {annotation.value}")
    for node in ast.walk(statement):
        if isinstance(node, ast.Name):
            yield node.id
