# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 44788e142776709c52fc24d2d25a057e
"""The limit of a job's cost, from the command line or the environment."""

from decimal import Decimal

import click

from runcomfy_models._runtime.option_checks import check_amount


def read_limit(
    text: str | None, option: str = "--max-cost (RUNCOMFY_MAX_COST)"
) -> Decimal | None:
    """Return the amount of an `option` in US dollars; None if there is none.

    Raises `click.UsageError` for anything but an amount, also for an empty text: the user may
    have meant to set a limit.
    """
    if text is None:
        return None
    amount = text.strip().removeprefix("$")
    try:
        check_amount(option, amount)
    except ValueError as error:
        raise click.UsageError(f"{error}; nothing was sent") from None
    return Decimal(amount)
