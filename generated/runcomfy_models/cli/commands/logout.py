# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 84a3a180f4fa22d33feb5c4d352a3a8f
"""`runcomfy-models logout`: remove the stored token."""

import click

from .. import options
from ..command import Command
from ..errors.command_errors import WrongInput
from ..output.printing import print_json, print_to_stderr
from .login import warn_of_environment_token


@click.command(cls=Command)
@options.as_json
def logout(as_json: bool) -> None:
    """Remove the token that `login`, or RunComfy's CLI, has stored.

    The service still accepts it: revoke it there if somebody else has seen it.
    """
    from runcomfy_models._runtime.http.token_file import remove_token

    try:
        path = remove_token()
    except RuntimeError:
        raise WrongInput(
            "this user has no home folder: set RUNCOMFY_CONFIG_DIR"
        ) from None
    print_to_stderr("no token was stored" if path is None else f"removed {path}")
    warn_of_environment_token("still counts")
    if as_json:
        print_json({"removed": None if path is None else str(path)})
