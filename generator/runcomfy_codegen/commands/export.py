"""`runcomfy-codegen export`: write the schemas in forms that other tools read."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.commands import options
from runcomfy_codegen.commands.failures import CommandFailedError, exit_on_errors, unknown_model
from runcomfy_codegen.export.command import OPTIONS, ExportCommand, json_text
from runcomfy_codegen.export.committed import command_file
from runcomfy_codegen.export.exported_model import read_exported
from runcomfy_codegen.export.inexpressible import InexpressibleError
from runcomfy_codegen.export.tool_limits import exceeded_limits
from runcomfy_codegen.export.tools import as_tools, tool_objects
from runcomfy_codegen.export.unknown_model import UnknownModelError
from runcomfy_codegen.untrusted_text import printable

F = TypeVar("F", bound=Callable[..., Any])

_models = click.argument("models", nargs=-1, metavar="[MODEL_ID]...")
_out = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; standard output if left out.",
)


def _choice(kind: str, option: str, *names: str, help: str) -> Callable[[F], F]:  # noqa: A002
    """Return an option of the command `kind`, with its values."""
    values = OPTIONS[kind][option]
    return click.option(
        f"--{option}",
        *names,
        type=click.Choice(values),
        default=values[0],
        show_default=True,
        help=help,
    )


@click.group()
def export() -> None:
    """Write the schemas in forms that other tools and languages read.

    A file that is committed to git is kept up to date: `check` compares it, `generate` writes it.
    """


@export.command()
@_models
@_choice("openapi", "version", help="The version of OpenAPI.")
@options.schemas
@_out
def openapi(models: tuple[str, ...], version: str, schemas: Path, out: Path | None) -> int:
    """Write an OpenAPI document of the models MODEL_ID (`kling/*` for many), or of all."""
    with _exit_on_errors():
        _write(ExportCommand("openapi", (version,), models).text(schemas), out)
    return 0


@export.command()
@click.argument("model_id")
@_choice("jsonschema", "side", help="The inputs or the output.")
@options.schemas
@_out
def jsonschema(model_id: str, side: str, schemas: Path, out: Path | None) -> int:
    """Write the JSON Schema (2020-12) of the inputs or outputs of MODEL_ID."""
    with _exit_on_errors():
        _write(ExportCommand("jsonschema", (side,), (model_id,)).text(schemas), out)
    return 0


@export.command()
@click.argument("models", nargs=-1, required=True, metavar="MODEL_ID...")
@_choice(
    "tools",
    "profile",
    help="Plain schemas, or strict ones: every property is required, null for one that is not "
    "needed, with limits in words.",
)
@_choice("tools", "for", "api", help="The API that the tools are for.")
@options.schemas
@_out
def tools(models: tuple[str, ...], profile: str, api: str, schemas: Path, out: Path | None) -> int:
    """Write the models MODEL_ID (`kling/*` for many) as tools that a language model may call.

    Writes a JSON array, to be sent unchanged. `Input.from_tool(arguments)` of a model's module
    reads the arguments of a call. FILE.command, beside FILE, records this command: with both in
    git, `generate` keeps the tools up to date.
    """
    with _exit_on_errors(InexpressibleError):
        exported_tools = as_tools(read_exported(schemas, models).models, profile)
        for tool in exported_tools:
            for problem in tool.left_out:
                click.echo(f"warning: {tool.name}: left out {printable(problem)}", err=True)
        for problem in exceeded_limits(exported_tools, api):
            click.echo(f"warning: {problem}", err=True)
        _write(json_text(tool_objects(exported_tools, api)), out)
        if out:
            command = ExportCommand("tools", (profile, api), models)
            write_if_changed(command_file(out), f"{command}\n")
    return 0


@contextmanager
def _exit_on_errors(*others: type[Exception]) -> Generator[None]:
    with exit_on_errors("could not export", *others):
        try:
            yield
        except UnknownModelError as error:
            raise CommandFailedError(unknown_model(error.pattern, error.model_ids)) from None


def _write(text: str, out: Path | None) -> None:
    """Write what is exported to `out`, or to standard output."""
    if out:
        write_if_changed(out, text)
    else:
        click.echo(text, nl=False)
