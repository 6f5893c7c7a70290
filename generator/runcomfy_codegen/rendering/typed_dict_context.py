"""The template's context of a nested input as a plain dict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runcomfy_codegen.planning.names.python_names import DICT, is_public_identifier
from runcomfy_codegen.planning.names.reserved import FIELDS
from runcomfy_codegen.rendering.declarations import attribute
from runcomfy_codegen.rendering.field_context import InputFieldContext
from runcomfy_codegen.rendering.literals import literal


@dataclass(frozen=True)
class TypedDictContext:
    """The `TypedDict` of a nested input."""

    name: str
    docstring: str
    is_class: bool
    """False if some key cannot be an attribute: then it is `XDict = TypedDict("XDict", {…})`."""
    keys: tuple[str, ...]
    """`duration: NotRequired[int]` in a class, else `"duration": NotRequired[int]`."""
    has_optional: bool


def typed_dict(input_name: str, fields: Sequence[InputFieldContext]) -> TypedDictContext:
    """Return the context of the input `input_name` as a dict."""
    is_class = all(
        is_public_identifier(field.wire_name) and field.wire_name not in FIELDS for field in fields
    )
    return TypedDictContext(
        name=input_name + DICT,
        docstring=f"`{input_name}` as a plain dict.",
        is_class=is_class,
        keys=tuple(map(_declaration if is_class else _entry, fields)),
        has_optional=not all(field.required for field in fields),
    )


def keywords_dict(fields: Sequence[InputFieldContext]) -> TypedDictContext:
    """Return the context of the keywords of `run` as a dict."""
    return TypedDictContext(
        name="Input" + DICT,
        docstring="The keywords of `run`: `def make(**inputs: Unpack[InputDict])`.",
        is_class=True,
        keys=tuple(attribute(field.name, field.key_type) for field in fields),
        has_optional=not all(field.required for field in fields),
    )


def _declaration(field: InputFieldContext) -> str:
    return attribute(field.wire_name, field.key_type)


def _entry(field: InputFieldContext) -> str:
    return f"{literal(field.wire_name)}: {field.key_type}"
