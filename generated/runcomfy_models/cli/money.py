# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ed05373c80834b868c0878a518597dfb
"""What a job may cost at most, as somebody has typed it or set it for a machine."""

from decimal import Decimal

import click

from runcomfy_models._runtime.option_checks import check_amount


def read_limit(
    text: str | None, option: str = "--max-cost (RUNCOMFY_MAX_COST)"
) -> Decimal | None:
    """Return the amount of an `option` in US dollars; None if there is none.

    Raises `click.UsageError` for anything but an amount.
    """
    if text is None or not text.strip():
        return None
    amount = text.strip().removeprefix("$")
    try:
        check_amount(option, amount)
    except ValueError as error:
        raise click.UsageError(f"{error}; nothing was sent") from None
    return Decimal(amount)
