"""The types of inputs, as a rule sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.json_schema.values import ABSENT


@dataclass(frozen=True)
class Scalar:
    """A number, a text or a boolean."""

    kind: str
    """`number`, `text` or `boolean`."""
    values: tuple[Any, ...] | None = None
    """Those that it may have, if they are listed."""

    def __str__(self) -> str:
        """Return what a message calls it."""
        return f"a {self.kind}"


NUMBER, TEXT, BOOLEAN = Scalar("number"), Scalar("text"), Scalar("boolean")


@dataclass(frozen=True)
class ListOf:
    """A list whose items are all of one type."""

    item: Type

    def __str__(self) -> str:
        """Return what a message calls it."""
        return "a list"


@dataclass(frozen=True)
class Member:
    """A property of an object."""

    wire_name: str
    type: Type
    default: Any = ABSENT
    """The default that the page documents."""
    nullable: bool = False
    """Whether it may be null, which a rule reads as no value."""


@dataclass(frozen=True)
class Object:
    """An object, by the Python names of its properties; the inputs of a model are one."""

    members: Mapping[str, Member]

    def __str__(self) -> str:
        """Return what a message calls it."""
        return "an object"


@dataclass(frozen=True)
class Other:
    """A type that rules can use only in `given(…)`: a union, a map, anything."""

    def __str__(self) -> str:
        """Return what a message calls it."""
        return "a value of a type that rules cannot use"


Type = Scalar | ListOf | Object | Other
