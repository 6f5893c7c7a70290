"""The specs of models: all names, types and docs of each, before it is rendered."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from runcomfy_codegen.json_schema.values import ABSENT, Schema
from runcomfy_codegen.planning.names.python_names import FieldName, ModuleName, TypeName
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.rules.types import Member


@dataclass(frozen=True)
class BareType:
    """A type without bounds, as a bare type schema for datamodel-code-generator."""

    schema: str
    """JSON text with sorted keys; a nested type is `{"$ref": "#/$defs/<name>"}` in it."""


@dataclass(frozen=True)
class ListOf:
    """An array with bounds somewhere inside."""

    item: TypeExpr


@dataclass(frozen=True)
class MapOf:
    """An object with any keys, and bounds somewhere inside."""

    value: TypeExpr


@dataclass(frozen=True)
class UnionOf:
    """One of several types, some of which have bounds."""

    members: tuple[TypeExpr, ...]


@dataclass(frozen=True)
class Bounded:
    """A type with limits: `Annotated[inner, Field(ge=3), checks.multiple_of(2)]`."""

    inner: TypeExpr
    limits: tuple[tuple[str, int | float | str], ...]
    """Keywords of pydantic's `Field`."""
    checks: tuple[tuple[str, tuple[Any, ...]], ...]
    """Functions of the client library's `checks`, with their arguments."""


@dataclass(frozen=True)
class Media:
    """The URL of a medium, or a local file: `ImageInput`."""

    kind: str
    """`image`, `video`, `audio`; empty if the docs do not say."""
    limits: tuple[tuple[str, int | float | str, str], ...]
    """The docs' `validations`: what is limited, the limit and the page's message."""
    samples: tuple[str, ...] = ()
    """The page's own values that are not https URLs."""
    accepts: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    """Rules in words about its content type: id, the types, and the quote."""


@dataclass(frozen=True)
class Alias:
    """An enum under its own name: `Ratio`."""

    name: TypeName
    values: BareType
    """Its `Literal`, without null."""
    pointer: str
    """Its place in the input document, which an override of its name needs."""


TypeExpr = BareType | Alias | Media | ListOf | MapOf | UnionOf | Bounded


def parts(expr: TypeExpr) -> Iterator[TypeExpr]:
    """Yield the types that `expr` is made of."""
    match expr:
        case ListOf(inner) | MapOf(inner) | Bounded(inner):
            yield inner
        case UnionOf(members):
            yield from members
        case Alias(_, values, _):
            yield values
        case Media() | BareType():
            return


def aliases(expr: TypeExpr) -> Iterator[Alias]:
    """Yield the enums with a name in `expr`."""
    if isinstance(expr, Alias):
        yield expr
    for part in parts(expr):
        yield from aliases(part)


Class = TypeVar("Class")


def with_input(classes: tuple[Class, ...], new: Class) -> tuple[Class, ...]:
    """Return the classes of an input, whose last one is `Input`, with `new` in its place."""
    return (*classes[:-1], new)


class Fact(NamedTuple):
    """A statement of the docs about a value, as a line of documentation: `range: 3 to 15`."""

    label: str
    """`range`, `default`, `media rule` …"""
    value: str = ""
    """Empty if the label says it all: `deprecated`, `no two items alike`."""

    def __str__(self) -> str:
        """Return the line."""
        return f"{self.label}: {self.value}" if self.value else self.label


@dataclass(frozen=True)
class FieldSpec:
    """One property of an object."""

    wire_name: str
    name: FieldName
    is_required: bool
    type: TypeExpr
    description: str
    """Title and description; may be empty."""
    facts: tuple[Fact, ...]
    """Range, default, media rules."""
    default: Any = ABSENT
    """The default that the page documents."""


@dataclass(frozen=True)
class ObjectSpec:
    """One class: an `Input`, an `Output` or an object inside one."""

    name: TypeName
    fields: tuple[FieldSpec, ...]
    description: str
    is_open: bool
    """Whether an input accepts properties that its schema does not name; an output always does."""
    check: tuple[Any, ...]
    """Arguments of `checks.fits` for what no field keeps; empty if there is none."""
    json_schema: Schema
    """The schema that `model_json_schema` returns."""
    place: Place
    """Its schema: `input.json#/properties/loras/items`."""

    @property
    def keeps_names(self) -> bool:
        """Whether every field is called as its property is on the wire."""
        return all(field.name == field.wire_name for field in self.fields)

    @property
    def aliases(self) -> Iterator[Alias]:
        """The enums with a name in the types of the fields."""
        for field in self.fields:
            yield from aliases(field.type)


@dataclass(frozen=True)
class InfoSpec:
    """Facts about a model that its schemas do not have; None where nothing is known."""

    display_name: str | None = None
    description: str | None = None
    categories: tuple[str, ...] | None = None
    kind: str | None = None
    docs_url: str | None = None
    price: str | None = None
    """US dollars for one `price_unit`, as a decimal number."""
    price_unit: str | None = None
    pricing_note: str | None = None


@dataclass(frozen=True)
class AmountSpec:
    """An input whose number multiplies the price."""

    name: str
    """Wire name."""
    low: int | float | None
    high: int | float | None


@dataclass(frozen=True)
class ChoiceSpec:
    """An input whose value decides what the price is multiplied by."""

    name: str
    """Wire name."""
    factors: tuple[tuple[Any, int | float | None], ...]


FactorSpec = AmountSpec | ChoiceSpec


@dataclass(frozen=True)
class RuleSpec:
    """One rule in words: a condition on several inputs. Its expressions are resolved."""

    id: str
    inputs: Mapping[str, Member]
    """Python name: an input whose value it needs."""
    names: tuple[str, ...]
    """The wire names of all inputs that it is about."""
    condition: ast.expr
    template: str
    """The message, for `str.format`."""
    values: tuple[ast.expr, ...]
    """The expressions in the message."""
    rule: str
    """The condition as it was written."""
    message: str
    quote: str


@dataclass(frozen=True)
class ModelSpec:
    """One model: one generated module."""

    model_id: ModelId
    module: ModuleName
    docs_url: str | None
    """Shown only where it is known: pages are not where model_ids suggest."""
    inputs: tuple[ObjectSpec, ...]
    """Nested types before those that use them; `Input` last."""
    outputs: tuple[ObjectSpec, ...]
    """Nested types before those that use them; `Output` last."""
    example: dict[str, Any]
    """Keywords of the example call: Python names and JSON values."""
    remarks: tuple[str, ...]
    """For readers: corrections, waived errors, and what the docs get wrong or leave out."""
    info: InfoSpec = InfoSpec()
    price_factors: tuple[FactorSpec, ...] | None = None
    """The inputs that the price depends on; None if it is not known, or depends on more."""
    rules: tuple[RuleSpec, ...] = ()

    @property
    def input(self) -> ObjectSpec:
        """The `Input`."""
        return self.inputs[-1]

    @property
    def output(self) -> ObjectSpec:
        """The `Output`."""
        return self.outputs[-1]
