# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: e1d004c3d72673c5133f868efc36093d
"""Amounts of money, from the command line or the environment."""

from decimal import Decimal

import click

from runcomfy_models._runtime.option_checks import check_amount

MAX_COST_OPTION = "--max-cost (RUNCOMFY_MAX_COST)"
"""The limit of a job's cost, as messages name it."""


def read_amount(text: str | None, option: str) -> Decimal | None:
    """Return the amount of an `option` in US dollars; None if it was not given.

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
