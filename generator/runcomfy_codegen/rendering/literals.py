"""Values as Python source: how schema text enters code outside of docstrings and identifiers.

`docstrings.py` writes docstrings, `planning/names/python_names.py` makes identifiers. Templates
write a model_id into docstrings as it is: no character that `ModelId` takes can end one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeGuard

from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.rendering.columns import is_contested


@dataclass(frozen=True)
class Expression:
    """Source text to insert among JSON values; no value from a schema has this type."""

    source: str


def literals(values: tuple[Any, ...]) -> str:
    """Return JSON values as the arguments of a call or the items of a tuple."""
    return ", ".join(map(literal, values))


def literal(value: Any) -> str:
    """Return an expression that evaluates to a JSON value, or a tuple, as black writes it."""
    if isinstance(value, Expression):
        return value.source
    if isinstance(value, str):
        return _string(value)
    if _is_tuple(value):
        return f"({literals(value)}{',' if len(value) == 1 else ''})"
    if is_array(value):
        return "[" + ", ".join(map(literal, value)) + "]"
    if is_object(value):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, float):
        return repr(value).replace("e+", "e")
    return repr(value)


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _string(text: str) -> str:
    source = _with_escapes(repr(text))
    single, double = text.count("'"), text.count('"')
    if source.startswith('"') or single < double:
        return source
    body = source[1:-1].replace(r"\'", "'")
    return '"' + body.replace('"', r"\"") + '"'


def _with_escapes(source: str) -> str:
    # Black and ruff would split a line at different places if they counted it differently.
    if source.isascii():
        return source
    return "".join(map(_escaped, source))


@cache
def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode() if is_contested(char) else char
