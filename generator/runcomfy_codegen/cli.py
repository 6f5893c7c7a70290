"""The command line: which subcommands there are, and what each kind of failure looks like."""

from __future__ import annotations

import importlib
import io
import sys

import click

from runcomfy_codegen import INTERRUPTED

COMMANDS = {
    "import": ("runcomfy_codegen.commands.import_pages", "import_pages"),
    "generate": ("runcomfy_codegen.commands.generate", "generate"),
    "check": ("runcomfy_codegen.commands.check", "check"),
    "simulate": ("runcomfy_codegen.commands.simulate", "simulate"),
    "diff": ("runcomfy_codegen.commands.diff", "diff"),
    "sync": ("runcomfy_codegen.commands.sync", "sync"),
    "list": ("runcomfy_codegen.commands.list", "list_models"),
    "show": ("runcomfy_codegen.commands.show", "show"),
}
"""Name of a subcommand: its module and function."""


class _Lazy(click.Group):
    """A group that imports a subcommand's module only when that is called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), function)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="runcomfy-models", message="%(version)s")
def runcomfy_codegen() -> None:
    """From RunComfy's docs pages to typed Python clients."""


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0, 1, 2 for wrong usage, 130 for Ctrl-C."""
    _print_anything()
    try:
        status = runcomfy_codegen.main(args=arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; files written so far are whole, the rest is as it was", err=True)
        return INTERRUPTED
    except OSError as error:
        click.echo(f"error: {_os_error(error)}", err=True)
        return 1
    return status if isinstance(status, int) else 0


def _print_anything() -> None:
    """Pages come in ten languages; a terminal that lacks their letters gets escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _os_error(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"
