"""Defaults: what the page's form is filled with is not always what the server assumes."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

LONG = 60
"""Characters from which a free text is taken for a sample prompt."""


def settle_defaults(schema: Schema, notes: Notes, root: str = "") -> Schema:
    """`schema` with each default checked, and moved to `x-example` where it is one."""
    definitions = {"$defs": schema["$defs"]} if "$defs" in schema else {}

    def settle(node: Any, at: str, is_required: bool = False) -> Any:
        if not is_object(node):
            return node
        names = node.get("required", ())

        def below(inner: Subschema) -> Any:
            is_required = inner.keyword == "properties" and inner.name in names
            return settle(inner.schema, inner.pointer, is_required)

        out = map_subschemas(node, at, below)
        if "default" in out:
            _settle(out, at, is_required, definitions, notes)
        return out

    settled: Schema = settle(schema, root)
    return settled


def _settle(schema: Schema, at: str, is_required: bool, definitions: Schema, notes: Notes) -> None:
    value = schema["default"]
    place = at + join_pointer("default")
    for _, message in value_problems({**schema, **definitions}, value):
        notes.add("invalid-default", place, f"breaks its own schema: {message}")
        del schema["default"]
        return
    reason = "the property is required" if is_required else _why_example(schema, value)
    if reason:
        schema[tables.EXAMPLE] = schema.pop("default")
        notes.add("example-default", place, f"an example, since {reason}")


def _why_example(schema: Schema, value: Any) -> str:
    """Why `value` is no default of the server's, or nothing."""
    texts = value if is_array(value) else [value]
    if "enum" in schema or not texts or not all(isinstance(text, str) for text in texts):
        return ""
    if any(text.startswith(("http://", "https://", "data:")) for text in texts):
        return "it is a sample URL"
    return "it is a long text" if any(len(text) >= LONG for text in texts) else ""
