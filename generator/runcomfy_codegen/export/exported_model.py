"""A model as it is exported: its id, and its schemas as other tools read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError, Severity
from runcomfy_codegen.dialect import output_schema
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.export.public_schema import public_schema, with_form_defaults
from runcomfy_codegen.export.unknown_model import UnknownModelError
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.planning.folder_plan import FolderPlan, plan_folder
from runcomfy_codegen.planning.ir import ModelSpec, RuleSpec
from runcomfy_codegen.reading.catalog_facts import facts_of
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.files import CATALOG, OUTPUT
from runcomfy_codegen.reading.patching import patched
from runcomfy_codegen.reading.service import Service


@dataclass(frozen=True)
class ExportedModel:
    """The schemas of one model: plain JSON Schema 2020-12."""

    model_id: str
    input: Schema
    output: Schema
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The catalog's facts, including the price."""


class Exported(NamedTuple):
    """The exported part of a folder of schemas."""

    models: tuple[ExportedModel, ...]
    """In the order of their ids."""
    service: Service


def read_exported(schemas: Path, patterns: Iterable[str] = ()) -> Exported:
    """Return the models below `schemas` whose ids match one of `patterns`; all without patterns.

    Raises `DiagnosticsError` if the schemas have errors, `UnknownModelError` for a pattern that
    matches nothing, and `NotADirectoryError` if the folder does not exist.
    """
    plan = _sound_plan(schemas)
    known = [str(spec.model_id) for spec in plan.models]
    chosen = {name for pattern in patterns for name in _matching(pattern, known)} or known
    pages = {page.model_id: page for page in load_models(schemas, chosen)[0]}
    specs = [spec for spec in plan.models if spec.model_id in pages]
    models = (
        _exported(spec, patched(pages[spec.model_id], plan.overrides).documents) for spec in specs
    )
    return Exported(tuple(models), plan.service)


def _sound_plan(schemas: Path) -> FolderPlan:
    plan = plan_folder(schemas)
    if errors := [one for one in plan.diagnostics if one.severity is Severity.ERROR]:
        raise DiagnosticsError(errors)
    return plan


def _matching(pattern: str, known: list[str]) -> list[str]:
    found = [name for name in known if fnmatchcase(name, pattern)]
    if not found:
        raise UnknownModelError(pattern, known)
    return found


def _exported(spec: ModelSpec, model: ModelDocuments) -> ExportedModel:
    output, catalog = model.documents.get(OUTPUT), model.documents.get(CATALOG)
    read = output_schema(output.value if output else COMMON_OUTPUT, Notes(""))
    return ExportedModel(
        str(spec.model_id),
        {**with_form_defaults(spec.inputs[-1].json_schema), **_rules(spec.rules)},
        public_schema(read[0]) if read else {},
        facts_of(catalog.value) if catalog else {},
    )


def _rules(rules: Iterable[RuleSpec]) -> Schema:
    """Return the rules in words as `x-rules`, if there are any."""
    shown = [{"id": one.id, "message": one.message, "quote": one.quote} for one in rules]
    return {"x-rules": shown} if shown else {}
