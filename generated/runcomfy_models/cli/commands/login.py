# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 04cf5dbef82625c08be63b8ec3ef2f32
"""`runcomfy-models login`: store a token where RunComfy's CLI keeps it."""

import sys

import click

from .. import options
from ..command import Command
from ..errors.command_errors import WrongInput
from ..output.printing import is_terminal, print_json, print_to_stderr
from ..standard_input import standard_input

WHERE = "yours is in your profile on www.runcomfy.com"


@click.command(
    cls=Command,
    # An argument may be a token, which click would print in its message.
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@options.as_json
@click.pass_context
def login(context: click.Context, as_json: bool) -> None:
    """Store a token, for this command, for the library, and for RunComfy's CLI.

    It is asked for on a terminal, else read from standard input: `login < token.txt`. Only you
    may read the file (mode 600). A token in the environment comes first.
    """
    if context.args:
        raise click.UsageError(
            "a token is asked for, or read from standard input; on the command line, other "
            "users and the shell's history would see it"
        )
    path = _store(_typed() if is_terminal(sys.stdin) else _first_line())
    print_to_stderr(f"stored in {path}")
    warn_of_environment_token("comes first")
    if as_json:
        print_json({"stored": str(path)})


def warn_of_environment_token(what: str) -> None:
    """Warn if a token in the environment comes before the stored one."""
    from runcomfy_models._runtime.environment import variable
    from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES

    for name in TOKEN_VARIABLES:
        if variable(name):
            print_to_stderr(f"note: {name} is set, and {what}")
            return


def _typed() -> str:
    text: str = click.prompt(f"Token ({WHERE})", hide_input=True, err=True)
    return text


def _first_line() -> str:
    return standard_input().readline().decode("utf-8-sig", errors="replace")


def _store(text: str) -> str:
    """Store a token; return the path. No message shows it."""
    from runcomfy_models import AuthenticationError
    from runcomfy_models._runtime.http.credentials import Token
    from runcomfy_models._runtime.http.token_file import store_token

    token = text.strip()
    try:
        Token(token, "standard input")
        return str(store_token(token))
    except AuthenticationError as error:
        raise WrongInput(f"{error}; nothing was stored") from None
    except RuntimeError:
        raise WrongInput(
            "this user has no home folder: set RUNCOMFY_CONFIG_DIR"
        ) from None
