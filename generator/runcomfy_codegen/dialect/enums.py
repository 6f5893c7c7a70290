"""The rule about enums, and the JSON Schema types of values."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array
from runcomfy_codegen.untrusted_text import short_repr

_TYPES_OF: dict[type, tuple[str, ...]] = {
    int: ("integer", "number"),
    float: ("number",),
    str: ("string",),
    list: ("array",),
    dict: ("object",),
    type(None): ("null",),
}


def enum_values(schema: Schema, pointer: str, notes: Notes) -> None:
    """Keep the enum values that are of the declared type; if none is, drop the type."""
    if not is_array(schema.get("enum")):
        return
    schema["enum"] = values = _without_duplicates(schema["enum"], pointer, notes)
    declared: Any = schema.get("type")
    names: list[Any] = declared if is_array(declared) else [declared]
    fitting = [value for value in values if any(is_type(value, name) for name in names)]
    if declared is None or len(fitting) == len(values):
        return
    enum_pointer = pointer + join_pointer("enum")
    if fitting:
        schema["enum"] = fitting
        notes.add("enum-type", enum_pointer, f"some values are not of type {declared}: ignored")
    else:
        del schema["type"]
        notes.add("enum-type", enum_pointer, f"no value is of type {declared}: the type is ignored")


def _without_duplicates(values: list[Any], pointer: str, notes: Notes) -> list[Any]:
    kept: dict[tuple[str, str], Any] = {}
    for index, value in enumerate(values):
        key = (type(value).__name__, repr(value))
        if key in kept:
            value_pointer = pointer + join_pointer("enum", index)
            notes.add("enum-twice", value_pointer, f"{short_repr(value)} appears twice")
        kept.setdefault(key, value)
    return list(kept.values())


def type_of(value: Any) -> str:
    """Return the narrowest JSON Schema type of a JSON value."""
    return "boolean" if isinstance(value, bool) else _TYPES_OF[type(value)][0]


def is_type(value: Any, name: Any) -> bool:
    """Whether a JSON value is of the type `name`: true is not a number, 5.0 is an integer."""
    if isinstance(value, bool):
        return bool(name == "boolean")
    if isinstance(value, float) and value.is_integer():
        return name in ("number", "integer")
    return any(name == one for one in _TYPES_OF[type(value)])
