"""The inputs of a model's example call, from the docs' example body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.examples.placeholders import Placeholders
from runcomfy_codegen.planning.ir import ObjectSpec
from runcomfy_codegen.planning.types.definitions import Definitions


def example_inputs(
    spec: ObjectSpec, schema: Schema, body: Any, collector: Collector
) -> dict[str, Any]:
    """Return Python names and values for an example call of the model with `Input` `spec`.

    `body` is the docs' example, or None. Its differences from `schema` are noted. Where it is
    blank, wrong, or lacks a required property, values are made up: the call can be pasted.
    """
    if body is not None:
        _note_problems(schema, body, collector)
    page_values = body if is_object(body) else {}
    values = Placeholders(Definitions(schema)).inputs(page_values)
    return {
        field.name: values[field.wire_name] for field in spec.fields if field.wire_name in values
    }


def with_example(spec: ObjectSpec, example: dict[str, Any]) -> ObjectSpec:
    """Return the `Input` `spec` with the `example` in its JSON Schema, if it fits."""
    schema = spec.json_schema
    body = {field.wire_name: example[field.name] for field in spec.fields if field.name in example}
    if any(value_problems(schema, body)):
        return spec
    return replace(spec, json_schema={**schema, "examples": [body]})


def _note_problems(schema: Schema, body: Any, collector: Collector) -> None:
    for pointer, message in value_problems(schema, body):
        collector.add("invalid-example", pointer, f"does not fit the input schema: {message}")
