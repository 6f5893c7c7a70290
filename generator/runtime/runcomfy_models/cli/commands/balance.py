"""`runcomfy-models balance`: what is left on the account."""

import click

from .. import options
from ..command import Command
from ..output.printing import print_json, print_line


@click.command(cls=Command)
@options.as_json
def balance(as_json: bool) -> None:
    """Print what is left on the account, in US dollars: `$12.34`.

    With --json, the object has `balance_usd`, a text that keeps every digit, and `currency`.
    """
    from ..accounts import account  # here: the help does not need it

    with account() as user:
        left = user.balance()
    if as_json:
        print_json(left.to_dict())
    else:
        print_line(left)
