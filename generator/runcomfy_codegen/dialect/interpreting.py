"""From a document as the docs show it to plain JSON Schema 2020-12, with what was noted."""

from __future__ import annotations

import copy
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes, is_final
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.dialect.defaults import settle_defaults
from runcomfy_codegen.dialect.normalising import Normaliser
from runcomfy_codegen.dialect.references import with_local_references
from runcomfy_codegen.dialect.rules import INPUT_RULES, OUTPUT_RULES
from runcomfy_codegen.dialect.sizes import check_size
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.values import Schema, is_object

_OBJECT_KEYWORDS = {"$ref", "allOf", "anyOf", "oneOf", "properties"}
"""Keywords that may describe an object without saying so."""


def input_schema(value: Any, notes: Notes) -> Schema | None:
    """The input schema of a document, or None where it describes no object.

    `value` is what `input.json` holds. Errors are noted, not raised.
    """
    if not _is_object_schema(value):
        notes.add("not-an-object", "", "the input schema does not describe an object")
        return None
    schema = _plain({**value, "type": "object"}, "", notes, is_input=True)
    return schema if any(map(is_final, notes.diagnostics)) else settle_defaults(schema, notes)


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
        for name in sorted(value.keys() - ANNOTATIONS - {"output", "type"}):
            notes.add("output-extra", join_pointer(name), "beside 'output': left out of the types")
    return _plain({**schema, "type": "object"}, at, notes, is_input=False), at


def _is_output_map(value: Any) -> bool:
    return is_object(value) and "output" in value and "properties" not in value


def _is_object_schema(value: Any) -> bool:
    if not is_object(value):
        return False
    if "type" in value:
        return bool(value["type"] == "object")
    return bool(value.keys() & _OBJECT_KEYWORDS)


def _plain(value: Schema, root: str, notes: Notes, is_input: bool) -> Schema:
    check_size(value, notes, root)
    if any(map(is_final, notes.diagnostics)):
        return value
    schema, copies = with_local_references(_with_definitions(value, notes, root), notes, root)
    if any(found.code == "too-large" for found in notes.diagnostics):
        return schema
    normaliser = Normaliser(
        INPUT_RULES if is_input else OUTPUT_RULES,
        is_input,
        schema.pop("$defs", {}),
        copies,
        notes,
        root,
    )
    schema = normaliser.document(schema)
    _note_problems(schema, notes, root)
    return schema


def _with_definitions(schema: Schema, notes: Notes, root: str) -> Schema:
    """`definitions`, as they were called before, are `$defs`; which are an object."""
    out = copy.deepcopy(schema)
    if not is_object(out.get("$defs", {})):
        notes.add("invalid-schema", root + join_pointer("$defs"), "is not of type 'object'")
        del out["$defs"]
    older = out.pop("definitions", None) if is_object(out.get("definitions")) else None
    return {**out, "$defs": {**older, **out.get("$defs", {})}} if older else out


def _note_problems(schema: Schema, notes: Notes, root: str) -> None:
    """What breaks the metaschema, unless an error was noted there or around."""
    noted = {found.pointer for found in notes.diagnostics if found.severity is Severity.ERROR}
    for place, message in schema_problems(schema):
        if not any(pointer.startswith(root + place) for pointer in noted):
            notes.add("invalid-schema", root + place, message)
