"""The example call in a module's docstring: keywords from the docs' example body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.ir import ObjectSpec
from runcomfy_codegen.planning.placeholder import placeholder
from runcomfy_codegen.rendering.literals import literal

WIDTH = 80
"""Columns of a string in the example before it is continued on the next line."""


def example_inputs(spec: ObjectSpec, schema: Schema, body: Any, notes: Notes) -> dict[str, Any]:
    """Keywords (Python names) for an example call of the model with `Input` `spec`.

    `body` is the docs' example; what does not fit `schema` is noted. Where a required
    property is missing from it, a value that fits stands in, the schema's own example first.
    """
    given = body if is_object(body) else {}
    if body is not None:
        _note_problems(schema, body, notes)
    known = schema.get("properties", {})
    definitions = Definitions(schema)
    values = {
        name: given[name] if name in given else placeholder(known[name], definitions)
        for name in known
        if name in given or name in schema.get("required", ())
    }
    return {
        field.name: values[field.wire_name] for field in spec.fields if field.wire_name in values
    }


def example_call(arguments: dict[str, Any], indent: str) -> Iterator[str]:
    """The lines of the keywords of a call, each `indent`ed, long texts on several lines."""
    for name, value in arguments.items():
        source = literal(value)
        if isinstance(value, str) and len(indent + name + source) > WIDTH and " " in value:
            yield f"{indent}{name}=("
            yield from (f"{indent}    {part}" for part in _pieces(value, WIDTH - len(indent) - 8))
            yield f"{indent}),"
        else:
            yield f"{indent}{name}={source},"


def _pieces(text: str, width: int) -> Iterator[str]:
    """String literals that make up `text` when they stand behind each other."""
    start = 0
    for end in _breaks(text, width):
        yield literal(text[start:end])
        start = end
    yield literal(text[start:])


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where to break `text`: behind the last blank that fits, and never inside a word."""
    start = 0
    while len(text) - start > width:
        blank = text.rfind(" ", start, start + width)
        if blank < start:
            blank = text.find(" ", start)
        if blank < start or blank + 1 == len(text):
            return
        start = blank + 1
        yield start


def _note_problems(schema: Schema, body: Any, notes: Notes) -> None:
    for place, message in value_problems(schema, body):
        notes.add("invalid-example", place, f"does not fit the input schema: {message}")
