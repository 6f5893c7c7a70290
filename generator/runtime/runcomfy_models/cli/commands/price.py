"""`runcomfy-models price MODEL`: what a job may cost."""

from typing import Any

import click

from .. import options
from ..command import Command
from ..flags.index import Flags, GivenFlags
from ..flags.model_group import ModelGroup
from ..output.printing import print_json, print_line


@click.command("price", cls=Command)
@options.input_file
@options.settings
@options.as_json
def _price(
    model_id: str,
    flags: Flags,
    given: GivenFlags,
    input_file: str | None,
    settings: tuple[str, ...],
    as_json: bool,
) -> None:
    """Estimate what a job costs, by the catalog's price; nothing is sent.

    The inputs that the price depends on are enough. One that is left out may have any value, so
    that the price is a range. What is not known is called unknown, never 0.
    """
    from ..accounts import account_for_checks  # here: the help needs nothing of it
    from ..flags.gathering import gather
    from ..flags.problems import named_as_given
    from ..models.clients import client_type, input_type_of

    gathered = gather(flags, given, input_file, settings)
    kind: Any = client_type(model_id)
    with account_for_checks() as account, named_as_given(gathered, flags):
        price = kind(account).price(**gathered.keywords(input_type_of(kind)))
    if as_json:
        print_json({"model_id": model_id, **price.to_dict()})
    else:
        print_line(f"{price} ({price.basis})")


price = ModelGroup(_price)
