"""Types as source text: of a model's fields, and of a client's parameters."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from runcomfy_codegen.planning.ir import (
    Alias,
    BareType,
    Bounded,
    ListOf,
    MapOf,
    Media,
    ModelSpec,
    TypeExpr,
    UnionOf,
    parts,
)
from runcomfy_codegen.planning.names.python_names import DICT
from runcomfy_codegen.planning.types.type_exprs import referenced
from runcomfy_codegen.rendering.literals import literal, literals
from runcomfy_codegen.rendering.masking import python_types_of
from runcomfy_codegen.rendering.python_types import BUILTIN_TYPE_NAMES, PythonTypes, python_types

_READ_ONLY = {"list": "Sequence", "dict": "Mapping"}
"""The type of a parameter whose items may have several forms.

`list[A]` is not a `list[A | B]` to a type checker; it is a `Sequence[A | B]`.
"""


@dataclass(frozen=True)
class Annotations:
    """The source of types; made once for all models of a build."""

    types: Mapping[str, ast.expr]
    """The type of each bare schema in the models."""
    open: Collection[str] = ()
    """The classes of inputs that accept further properties, in the model that is rendered."""
    untyped: Collection[str] = ()
    """Its classes without a `TypedDict` of their wire names.

    `InputDict` has the keywords of `run` instead, which a dict inside an input does not take."""

    @classmethod
    def of(
        cls, models: Iterable[ModelSpec], python_types: PythonTypes = python_types
    ) -> Annotations:
        """Return the types that `models` need, from one call of `python_types`."""
        schemas = {
            schema
            for model in models
            for spec in (*model.inputs, *model.outputs)
            for field in spec.fields
            for schema in bare_schemas(field.type)
        }
        return cls(python_types_of(schemas, python_types))

    def of_model(self, model: ModelSpec) -> Annotations:
        """Return the same types, with what only the classes of `model` need."""
        untyped = () if model.input.keeps_names else (model.input.name,)
        opened = {spec.name for spec in model.inputs if spec.is_open}
        return replace(self, open=opened, untyped=untyped)

    def field(self, expr: TypeExpr) -> str:
        """Return the type of an attribute: `Annotated[int, Field(ge=3)]`, `list[LorasItem]`."""
        match expr:
            case BareType(schema):
                return _source(self.types[schema])
            case Alias():
                return expr.name
            case Media():
                metadata = ", ".join(_media_metadata(expr))
                name = _media_input(expr)
                return f"Annotated[{name}, {metadata}]" if metadata else name
            case Bounded(inner):
                return f"Annotated[{self.field(inner)}, {', '.join(_metadata(expr))}]"
            case ListOf(item):
                return f"list[{self.field(item)}]"
            case MapOf(value):
                return f"dict[str, {self.field(value)}]"
            case UnionOf(members):
                return " | ".join(dict.fromkeys(map(self.field, members)))

    def parameter(self, expr: TypeExpr) -> str:
        """Return the type of a parameter: without bounds, nested objects as a model or a dict."""
        match expr:
            case BareType(schema):
                return _source(self.types[schema], self._forms)
            case Alias():
                return expr.name
            case Media():
                return _media_input(expr)
            case Bounded(inner):
                return self.parameter(inner)
            case ListOf(item):
                return f"{_container('list', expr)}[{self.parameter(item)}]"
            case MapOf(value):
                return f"{_container('dict', expr)}[str, {self.parameter(value)}]"
            case UnionOf(members):
                return " | ".join(dict.fromkeys(map(self.parameter, members)))

    def _forms(self, name: str) -> str:
        """Return the class `name`, and the dicts that are taken in its place.

        An open object may also be a `dict`: to mypy, a `TypedDict` has no further keys.
        """
        if name in self.untyped:
            return f"{name} | dict[str, Any]"
        further = " | dict[str, Any]" if name in self.open else ""
        return f"{name} | {name}{DICT}{further}"


def bare_schemas(expr: TypeExpr) -> Iterator[str]:
    """Yield the bare schemas that `expr` is made of."""
    if isinstance(expr, BareType):
        yield expr.schema
    for part in parts(expr):
        yield from bare_schemas(part)


def _metadata(expr: Bounded) -> Iterator[str]:
    if expr.limits:
        arguments = (f"{name}={literal(value)}" for name, value in expr.limits)
        yield f"Field({', '.join(arguments)})"
    for name, values in expr.checks:
        yield check_call(name, values)


def _media_metadata(expr: Media) -> Iterator[str]:
    if expr.limits:
        arguments = ", ".join(f"({literals(limit)})" for limit in expr.limits)
        yield f"MediaRules({arguments})"
    if expr.samples:
        yield f"MediaSamples({literals(expr.samples)})"
    for rule in expr.accepts:
        yield f"MediaTypes({literals(rule)})"


def check_call(name: str, arguments: tuple[Any, ...]) -> str:
    """Return the call of a function of the client library's `checks`."""
    return f"checks.{name}({literals(arguments)})"


def _media_input(expr: Media) -> str:
    """Return `ImageInput` for an image: the name of a type in `media/types.py`."""
    return f"{(expr.kind or 'media').capitalize()}Input"


def _container(name: str, expr: TypeExpr) -> str:
    """Return `list` or `dict`, or its read-only form if items may have several forms."""
    return _READ_ONLY[name] if any(referenced(expr)) or _has_media(expr) else name


def _has_media(expr: TypeExpr) -> bool:
    return isinstance(expr, Media) or any(map(_has_media, parts(expr)))


def _source(tree: ast.expr, forms: Callable[[str], str] | None = None) -> str:
    """Return the source of a type that datamodel-code-generator gave.

    For a parameter, `forms` returns the types that are accepted for a class.
    """
    # Not `ast.unparse`: constants are schema text, which enters code only through `literal`.
    match tree:
        case ast.Name(name):
            return forms(name) if forms and name not in BUILTIN_TYPE_NAMES else name
        case ast.BinOp(left, _, right):
            return f"{_source(left, forms)} | {_source(right, forms)}"
        case ast.Subscript(ast.Name(name), inner):
            if forms and name in _READ_ONLY and _has_class(inner):
                name = _READ_ONLY[name]
            return f"{name}[{_source(inner, forms)}]"
        case ast.Tuple(elements):
            return ", ".join(_source(element, forms) for element in elements)
        case _:
            return literal(ast.literal_eval(tree))


def _has_class(tree: ast.expr) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id not in BUILTIN_TYPE_NAMES for node in ast.walk(tree)
    )
