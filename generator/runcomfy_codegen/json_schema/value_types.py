"""The JSON Schema types of values, and the values of the keyword `type`."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.values import is_array

_TYPES_OF: dict[type, tuple[str, ...]] = {
    int: ("integer", "number"),
    float: ("number",),
    str: ("string",),
    list: ("array",),
    dict: ("object",),
    type(None): ("null",),
}


def type_of(value: Any) -> str:
    """Return the narrowest JSON Schema type of a JSON value."""
    return "boolean" if isinstance(value, bool) else _TYPES_OF[type(value)][0]


def is_type(value: Any, name: Any) -> bool:
    """Whether a JSON value is of the type `name`: true is not a number, 5.0 is an integer."""
    if isinstance(value, bool):
        return bool(name == "boolean")
    if isinstance(value, float) and value.is_integer():
        return name in ("number", "integer")
    return name in _TYPES_OF[type(value)]


def type_names(declared: Any) -> list[Any]:
    """Return the value of the keyword `type` as a list."""
    return declared if is_array(declared) else [declared]
