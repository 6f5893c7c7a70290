"""`runcomfy-models price MODEL`: what a job may cost."""

from typing import Any

import click

from .. import options
from ..command import Command
from ..flags.index import Flags, OptionValues
from ..flags.model_group import ModelGroup
from ..output.printing import print_json, print_line


@click.command("price", cls=Command)
@options.input_file
@options.settings
@options.as_json
def _price(
    model_id: str,
    flags: Flags,
    option_values: OptionValues,
    input_file: str | None,
    settings: tuple[str, ...],
    as_json: bool,
) -> None:
    """Estimate what a job costs, by the catalog's price; nothing is sent.

    The inputs that the price depends on are enough. One that is left out may have any value, so
    that the price is a range. A price that is not known is printed as unknown, never as 0.
    """
    from runcomfy_models._runtime._sync.any_client import input_type_of

    from ..accounts import account_for_checks  # here: the help does not need it
    from ..flags.gathering import gather
    from ..flags.problems import reported_by_flag
    from ..models.clients import client_type

    gathered = gather(flags, option_values, input_file, settings)
    client: Any = client_type(model_id)
    with account_for_checks() as account, reported_by_flag(gathered, flags):
        price = client(account).price(**gathered.keywords(input_type_of(client)))
    if as_json:
        print_json({"model_id": model_id, **price.to_dict()})
    else:
        print_line(f"{price} ({price.basis})")


price = ModelGroup(_price)
