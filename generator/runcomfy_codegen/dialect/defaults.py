"""Tell real defaults from examples: the page's form shows both as `default`."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

MIN_PROMPT_CHARS = 60
"""Characters from which a text is taken for a sample prompt."""


def settle_defaults(schema: Schema, collector: Collector, root: str = "") -> Schema:
    """Remove each default that `schema` refuses; move those of the page's form to `x-form-value`.

    `root` is the pointer of `schema`.
    """
    definitions = {"$defs": schema["$defs"]} if "$defs" in schema else {}

    def settle(node: Any, pointer: str, is_required: bool = False) -> Any:
        if not is_object(node):
            return node
        names = node.get("required", ())

        def inside(inner: Subschema) -> Any:
            is_required = inner.keyword == "properties" and inner.name in names
            return settle(inner.schema, inner.pointer, is_required)

        out = map_subschemas(node, pointer, inside)
        if "default" in out:
            _settle(out, pointer, is_required, definitions, collector)
        return out

    settled: Schema = settle(schema, root)
    return settled


def _settle(
    schema: Schema, pointer: str, is_required: bool, definitions: Schema, collector: Collector
) -> None:
    value = schema["default"]
    default_pointer = pointer + join_pointer("default")
    for _, message in value_problems({**schema, **definitions}, value):
        collector.add("invalid-default", default_pointer, f"breaks its own schema: {message}")
        del schema["default"]
        return
    reason = "the property is required" if is_required else why_example(schema, value)
    if reason:
        schema[tables.FORM_VALUE] = schema.pop("default")
        collector.add("example-default", default_pointer, f"read as an example, because {reason}")


def why_example(schema: Schema, value: Any) -> str:
    """Return why `value` is an example and not a default; empty if it may be a default."""
    texts = value if is_array(value) else [value]
    if "enum" in schema or not texts or not all(isinstance(text, str) for text in texts):
        return ""
    if any(text.startswith(("http://", "https://", "data:")) for text in texts):
        return "it is a sample URL"
    return "it is a long text" if any(len(text) >= MIN_PROMPT_CHARS for text in texts) else ""
