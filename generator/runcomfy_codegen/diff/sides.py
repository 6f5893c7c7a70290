"""One model's documents as they are compared: read by the dialect, constraints of outputs kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.dialect import input_schema, output_schema
from runcomfy_codegen.dialect.defaults import settle_defaults
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.diff.outputs import with_constraints
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import INPUT, OUTPUT

COMPARED_RAW = "unsupported-keyword"
"""The one error that does not stop a comparison: the places that it names are compared as text."""


@dataclass
class Side:
    """One document of a model, as one side of a comparison has it."""

    raw: Any
    schema: Schema
    """Plain JSON Schema."""
    root: str = ""
    """Pointer of `schema` in `raw`."""
    unsupported: set[str] = field(default_factory=set[str])
    """Pointers in `raw` of what `schema` leaves out, though it constrains."""


def input_side(model: ModelDocuments, found: list[Diagnostic]) -> Side | None:
    """The input of `model`, or None with errors added to `found`."""
    raw = model.documents[INPUT].value
    notes = Notes(f"{model.folder}/{INPUT}")
    schema = input_schema(raw, notes)
    errors = _errors(notes)
    found += [error for error in errors if error.code != COMPARED_RAW]
    if schema is None or any(error.code != COMPARED_RAW for error in errors):
        return None
    if errors:  # then the dialect has not looked at the defaults
        schema = settle_defaults(schema, Notes(notes.file))
    return Side(raw, schema, "", {error.pointer for error in errors})


def output_side(model: ModelDocuments, found: list[Diagnostic]) -> Side | None:
    """The output of `model`, the common one where its docs show none."""
    document = model.documents.get(OUTPUT)
    raw = document.value if document else {"output": COMMON_OUTPUT}
    notes = Notes(f"{model.folder}/{OUTPUT}")
    read = output_schema(raw, notes)
    errors = _errors(notes)
    found += errors
    if read is None or errors:
        return None
    schema, root = read
    return Side(raw, with_constraints(schema, raw["output"] if root else raw), root)


def _errors(notes: Notes) -> list[Diagnostic]:
    return [found for found in notes.diagnostics if found.severity is Severity.ERROR]
