"""From a document as the docs show it to plain JSON Schema 2020-12, with what was noted."""

from __future__ import annotations

import copy
from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import Severity, has_errors
from runcomfy_codegen.dialect.defaults import settle_defaults
from runcomfy_codegen.dialect.references import check_references
from runcomfy_codegen.dialect.refuse import unsupported
from runcomfy_codegen.dialect.rules import INPUT_RULES, OUTPUT_RULES, Rule
from runcomfy_codegen.dialect.walk import Schema, map_subschemas
from runcomfy_codegen.reading.json_value import is_object
from runcomfy_codegen.validation import schema_problems


def input_schema(value: Any, notes: Notes) -> Schema | None:
    """The input schema of a document, or None where it describes no object.

    `value` is what `input.json` holds. Errors are noted, not raised.
    """
    if not _is_object_schema(value):
        notes.add("not-an-object", "", "the input schema does not describe an object")
        return None
    schema = _plain(value, "", INPUT_RULES, notes)
    return _closed(settle_defaults(schema, notes)) if not has_errors(notes.found) else schema


def output_schema(value: Any, notes: Notes) -> tuple[Schema, str] | None:
    """The output schema of a document and the pointer at which it stands in there.

    `value` is what `output.json` holds: `{"output": {<schema>}}`, or a bare schema.
    """
    at = "/output" if _is_output_map(value) else ""
    schema = value["output"] if at else value
    if not _is_object_schema(schema):
        notes.add("not-an-object", at, "the output schema does not describe an object")
        return None
    if at:
        notes.add("output-map", "", "a map of names to schemas: the schema of 'output' is read")
    return _plain(schema, at, OUTPUT_RULES, notes), at


def _is_output_map(value: Any) -> bool:
    return is_object(value) and "output" in value and "properties" not in value


def _is_object_schema(value: Any) -> bool:
    return is_object(value) and (value.get("type") == "object" or "properties" in value)


def _plain(value: Schema, root: str, rules: tuple[Rule, ...], notes: Notes) -> Schema:
    schema = copy.deepcopy(value)
    if "definitions" in schema and "$defs" not in schema:
        schema["$defs"] = schema.pop("definitions")
    schema = _ruled(schema, root, rules, notes)
    noted = {found.pointer for found in notes.found if found.severity is Severity.ERROR}
    for place, message in schema_problems(schema):
        if not any(pointer.startswith(root + place) for pointer in noted):
            notes.add("invalid-schema", root + place, message)
    if not has_errors(notes.found):
        check_references(schema, notes, root)
    return schema


def _ruled(schema: Schema, at: str, rules: tuple[Rule, ...], notes: Notes) -> Schema:
    """`schema` after `rules`, its subschemas first."""

    def below(node: Any, place: str) -> Any:
        if node is False:
            unsupported(place, "the generated types cannot keep the schema false", notes)
        if isinstance(node, bool):
            return {}
        return _ruled(node, place, rules, notes) if is_object(node) else node

    out = map_subschemas(schema, at, below)
    for rule in rules:
        rule(out, at, notes)
    return out


def _closed(schema: Schema) -> Schema:
    """An input takes what its schema names and nothing else, unless the schema says so."""
    return {"properties": {}, "additionalProperties": False, **schema}
