"""`runcomfy-codegen show MODEL_ID`: show the inputs and outputs of a model as tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors, unknown_model
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, raise_on_errors
from runcomfy_codegen.diff.checked_schemas import read_valid
from runcomfy_codegen.diff.sources.document_versions import input_version, output_version
from runcomfy_codegen.patches.applying import patched
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.show.property_rows import PropertyRow, property_rows
from runcomfy_codegen.show.table import print_table
from runcomfy_codegen.untrusted_text import truncate

MAX_DEFAULT_CHARS = 40
"""Characters of a default to print in a table; some defaults are whole prompts."""

_COLUMNS = tuple(field.name for field in fields(PropertyRow))

_RULE_COLUMNS = ("rule", "condition", "quote")


@click.command()
@click.argument("model_id")
@options.schemas
@options.output_format
def show(model_id: str, schemas: Path, output_format: str) -> int:
    """Show the inputs and outputs of MODEL_ID: name, type, range, default, required, rules.

    Exits with 2 if the model is unknown or the schemas cannot be read.
    """
    with exit_on_errors("could not show"):
        model = _read(model_id, schemas)
    if output_format == "json":
        _print_json(model)
    else:
        _print_tables(model_id, model)
    return 0


@dataclass(frozen=True)
class _ShownModel:
    tables: dict[str, list[PropertyRow]]
    remarks: tuple[str, ...]
    rules: list[tuple[str, str, str]]
    """Rows with `_RULE_COLUMNS`."""


def _read(model_id: str, schemas: Path) -> _ShownModel:
    stored = read_valid(schemas)
    if model_id not in stored.models:
        raise CommandFailedError(unknown_model(model_id, stored.models))
    model = patched(stored.models[model_id], stored.overrides)
    diagnostics: list[Diagnostic] = []
    tables = dict(_tables(model.documents, diagnostics))
    raise_on_errors(diagnostics)
    entries = [entry for entry in stored.overrides.rules_of(model_id) if entry.id]
    rules = [(entry.id, entry.rule or ", ".join(entry.accepts), entry.quote) for entry in entries]
    return _ShownModel(tables, tuple(model.remarks), rules)


def _print_json(model: _ShownModel) -> None:
    objects = {name: _objects(table) for name, table in model.tables.items()}
    if model.rules:
        objects["rules"] = [dict(zip(_RULE_COLUMNS, row, strict=True)) for row in model.rules]
    click.echo(json.dumps(objects, indent=2))


def _print_tables(model_id: str, model: _ShownModel) -> None:
    for name, table in model.tables.items():
        click.echo(f"{model_id}: {name}")
        print_table(_COLUMNS, [astuple(_shortened(row)) for row in table])
    for remark in model.remarks:
        click.echo(remark)
    if model.rules:
        click.echo(f"{model_id}: rules in words")
        print_table(_RULE_COLUMNS, model.rules)


def _tables(
    model: ModelDocuments, diagnostics: list[Diagnostic]
) -> Iterator[tuple[str, list[PropertyRow]]]:
    for name, read_version in (("input", input_version), ("output", output_version)):
        if version := read_version(model, diagnostics):
            yield name, property_rows(version.schema)


def _shortened(row: PropertyRow) -> PropertyRow:
    return replace(row, default=truncate(row.default, MAX_DEFAULT_CHARS))


def _objects(table: list[PropertyRow]) -> list[dict[str, Any]]:
    return [dict(zip(_COLUMNS, astuple(row), strict=True)) for row in table]
