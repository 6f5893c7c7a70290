"""Read a schema document for comparison: interpreted by the dialect, with all constraints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.dialect import input_schema, output_schema, stated_output
from runcomfy_codegen.dialect.defaults import settle_defaults
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.planning.examples.page_samples import add_page_samples
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import EXAMPLE, INPUT, OUTPUT

TOLERATED = "unsupported-keyword"
"""The only error that allows a comparison: the keywords it reports are compared as text."""


@dataclass
class DocumentVersion:
    """The old or the new version of a schema document."""

    raw: Any
    """The document as written."""
    schema: Schema
    """Plain JSON Schema."""
    root: str = ""
    """JSON pointer of `schema` in `raw`."""
    unsupported: set[str] = field(default_factory=set[str])
    """JSON pointers in `raw` of constraints that `schema` lacks."""


def input_version(model: ModelDocuments, diagnostics: list[Diagnostic]) -> DocumentVersion | None:
    """Return the input of `model`, or None if it has errors, which are added to `diagnostics`."""
    raw = model.value(INPUT)
    collector = Collector(f"{model.folder}/{INPUT}")
    schema = input_schema(raw, collector)
    errors = _errors(collector)
    fatal = [error for error in errors if error.code != TOLERATED]
    diagnostics += fatal
    if schema is None or fatal:
        return None
    if errors:  # the dialect stopped before it read the defaults
        schema = settle_defaults(schema, Collector(collector.file))
    add_page_samples(schema, model.value(EXAMPLE))
    return DocumentVersion(raw, schema, "", _unsupported(collector))


def output_version(model: ModelDocuments, diagnostics: list[Diagnostic]) -> DocumentVersion | None:
    """Return the output of `model`, or None if it has errors, which are added to `diagnostics`.

    A model without an output document has the common output.
    """
    raw = model.value(OUTPUT, {"output": COMMON_OUTPUT})
    collector = Collector(f"{model.folder}/{OUTPUT}")
    interpreted = output_schema(raw, collector)
    errors = _errors(collector)
    diagnostics += errors
    if interpreted is None or errors:
        return None
    _, root = interpreted
    stated = Collector(collector.file)
    schema = stated_output(raw["output"] if root else raw, stated, root)
    return DocumentVersion(raw, schema, root, _unsupported(stated))


def _unsupported(collector: Collector) -> set[str]:
    return {error.pointer for error in _errors(collector) if error.code == TOLERATED}


def _errors(collector: Collector) -> list[Diagnostic]:
    return [
        diagnostic for diagnostic in collector.diagnostics if diagnostic.severity is Severity.ERROR
    ]
