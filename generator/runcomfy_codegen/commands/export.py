"""`runcomfy-codegen export`: write the schemas in forms that other tools read."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors, unknown_model
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, DiagnosticsError, has_errors
from runcomfy_codegen.diff.schema_sets import SchemaSet, read_set
from runcomfy_codegen.export.exported_model import ExportedModel, exported_models
from runcomfy_codegen.export.openapi import openapi_document
from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0
from runcomfy_codegen.export.strict_schema import InexpressibleError
from runcomfy_codegen.export.tool_limits import exceeded
from runcomfy_codegen.export.tools import FORMS
from runcomfy_codegen.export.tools import tools as as_tools
from runcomfy_codegen.untrusted_text import printable

SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema"

_models = click.argument("models", nargs=-1, metavar="[MODEL_ID]...")
_out = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; standard output if left out.",
)


@click.group()
def export() -> None:
    """Write the schemas in forms that other tools and languages read."""


@export.command()
@_models
@click.option("--version", type=click.Choice(["3.1", "3.0"]), default="3.1", show_default=True)
@options.schemas
@_out
def openapi(models: tuple[str, ...], version: str, schemas: Path, out: Path | None) -> int:
    """Write an OpenAPI document of the models MODEL_ID (`kling/*` for many), or of all."""
    with exit_on_errors("could not export"):
        read = _read(schemas)
        document = openapi_document(_exported(read, models), read.service)
        _write(document if version == "3.1" else as_openapi_3_0(document), out)
    return 0


@export.command()
@click.argument("model_id")
@click.option("--side", type=click.Choice(["input", "output"]), default="input", show_default=True)
@options.schemas
@_out
def jsonschema(model_id: str, side: str, schemas: Path, out: Path | None) -> int:
    """Write the JSON Schema (2020-12) of the inputs or outputs of MODEL_ID."""
    with exit_on_errors("could not export"):
        read = _read(schemas)
        if model_id not in read.models:
            raise CommandFailedError(unknown_model(model_id, read.models))
        [model] = _exported(read, (model_id,))
        schema = model.input if side == "input" else model.output
        _write({"$schema": SCHEMA_2020_12, **schema}, out)
    return 0


@export.command()
@click.argument("models", nargs=-1, required=True, metavar="MODEL_ID...")
@click.option(
    "--profile",
    type=click.Choice(["plain", "strict"]),
    default="plain",
    show_default=True,
    help="The schema as it is; or with every property required, null for one that is not "
    "needed, and limits in words.",
)
@click.option(
    "--for",
    "vendor",
    type=click.Choice([*FORMS]),
    default="openai",
    show_default=True,
    help="Whose form the tools have.",
)
@options.schemas
@_out
def tools(
    models: tuple[str, ...], profile: str, vendor: str, schemas: Path, out: Path | None
) -> int:
    """Write the models MODEL_ID (`kling/*` for many) as tools that a language model may call.

    The result is a JSON array, to be sent as it is. `Input.from_tool(arguments)` of a model's
    module reads what the language model answers.
    """
    with exit_on_errors("could not export", InexpressibleError):
        made = as_tools(_exported(_read(schemas), models), profile == "strict")
        for tool in made:
            for problem in tool.left_out:
                click.echo(f"warning: {tool.name}: left out {printable(problem)}", err=True)
        for problem in exceeded(made, vendor):
            click.echo(f"warning: {problem}", err=True)
        _write([FORMS[vendor](tool) for tool in made], out)
    return 0


def _read(schemas: Path) -> SchemaSet:
    diagnostics: list[Diagnostic] = []
    read = read_set(schemas, diagnostics)
    if has_errors(diagnostics):
        raise DiagnosticsError(diagnostics)
    return read


def _exported(read: SchemaSet, patterns: tuple[str, ...]) -> list[ExportedModel]:
    """Return the models whose ids match one of `patterns`; all models without patterns."""
    for pattern in patterns:
        if not fnmatch.filter(read.models, pattern):
            raise CommandFailedError(unknown_model(pattern, read.models))
    chosen = {
        name: model
        for name, model in read.models.items()
        if not patterns or any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
    }
    diagnostics: list[Diagnostic] = []
    exported = exported_models(replace(read, models=chosen), diagnostics)
    if has_errors(diagnostics):
        raise DiagnosticsError(diagnostics)
    return exported


def _write(document: Any, out: Path | None) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, "utf-8")
