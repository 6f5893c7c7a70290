"""The command line: its subcommands, and how each kind of failure is reported."""

from __future__ import annotations

import importlib
import io
import sys

import click

from runcomfy_codegen.commands.printing import describe_os_error
from runcomfy_codegen.interruption import exit_status

COMMANDS = {
    "import": ("runcomfy_codegen.commands.import_pages", "import_pages"),
    "generate": ("runcomfy_codegen.commands.generate", "generate"),
    "check": ("runcomfy_codegen.commands.check", "check"),
    "simulate": ("runcomfy_codegen.commands.simulate", "simulate"),
    "diff": ("runcomfy_codegen.commands.diff", "diff"),
    "next-version": ("runcomfy_codegen.commands.next_version", "next_version"),
    "changelog": ("runcomfy_codegen.commands.changelog", "changelog"),
    "sync": ("runcomfy_codegen.commands.sync", "sync"),
    "list": ("runcomfy_codegen.commands.list", "list_models"),
    "rules": ("runcomfy_codegen.commands.rules", "rules"),
    "show": ("runcomfy_codegen.commands.show", "show"),
    "docs": ("runcomfy_codegen.commands.docs", "docs"),
    "export": ("runcomfy_codegen.commands.export", "export"),
}
"""Name of a subcommand: its module and function."""


class _LazyGroup(click.Group):
    """A group that imports the module of a subcommand only when that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), function)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="runcomfy-models", message="%(version)s")
def runcomfy_codegen() -> None:
    """Generate typed Python clients from RunComfy's docs pages."""


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return its exit status.

    0; 1 for what the command found or could not write; 2 for wrong usage, and for a command that
    could not do its work (`commands/failures.py`); 130 for Ctrl-C (`interruption.exit_status`).
    """
    _escape_unencodable_output()
    try:
        # Without standalone mode, click neither exits nor swallows Ctrl-C.
        status = runcomfy_codegen.main(args=arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        click.echo("interrupted; no file is incomplete, some may not be updated yet", err=True)
        return exit_status(error)
    except OSError as error:
        click.echo(f"error: {describe_os_error(error)}", err=True)
        return 1
    return status if isinstance(status, int) else 0


def _escape_unencodable_output() -> None:
    """Escape characters that the terminal's encoding lacks: pages are in many languages."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
