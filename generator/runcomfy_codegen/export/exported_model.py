"""A model as it is exported: its id, and its schemas as other tools read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import output_schema
from runcomfy_codegen.dialect.tables import COMMON_OUTPUT
from runcomfy_codegen.export.public_schema import public_schema, with_form_defaults
from runcomfy_codegen.export.unknown_model import UnknownModelError
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.patches.applying import patched
from runcomfy_codegen.planning.folder_plan import plan_valid_folder
from runcomfy_codegen.planning.ir import ModelSpec, RuleSpec
from runcomfy_codegen.reading.catalog_facts import facts_of
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.files import CATALOG, OUTPUT
from runcomfy_codegen.reading.service_protocol import ServiceProtocol


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
    protocol: ServiceProtocol


def read_exported(schemas: Path, patterns: Iterable[str] = ()) -> Exported:
    """Return the models below `schemas` whose ids match one of `patterns`; all without patterns.

    Raises `DiagnosticsError` if the schemas have errors, `UnknownModelError` for a pattern that
    matches nothing, and `NotADirectoryError` if the folder does not exist.
    """
    plan = plan_valid_folder(schemas)
    model_ids = [str(spec.model_id) for spec in plan.models]
    selected = {name for pattern in patterns for name in _matching(pattern, model_ids)} or model_ids
    uncorrected = {model.model_id: model for model in load_models(schemas, selected)[0]}
    specs = [spec for spec in plan.models if spec.model_id in uncorrected]
    models = (
        _exported(spec, patched(uncorrected[spec.model_id], plan.overrides).documents)
        for spec in specs
    )
    return Exported(tuple(models), plan.protocol)


def _matching(pattern: str, model_ids: list[str]) -> list[str]:
    matching = [name for name in model_ids if fnmatchcase(name, pattern)]
    if not matching:
        raise UnknownModelError(pattern, model_ids)
    return matching


def _exported(spec: ModelSpec, model: ModelDocuments) -> ExportedModel:
    interpreted = output_schema(model.value(OUTPUT, COMMON_OUTPUT), Collector(""))
    return ExportedModel(
        model_id=str(spec.model_id),
        input={**with_form_defaults(spec.input.json_schema), **_rules(spec.rules)},
        output=public_schema(interpreted[0]) if interpreted else {},
        facts=facts_of(model.value(CATALOG)),
    )


def _rules(rules: Iterable[RuleSpec]) -> Schema:
    """Return the rules in words as `x-rules`, if there are any."""
    entries = [{"id": rule.id, "message": rule.message, "quote": rule.quote} for rule in rules]
    return {"x-rules": entries} if entries else {}
