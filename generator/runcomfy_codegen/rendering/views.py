"""What the template of a module shows: specs turned into source text, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from runcomfy_codegen.planning.ir import FieldSpec, ModelSpec, ObjectSpec
from runcomfy_codegen.planning.type_exprs import referenced
from runcomfy_codegen.rendering.annotations import Annotations, call
from runcomfy_codegen.rendering.dict_views import DictView, dict_view
from runcomfy_codegen.rendering.docstrings import leading_docstring, paragraph
from runcomfy_codegen.rendering.field_views import (
    IN_CLASS,
    FieldView,
    InputView,
    input_view,
    output_view,
)
from runcomfy_codegen.rendering.imports import import_groups
from runcomfy_codegen.rendering.layout import assignment, class_header
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.module_docs import FURTHER, module_lines, run_lines

IN_METHOD = " " * 8

ViewT = TypeVar("ViewT", bound=FieldView)


@dataclass(frozen=True)
class ClassView(Generic[ViewT]):
    """One class."""

    name: str
    header: str
    docstring: str
    open: bool
    fields: tuple[ViewT, ...]


@dataclass(frozen=True)
class ModuleView:
    """Everything that the template of a module shows."""

    model_id: str
    docstring: str
    imports: list[list[str]]
    exports: tuple[str, ...]
    constant: str
    """`MODEL_ID = …`."""
    inputs: tuple[ClassView[InputView], ...]
    dicts: tuple[DictView, ...]
    """The plain forms of inputs that have one."""
    outputs: tuple[ClassView[FieldView], ...]
    parameters: tuple[str, ...]
    """What `submit` and `run` take behind `self`: keywords, required ones first."""
    run_docstring: str


def module_view(model: ModelSpec, annotations: Annotations) -> ModuleView:
    """The view of one model's module."""
    inputs = tuple(_classes(model.inputs, annotations, input_view, _input_bases))
    outputs = tuple(_classes(model.outputs, annotations, output_view, _output_bases))
    nested = inputs if _is_nested(model.input, model) else inputs[:-1]
    dicts = tuple(dict_view(view.name, view.fields) for view in nested)
    classes: tuple[ClassView[FieldView] | ClassView[InputView], ...] = (*inputs, *outputs)
    return ModuleView(
        model.model_id,
        leading_docstring(module_lines(model)),
        import_groups({*_names(classes, dicts), *_names_of_inputs(model)}),
        tuple(sorted(_exports(model, dicts))),
        assignment("MODEL_ID", literal(model.model_id)),
        inputs,
        dicts,
        outputs,
        tuple(_parameters(inputs[-1])),
        leading_docstring(run_lines(model.input, IN_METHOD), IN_METHOD),
    )


def _parameters(inputs: ClassView[InputView]) -> Iterator[str]:
    """Keywords alone; where the schema allows further properties, whatever they are called."""
    if inputs.open:
        yield "/,"
    if inputs.fields:
        yield "*,"
    ordered = sorted(inputs.fields, key=lambda field: not field.required)
    yield from (field.parameter for field in ordered)
    if inputs.open:
        yield f"**{FURTHER}: Any,"


def _classes(
    specs: tuple[ObjectSpec, ...],
    annotations: Annotations,
    view: Callable[[FieldSpec, Annotations, bool], ViewT],
    bases: Callable[[ObjectSpec], str],
) -> Iterator[ClassView[ViewT]]:
    defined: set[str] = set()
    for spec in specs:
        fields = (view(field, annotations, _is_ahead(field, defined)) for field in spec.fields)
        header = class_header(spec.name, bases(spec))
        words = leading_docstring(paragraph(spec.words, IN_CLASS), IN_CLASS)
        yield ClassView(spec.name, header, words, spec.open, tuple(fields))
        defined.add(spec.name)


def _is_ahead(field: FieldSpec, defined: set[str]) -> bool:
    return any(name not in defined for name in referenced(field.type))


def _input_bases(spec: ObjectSpec) -> str:
    return f"InputModel, check={call('fits', spec.check)}" if spec.check else "InputModel"


def _output_bases(_: ObjectSpec) -> str:
    return "OutputModel"


def _is_nested(spec: ObjectSpec, model: ModelSpec) -> bool:
    """Whether some input holds `spec`, which is the `Input`: then it comes as a dict, too."""
    fields = (field for one in model.inputs for field in one.fields)
    return any(spec.name in referenced(field.type) for field in fields)


def _exports(model: ModelSpec, dicts: tuple[DictView, ...]) -> Iterator[str]:
    """`__all__`: every class, the plain forms of nested inputs, and what every module has."""
    yield from ("AsyncClient", "Client", "MODEL_ID")
    yield from (spec.name for spec in (*model.inputs, *model.outputs))
    yield from (view.name for view in dicts)


def _names(
    classes: tuple[ClassView[FieldView] | ClassView[InputView], ...], dicts: tuple[DictView, ...]
) -> Iterator[str]:
    """Every name that the module's source mentions and may have to import, and others."""
    if any(view.open for view in classes):
        yield "ConfigDict"
    if dicts:
        yield "TypedDict"
    if any(view.has_optional for view in dicts):
        yield "NotRequired"
    for view in classes:
        for field in view.fields:
            yield from field.names


def _names_of_inputs(model: ModelSpec) -> Iterator[str]:
    if model.input.open:
        yield "Any"
    if any(spec.check for spec in model.inputs):
        yield "checks"
