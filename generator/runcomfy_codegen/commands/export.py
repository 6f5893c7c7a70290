"""`runcomfy-codegen export`: write the schemas in forms that other tools read."""

from __future__ import annotations

from pathlib import Path

import click

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors, unknown_model
from runcomfy_codegen.export.command import ExportCommand
from runcomfy_codegen.export.unknown_model import UnknownModelError

_models = click.argument("models", nargs=-1, metavar="[MODEL_ID]...")
_out = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; standard output if left out.",
)


@click.group()
def export() -> None:
    """Write the schemas in forms that other tools and languages read.

    A file that is committed to git is kept up to date: `check` compares it, `generate` writes it.
    """


@export.command()
@_models
@click.option("--version", type=click.Choice(["3.1", "3.0"]), default="3.1", show_default=True)
@options.schemas
@_out
def openapi(models: tuple[str, ...], version: str, schemas: Path, out: Path | None) -> int:
    """Write an OpenAPI document of the models MODEL_ID (`kling/*` for many), or of all."""
    _write(ExportCommand("openapi", version, models), schemas, out)
    return 0


@export.command()
@click.argument("model_id")
@click.option("--side", type=click.Choice(["input", "output"]), default="input", show_default=True)
@options.schemas
@_out
def jsonschema(model_id: str, side: str, schemas: Path, out: Path | None) -> int:
    """Write the JSON Schema (2020-12) of the inputs or outputs of MODEL_ID."""
    _write(ExportCommand("jsonschema", side, (model_id,)), schemas, out)
    return 0


def _write(command: ExportCommand, schemas: Path, out: Path | None) -> None:
    """Write what is exported to `out`, or to standard output."""
    with exit_on_errors("could not export"):
        try:
            text = command.text(schemas)
        except UnknownModelError as error:
            raise CommandFailedError(unknown_model(error.pattern, error.known)) from None
        if out:
            write_if_changed(out, text)
        else:
            click.echo(text, nl=False)
