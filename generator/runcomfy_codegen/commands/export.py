"""`runcomfy-codegen export`: write the schemas in forms that other tools read."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors, unknown_model
from runcomfy_codegen.export.exported_model import UnknownModelError, read_exported
from runcomfy_codegen.export.openapi import openapi_document
from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0

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
    with _exit_on_errors():
        exported = read_exported(schemas, models)
        document = openapi_document(exported.models, exported.service)
        _write(document if version == "3.1" else as_openapi_3_0(document), out)
    return 0


@export.command()
@click.argument("model_id")
@click.option("--side", type=click.Choice(["input", "output"]), default="input", show_default=True)
@options.schemas
@_out
def jsonschema(model_id: str, side: str, schemas: Path, out: Path | None) -> int:
    """Write the JSON Schema (2020-12) of the inputs or outputs of MODEL_ID."""
    with _exit_on_errors():
        models = {model.model_id: model for model in read_exported(schemas, (model_id,)).models}
        if model_id not in models:  # a pattern
            raise UnknownModelError(model_id, models)
        schema = models[model_id].input if side == "input" else models[model_id].output
        _write({"$schema": SCHEMA_2020_12, **schema}, out)
    return 0


@contextmanager
def _exit_on_errors() -> Generator[None]:
    with exit_on_errors("could not export"):
        try:
            yield
        except UnknownModelError as error:
            raise CommandFailedError(unknown_model(error.pattern, error.known)) from None


def _write(document: dict[str, Any], out: Path | None) -> None:
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, "utf-8")
