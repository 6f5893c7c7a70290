"""The template's context of a module: specs as pieces of source text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from runcomfy_codegen.planning.ir import FieldSpec, ModelSpec, ObjectSpec, with_input
from runcomfy_codegen.planning.types.type_exprs import referenced
from runcomfy_codegen.rendering.annotations import Annotations, check_call
from runcomfy_codegen.rendering.docstrings import docstring, prose
from runcomfy_codegen.rendering.field_context import (
    IN_CLASS,
    FieldContext,
    InputFieldContext,
    input_field,
    output_field,
)
from runcomfy_codegen.rendering.imports import RULES_IMPORT, import_groups
from runcomfy_codegen.rendering.info_context import factor_sources, info_arguments, info_names
from runcomfy_codegen.rendering.json_schema_context import JsonSchemaContext, json_schemas
from runcomfy_codegen.rendering.module_docs import FURTHER, call_lines, module_lines
from runcomfy_codegen.rendering.rule_context import RuleContext, rule_context
from runcomfy_codegen.rendering.typed_dict_context import (
    TypedDictContext,
    keywords_dict,
    typed_dict,
)

IN_METHOD = " " * 8
IN_CONSTRUCTOR = " " * 12  # it is indented once more by `if TYPE_CHECKING:`

RUN = "Submit a job, wait until it ends and return its result."
SUBMIT = "Submit a job and return its request at once."

FieldT = TypeVar("FieldT", bound=FieldContext)


@dataclass(frozen=True)
class ClassContext(Generic[FieldT]):
    """A class of inputs or outputs."""

    name: str
    bases: str
    """The text in the parentheses of the class header."""
    docstring: str
    open: bool
    fields: tuple[FieldT, ...]
    constructor: tuple[str, ...] = ()
    """Parameters of the constructor; empty for an output, and for an input that takes nothing."""
    constructor_docstring: str = ""


@dataclass(frozen=True)
class AliasContext:
    """An enum with a name."""

    name: str
    source: str
    """`Literal["16:9", "9:16"]`."""


Classes = tuple[ClassContext[FieldContext] | ClassContext[InputFieldContext], ...]


@dataclass(frozen=True)
class ModuleContext:
    """A module."""

    model_id: str
    docstring: str
    imports: list[list[str]]
    """Groups of lines."""
    exports: tuple[str, ...]
    """The names in `__all__`."""
    aliases: tuple[AliasContext, ...]
    """The enums of the inputs."""
    inputs: tuple[ClassContext[InputFieldContext], ...]
    typed_dicts: tuple[TypedDictContext, ...]
    """Nested inputs as plain dicts, and the keywords of `run`."""
    outputs: tuple[ClassContext[FieldContext], ...]
    info: tuple[str, ...]
    """The arguments of `INFO`."""
    rules: tuple[RuleContext, ...]
    price_factors: tuple[str, ...] | None
    """The inputs that the price depends on; None if the module has none to declare."""
    parameters: tuple[str, ...]
    """Those of `run` and its siblings."""
    price_parameters: tuple[str, ...]
    """The same where any of them may be left out."""
    has_keywords: bool
    """Whether there are any beside `self`."""
    run_docstring: str
    """Of the method: the summary and the meaning of each keyword."""
    submit_docstring: str
    json_schemas: tuple[JsonSchemaContext, ...]
    run_summary: str = RUN
    """Of the overload that takes an `Input`."""
    submit_summary: str = SUBMIT


def module_context(model: ModelSpec, annotations: Annotations, package: str) -> ModuleContext:
    """Return the context of a model's module in `package`."""
    annotations = annotations.of_model(model)
    classes = _classes(model.inputs, annotations, input_field, _input_bases)
    inputs = _with_rules(tuple(map(_with_constructor, classes)), model)
    outputs = tuple(_classes(model.outputs, annotations, output_field, _output_bases))
    aliases = tuple(_aliases(model, annotations))
    typed_dicts = _typed_dicts(model, inputs)
    used = {*_used_names(model, inputs, outputs), *_used_by(aliases, typed_dicts)}
    return ModuleContext(
        model_id=model.model_id,
        docstring=docstring(module_lines(model, package)),
        imports=import_groups(used),
        exports=tuple(sorted(_exports(model, aliases, typed_dicts))),
        aliases=aliases,
        inputs=inputs,
        typed_dicts=typed_dicts,
        outputs=outputs,
        info=tuple(info_arguments(model.info)),
        rules=tuple(map(rule_context, model.rules)),
        price_factors=_price_factors(model),
        parameters=tuple(_parameters(inputs[-1], lambda field: field.parameter)),
        price_parameters=tuple(_parameters(inputs[-1], lambda field: field.optional_parameter)),
        has_keywords=bool(inputs[-1].fields or model.input.is_open),
        run_docstring=_call_docstring(RUN, model.input, IN_METHOD),
        submit_docstring=_call_docstring(SUBMIT, model.input, IN_METHOD),
        json_schemas=tuple(json_schemas(model)),
    )


