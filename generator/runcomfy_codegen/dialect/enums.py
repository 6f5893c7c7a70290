"""The step that reads enums."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.value_types import is_type, type_names
from runcomfy_codegen.json_schema.values import Schema, is_array
from runcomfy_codegen.untrusted_text import short_repr


def keep_typed_enum_values(schema: Schema, pointer: str, collector: Collector) -> None:
    """Keep the enum values that are of the declared type; if none is, drop the type."""
    if not is_array(schema.get("enum")):
        return
    schema["enum"] = values = _without_duplicates(schema["enum"], pointer, collector)
    declared: Any = schema.get("type")
    names = type_names(declared)
    fitting = [value for value in values if any(is_type(value, name) for name in names)]
    if declared is None or len(fitting) == len(values):
        return
    enum_pointer = pointer + join_pointer("enum")
    if fitting:
        schema["enum"] = fitting
        collector.add("enum-type", enum_pointer, f"some values are not of type {declared}: ignored")
    else:
        del schema["type"]
        collector.add(
            "enum-type", enum_pointer, f"no value is of type {declared}: the type is ignored"
        )


def _without_duplicates(values: list[Any], pointer: str, collector: Collector) -> list[Any]:
    kept: dict[tuple[str, str], Any] = {}
    for index, value in enumerate(values):
        key = (type(value).__name__, repr(value))
        if key in kept:
            value_pointer = pointer + join_pointer("enum", index)
            collector.add("enum-twice", value_pointer, f"{short_repr(value)} appears twice")
        kept.setdefault(key, value)
    return list(kept.values())
