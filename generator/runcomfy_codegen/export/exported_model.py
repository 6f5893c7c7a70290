"""A model as it is exported: its id, and its schemas as other tools read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, Severity
from runcomfy_codegen.dialect import output_schema
from runcomfy_codegen.dialect.media_types import add_media_types
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.diff.schema_sets import SchemaSet
from runcomfy_codegen.diff.sides import input_side
from runcomfy_codegen.export.public_schema import public_schema
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.reading.catalog_facts import facts_of
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.files import CATALOG, OUTPUT
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.patching import patched
from runcomfy_codegen.reading.rules_file import RuleEntry


@dataclass(frozen=True)
class ExportedModel:
    """The schemas of one model: plain JSON Schema 2020-12."""

    model_id: str
    input: Schema
    output: Schema
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The catalog's facts, including the price."""


def exported_models(schemas: SchemaSet, diagnostics: list[Diagnostic]) -> list[ExportedModel]:
    """Return the models of `schemas`, in the order of their ids; errors go to `diagnostics`."""
    models = (
        _exported(schemas.models[name], schemas.overrides, diagnostics)
        for name in sorted(schemas.models)
    )
    return [model for model in models if model]


def _exported(
    page: ModelDocuments, overrides: Overrides, diagnostics: list[Diagnostic]
) -> ExportedModel | None:
    model = patched(page, overrides).documents
    inputs, outputs = input_side(model, diagnostics), _output(model, diagnostics)
    if inputs is None or outputs is None:
        return None
    catalog = model.documents.get(CATALOG)
    rules = overrides.rules_of(model.model_id)
    for one in rules:
        if one.accepts:
            add_media_types(inputs.schema, one.pointer, one.id, list(one.accepts), one.quote)
    return ExportedModel(
        str(model.model_id),
        {**public_schema(inputs.schema), **_rules(rules)},
        public_schema(outputs),
        facts_of(catalog.value) if catalog else {},
    )


def _rules(entries: Iterable[RuleEntry]) -> Schema:
    """Return the rules in words as `x-rules`, if there are any."""
    rules = [
        {"id": one.id, "at": one.at, "quote": one.quote}
        | ({"accepts": list(one.accepts)} if one.accepts else {"message": one.message})
        for one in entries
        if one.id
    ]
    return {"x-rules": rules} if rules else {}


def _output(model: ModelDocuments, diagnostics: list[Diagnostic]) -> Schema | None:
    document = model.documents.get(OUTPUT)
    notes = Notes(f"{model.folder}/{OUTPUT}")
    read = output_schema(document.value if document else {"output": COMMON_OUTPUT}, notes)
    diagnostics += (one for one in notes.diagnostics if one.severity is Severity.ERROR)
    return read[0] if read else None
