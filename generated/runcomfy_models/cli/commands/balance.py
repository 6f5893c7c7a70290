# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 199d56877eddfca108ef4de9d5b866f5
"""`runcomfy-models balance`: what is left on the account."""

import click

from .. import options
from ..command import Command
from ..output.printing import say, say_json


@click.command(cls=Command)
@options.as_json
def balance(as_json: bool) -> None:
    """Print what is left on the account, in US dollars: `$12.34`.

    With --json, the object has `balance_usd`, a text that keeps every digit, and `currency`.
    """
    from ..accounts import account  # here: the help needs nothing of it

    with account() as asked:
        found = asked.balance()
    if as_json:
        say_json(found.to_dict())
    else:
        say(found)
