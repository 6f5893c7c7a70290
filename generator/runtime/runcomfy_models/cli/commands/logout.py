"""`runcomfy-models logout`: remove the stored token."""

import click

from .. import options
from ..command import Command
from ..errors.refusals import WrongInput
from ..output.printing import say_json, tell
from .login import tell_environment


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
        raise WrongInput("there is no home folder: set RUNCOMFY_CONFIG_DIR") from None
    tell("no token was stored" if path is None else f"removed {path}")
    tell_environment("still counts")
    if as_json:
        say_json({"removed": None if path is None else str(path)})
