# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: fe18e6f49e6f6757669821c6d36e9b77
"""The command line: the table of its commands, each imported only when it is used."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import click

from runcomfy_models import __version__

from .errors.exit_codes import ExitCode
from .names import COMPLETING, PROGRAM
from .output.printing import print_json, print_to_stderr, silence

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Completions = list[CompletionItem[str]]


COMMANDS = {
    "models": "Find models by words.",
    "show": "Show a model: inputs, outputs, rules, price.",
    "price": "Estimate what a job costs; nothing is sent.",
    "run": "Run a model: its inputs are flags.",
    "status": "Look at a job once.",
    "wait": "Wait for the end of a job, and print its result.",
    "result": "Print the result of a job that has ended.",
    "cancel": "Ask to cancel a job.",
    "download": "Download the files of a job.",
    "batch": "Run a model for each row of a table.",
    "history": "List the jobs in the journal.",
    "settle": "Record the outcome of an unknown job.",
    "balance": "Print what is left on the account.",
    "login": "Store a token.",
    "logout": "Remove the stored token.",
    "mcp": "Serve the models to an agent, over MCP.",
    "completion": "Print the completion of a shell.",
}
"""Command: its line in the help, which lists them in this order.

Each is the function of that name in the module of that name, below `commands/`.
"""


class _LazyGroup(click.Group):
    """A group that imports the module of a command only when that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".commands.{cmd_name}", __package__)
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and args[0] not in COMMANDS:
            from runcomfy_models._runtime.suggesting import similar_hint

            hint = similar_hint(args[0], COMMANDS)
            raise click.UsageError(f"unknown command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "Completions":
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=line)
            for name, line in COMMANDS.items()
            if name.startswith(incomplete)
        ]

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def runcomfy_models() -> None:
    """Run the models of the RunComfy Model API.

    Exit status: 0 done, 1 wrong input (nothing sent), 2 usage, 3 refused, 4 job failed, 5 still
    going, 6 unknown (never run again without looking), 130 Ctrl-C.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and return the exit status: see `ExitCode`."""
    _escape_unencodable_output()
    if COMPLETING in os.environ:
        # This registers the completion of bash.
        import_module(".shell_completion", __package__)
    try:
        # Without standalone mode, click neither exits nor swallows Ctrl-C.
        status = runcomfy_models.main(
            arguments, prog_name=PROGRAM, standalone_mode=False
        )
    except click.ClickException as error:
        with suppress(OSError):  # standard error is closed, too
            _show(error, as_json="--json" in (arguments or sys.argv[1:]))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        print_to_stderr("interrupted")
        return ExitCode.INTERRUPTED
    except SystemExit as error:
        # click raises it, with 1, if the pipe that the help goes to was closed.
        return error.code if isinstance(error.code, int) and error.code != 1 else 0
    except OSError as error:  # the help cannot be written, as on a full disk
        silence(sys.stdout)
        print_to_stderr(f"error: standard output: {error.strerror}")
        return ExitCode.WRONG_INPUT
    return status if isinstance(status, int) else ExitCode.DONE


def _show(error: click.ClickException, as_json: bool) -> None:
    """Print what is wrong with the command line; with `--json`, also as JSON."""
    error.show()
    if not as_json:
        return
    facts = {"type": type(error).__name__, "message": error.format_message()}
    print_json({"error": facts, "exit_code": error.exit_code, "request_id": None})


def _escape_unencodable_output() -> None:
    """Escape characters that the terminal's encoding lacks: pages are in many languages."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
