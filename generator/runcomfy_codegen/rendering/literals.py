"""Values as Python source: the only way by which schema text enters code."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.values import is_array, is_object


def literals(values: tuple[Any, ...]) -> str:
    """JSON values as the arguments of a call, or what stands in a tuple."""
    return ", ".join(map(literal, values))


def literal(value: Any) -> str:
    """The expression that evaluates to a JSON value, as black writes it."""
    if isinstance(value, str):
        return _string(value)
    if is_array(value):
        return "[" + ", ".join(map(literal, value)) + "]"
    if is_object(value):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, float):
        return repr(value).replace("e+", "e")
    return repr(value)


def _string(text: str) -> str:
    source = repr(text)
    single, double = text.count("'"), text.count('"')
    if source.startswith('"') or single < double:
        return source
    body = source[1:-1].replace(r"\'", "'")
    return '"' + body.replace('"', r"\"") + '"'
