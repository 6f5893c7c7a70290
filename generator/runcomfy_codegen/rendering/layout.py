"""Statements of a generated module as black has them: on one line if they fit, else split."""

from __future__ import annotations

from collections.abc import Iterable

from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.leaves import leaves_of, optional, outside
from runcomfy_codegen.rendering.literals import literal
from runcomfy_codegen.rendering.splitting import INDENT, Line, UnsettledError, split
from runcomfy_codegen.rendering.widths import fits

_TOP = ("", "\n")
_CLASS = ("", "\n    pass\n")
_ATTRIBUTE = ("class _:\n", "\n")
_PARAMETER = (
    "class _:\n    def _(\n        self,\n        *,\n",
    "\n    ) -> None:\n        pass\n",
)
_ELEMENT = ('_ = _(\n    "_",\n    {\n', "\n    },\n)\n")
"""Source in black's form around a piece of it, for a piece that black has to settle."""


def class_header(name: str, bases: str) -> str:
    """`class name(bases):`."""
    text = f"class {name}({bases}):"
    return text if fits(text) else _printed(Line(leaves_of(text), 0), _CLASS)


def assignment(name: str, value: str) -> str:
    """`name = value` at the top of a module."""
    text = f"{name} = {value}"
    if fits(text):
        return text
    return _printed(Line([*leaves_of(f"{name} ="), *optional(leaves_of(value, " "))], 0), _TOP)


def constant(value: str, name: str) -> str:
    """`name: Final = "value"` at the top of a module."""
    return _declaration(name, "Final", literal(value), 0, _TOP)


def attribute(name: str, type_: str, value: str = "") -> str:
    """`name: type_ = value` in a class."""
    return _declaration(name, type_, value, 1, _ATTRIBUTE)


def _declaration(name: str, type_: str, value: str, depth: int, around: tuple[str, str]) -> str:
    text = f"{name}: {type_}" + (f" = {value}" if value else "")
    if fits(INDENT * depth + text):
        return text
    leaves = [*leaves_of(f"{name}:"), *optional(leaves_of(type_, " "))]
    if value:
        leaves += [*leaves_of("=", " "), *optional(leaves_of(value, " "))]
    return _printed(Line(leaves, depth), around)


def parameter(name: str, type_: str, value: str = "") -> str:
    """`name: type_ = value,`, one of a method's parameters."""
    text = f"{name}: {type_}" + (f" = {value}," if value else ",")
    if fits(INDENT * 2 + text):
        return text
    types = leaves_of(type_, " ")
    is_union = any(outside(types, "|"))
    leaves = [*leaves_of(f"{name}:"), *(optional(types) if is_union else types)]
    leaves += leaves_of(f"= {value},", " ") if value else leaves_of(",")
    return _printed(Line(leaves, 2, inside=True), _PARAMETER)


def typed_dict(name: str, values: Iterable[tuple[str, str]]) -> str:
    """`name = TypedDict("name", {…})`, with a line for each key and its type."""
    first = f"{name} = TypedDict("
    elements = [_element(f"{literal(key)}: {value},") for key, value in values]
    lines = [first, f"{INDENT}{literal(name)},", f"{INDENT}{{", *elements, f"{INDENT}}},", ")"]
    text = "\n".join(lines)
    return text if fits(first) else formatted(text).rstrip("\n")


def _element(text: str) -> str:
    line = f"{INDENT * 2}{text}"
    if fits(line):
        return line
    return INDENT * 2 + _printed(Line(leaves_of(text), 2, inside=True), _ELEMENT)


def _printed(line: Line, around: tuple[str, str]) -> str:
    text, (before, after) = str(line), around
    try:
        printed = "\n".join(map(str, split(line)))
    except UnsettledError:
        printed = formatted(before + text + after).removeprefix(before).removesuffix(after)
    return printed.lstrip(" ")
