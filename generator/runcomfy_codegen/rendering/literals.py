"""Values as Python source: the only way by which schema text enters code."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.reading.json_value import is_array, is_object


def literal(value: Any) -> str:
    """The expression that evaluates to a JSON value, in double quotes where black has them."""
    if isinstance(value, str):
        return _string(value)
    if is_array(value):
        return "[" + ", ".join(map(literal, value)) + "]"
    if is_object(value):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    return repr(value)


def _string(text: str) -> str:
    source = repr(text)
    if source.startswith("'") and '"' not in text:
        return '"' + source[1:-1] + '"'
    return source