def _typed_dicts(
    model: ModelSpec, inputs: tuple[ClassContext[InputFieldContext], ...]
) -> tuple[TypedDictContext, ...]:
    """Return nested inputs as dicts; the `Input` itself if it is nested, else its keywords."""
    has_wire_names = model.input.keeps_names and _is_nested(model.input, model)
    nested = inputs if has_wire_names else inputs[:-1]
    dicts = tuple(typed_dict(context.name, context.fields) for context in nested)
    return dicts if has_wire_names else (*dicts, keywords_dict(inputs[-1].fields))


def _classes(
    specs: tuple[ObjectSpec, ...],
    annotations: Annotations,
    field_context: Callable[[FieldSpec, Annotations, bool], FieldT],
    bases: Callable[[ObjectSpec], str],
) -> Iterator[ClassContext[FieldT]]:
    defined: set[str] = set()
    for spec in specs:
        yield ClassContext(
            name=spec.name,
            bases=bases(spec),
            docstring=docstring(prose(spec.description, IN_CLASS), IN_CLASS),
            open=spec.is_open,
            fields=tuple(
                field_context(field, annotations, _is_ahead(field, defined))
                for field in spec.fields
            ),
            constructor_docstring=_call_docstring("Build from keywords.", spec, IN_CONSTRUCTOR),
        )
        defined.add(spec.name)


def _call_docstring(summary: str, spec: ObjectSpec, indent: str) -> str:
    return docstring(call_lines(summary, spec, indent), indent)


def _is_ahead(field: FieldSpec, defined: set[str]) -> bool:
    """Whether the type of `field` has a class that is not defined yet."""
    return any(name not in defined for name in referenced(field.type))


def _input_bases(spec: ObjectSpec) -> str:
    return f"InputModel, check={check_call('fits', spec.check)}" if spec.check else "InputModel"


def _with_rules(
    inputs: tuple[ClassContext[InputFieldContext], ...], model: ModelSpec
) -> tuple[ClassContext[InputFieldContext], ...]:
    """Return the classes of an input; the last one gets the rules in words."""
    if not model.rules:
        return inputs
    return with_input(inputs, replace(inputs[-1], bases=f"{inputs[-1].bases}, rules=RULES"))


def _output_bases(_: ObjectSpec) -> str:
    return "OutputModel"


def _is_nested(spec: ObjectSpec, model: ModelSpec) -> bool:
    """Whether some input has a field of type `spec`."""
    fields = (field for owner in model.inputs for field in owner.fields)
    return any(spec.name in referenced(field.type) for field in fields)


def _price_factors(model: ModelSpec) -> tuple[str, ...] | None:
    return None if model.price_factors is None else tuple(factor_sources(model.price_factors))


def _with_constructor(context: ClassContext[InputFieldContext]) -> ClassContext[InputFieldContext]:
    """Return a class with its constructor.

    Jedi does not see the one that pydantic makes; to type checkers it would refuse a plain dict
    for a nested object, and further properties of an open class.
    """
    if not context.fields and not context.open:
        return context
    return replace(
        context, constructor=tuple(_parameters(context, lambda field: field.own_parameter))
    )


def _parameters(
    inputs: ClassContext[InputFieldContext], parameter: Callable[[InputFieldContext], str]
) -> Iterator[str]:
    """Yield the parameters of a method; all but `self` are keywords."""
    yield from ("self", "/")
    if inputs.fields:
        yield "*"
    ordered = sorted(inputs.fields, key=lambda field: not field.required)
    yield from map(parameter, ordered)
    if inputs.open:
        yield f"**{FURTHER}: Any"


def _aliases(model: ModelSpec, annotations: Annotations) -> Iterator[AliasContext]:
    """Yield each enum once; equal ones share a name."""
    by_name = {alias.name: alias for spec in model.inputs for alias in spec.aliases}
    for name, alias in by_name.items():
        yield AliasContext(name, annotations.field(alias.values))


def _exports(
    model: ModelSpec, aliases: tuple[AliasContext, ...], typed_dicts: tuple[TypedDictContext, ...]
) -> Iterator[str]:
    yield from ("AsyncClient", "Client", "INFO", "MODEL_ID")
    yield from (spec.name for spec in (*model.inputs, *model.outputs))
    yield from (alias.name for alias in aliases)
    yield from (typed_dict.name for typed_dict in typed_dicts)


def _used_names(
    model: ModelSpec,
    inputs: tuple[ClassContext[InputFieldContext], ...],
    outputs: tuple[ClassContext[FieldContext], ...],
) -> Iterator[str]:
    """Yield every name that the module may have to import; some need no import."""
    classes: Classes = (*inputs, *outputs)
    yield from info_names(model)
    yield from (name for context in classes for field in context.fields for name in field.names)
    if any(context.open for context in classes):
        yield from ("Any", "ConfigDict")
    if any(context.constructor for context in inputs):
        yield "TYPE_CHECKING"
    if any(spec.check for spec in model.inputs):
        yield "checks"
    if model.rules:
        yield RULES_IMPORT


def _used_by(
    aliases: tuple[AliasContext, ...], typed_dicts: tuple[TypedDictContext, ...]
) -> Iterator[str]:
    if aliases:
        yield "Literal"
    if typed_dicts:
        yield "TypedDict"
    if any(typed_dict.has_optional for typed_dict in typed_dicts):
        yield "NotRequired"
