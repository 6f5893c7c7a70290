"""Types as source text: as a model's field declares them, and as a client's method takes them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.planning.ir import (
    Bounded,
    ListOf,
    MapOf,
    Media,
    ModelSpec,
    Plain,
    TypeExpr,
    UnionOf,
)
from runcomfy_codegen.planning.names import DICT
from runcomfy_codegen.planning.type_exprs import referenced
from runcomfy_codegen.rendering.anonymous import anonymous
from runcomfy_codegen.rendering.literals import literal, literals
from runcomfy_codegen.rendering.type_names import NAMES

_READ_ONLY = {"list": "Sequence", "dict": "Mapping"}
"""What a parameter is where an item may have several forms, so that a list of any fits."""


Ask = Callable[[Collection[str]], Mapping[str, ast.expr]]
"""Takes bare schemas, `anonymous`; returns the type of each."""


def ask(schemas: Collection[str]) -> Mapping[str, ast.expr]:
    """Ask datamodel-code-generator, which takes long to import."""
    from runcomfy_codegen.rendering.python_types import python_types

    return python_types(schemas)


def types(schemas: Collection[str], ask: Ask = ask) -> dict[str, ast.expr]:
    """The type of each of `schemas`, which are bare; all are asked for in one go."""
    forms = {schema: anonymous(schema) for schema in schemas}
    answers = ask({form.schema for form in forms.values()})
    return {schema: form.named(answers[form.schema]) for schema, form in forms.items()}


@dataclass(frozen=True)
class Annotations:
    """The type texts of a build; made once for all its models."""

    types: Mapping[str, ast.expr]

    @classmethod
    def of(cls, models: Iterable[ModelSpec], ask: Ask = ask) -> Annotations:
        """Ask for every type that `models` need, in one go."""
        exprs = [
            field.type
            for model in models
            for spec in (*model.inputs, *model.outputs)
            for field in spec.fields
        ]
        return cls(types({text for expr in exprs for text in _plain(expr)}, ask))

    def field(self, expr: TypeExpr) -> str:
        """The type of an attribute: `Annotated[int, Field(ge=3)]`, `list[MultiPromptItem]`."""
        match expr:
            case Plain(schema):
                return _source(self.types[schema])
            case Media(_, rules) if rules:
                arguments = ", ".join(f"({literals(rule)})" for rule in rules)
                return f"Annotated[{_media_type(expr)}, MediaRules({arguments})]"
            case Media():
                return _media_type(expr)
            case Bounded(inner):
                return f"Annotated[{self.field(inner)}, {', '.join(_metadata(expr))}]"
            case ListOf(item):
                return f"list[{self.field(item)}]"
            case MapOf(value):
                return f"dict[str, {self.field(value)}]"
            case UnionOf(members):
                return " | ".join(dict.fromkeys(map(self.field, members)))

    def parameter(self, expr: TypeExpr) -> str:
        """What a client's method takes: no bounds, and nested objects as their type or a dict."""
        match expr:
            case Plain(schema):
                return _source(self.types[schema], parameter=True)
            case Media():
                return _media_type(expr)
            case Bounded(inner):
                return self.parameter(inner)
            case ListOf(item):
                return f"{_holder('list', expr)}[{self.parameter(item)}]"
            case MapOf(value):
                return f"{_holder('dict', expr)}[str, {self.parameter(value)}]"
            case UnionOf(members):
                return " | ".join(dict.fromkeys(map(self.parameter, members)))


def _plain(expr: TypeExpr) -> Iterator[str]:
    """The bare schemas that `expr` is made of."""
    match expr:
        case Plain(schema):
            yield schema
        case ListOf(inner) | MapOf(inner) | Bounded(inner):
            yield from _plain(inner)
        case UnionOf(members):
            for member in members:
                yield from _plain(member)
        case Media():
            return


def _metadata(expr: Bounded) -> Iterator[str]:
    if expr.limits:
        arguments = (f"{name}={literal(value)}" for name, value in expr.limits)
        yield f"Field({', '.join(arguments)})"
    for name, values in expr.checks:
        yield call(name, values)


def call(check: str, values: tuple[Any, ...]) -> str:
    """The call of a function of the runtime's `checks`."""
    return f"checks.{check}({literals(values)})"


def _media_type(expr: Media) -> str:
    """`ImageInput`: the name of a type in the runtime's `media.inputs`."""
    return f"{(expr.kind or 'media').capitalize()}Input"


def _holder(name: str, expr: TypeExpr) -> str:
    return _READ_ONLY[name] if any(referenced(expr)) or _has_media(expr) else name


def _has_media(expr: TypeExpr) -> bool:
    match expr:
        case ListOf(inner) | MapOf(inner) | Bounded(inner):
            return _has_media(inner)
        case UnionOf(members):
            return any(map(_has_media, members))
        case _:
            return isinstance(expr, Media)


def _source(tree: ast.expr, parameter: bool = False) -> str:
    """`tree` in black's form, since `ast.unparse` prefers single quotes."""
    match tree:
        case ast.Name(name):
            return f"{name} | {name}{DICT}" if parameter and name not in NAMES else name
        case ast.BinOp(left, _, right):
            return f"{_source(left, parameter)} | {_source(right, parameter)}"
        case ast.Subscript(ast.Name(name), inner):
            if parameter and name in _READ_ONLY and _has_class(inner):
                name = _READ_ONLY[name]
            return f"{name}[{_source(inner, parameter)}]"
        case ast.Tuple(elements):
            return ", ".join(_source(element, parameter) for element in elements)
        case _:
            return literal(ast.literal_eval(tree))


def _has_class(tree: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id not in NAMES for node in ast.walk(tree))
