# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f94e29e3ee6909ed727193c435d7e597
"""Ask for consent to pay on a terminal; without one, never assume it."""

import sys
from collections.abc import Sequence

import click

from ..errors.command_errors import PaymentRefused
from ..output.printing import is_terminal, one_line, print_to_stderr


def ask_for_consent(
    summary: Sequence[str], question: str, *, assume_yes: bool, has_cost_limit: bool
) -> None:
    """Return if the user agrees to pay, else raise `PaymentRefused`.

    With `assume_yes`, nothing is asked. On a terminal, the `summary` is shown and the
    `question` asked; without one, a limit of the cost counts as consent.
    """
    if assume_yes:
        return
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        if has_cost_limit:
            return
        raise PaymentRefused(
            "nothing was sent: no terminal to ask on. --yes agrees to pay, "
            "--max-cost DOLLARS up to an amount"
        )
    for line in summary:
        print_to_stderr(one_line(line))
    if not click.confirm(question, err=True):
        raise PaymentRefused("nothing was sent")
