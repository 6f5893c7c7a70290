# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d7b10c3229719fca48e6df601b8213d0
"""`runcomfy-models settle KEY`: record the outcome of a job that is unknown."""

from functools import partial
from typing import TYPE_CHECKING

import click

from runcomfy_models._runtime.journal.settling import settle_not_queued

from .. import options
from ..command import Command
from ..errors.command_errors import WrongInput
from ..output.pasting import pasteable
from ..output.printing import print_json, print_safe_line, print_to_stderr

if TYPE_CHECKING:
    from runcomfy_models.journal import Entry, Journal


@click.command(cls=Command)
@click.argument("keys", metavar="KEY...", type=options.UTF_8, nargs=-1, required=True)
@click.option(
    "--request-id",
    metavar="ID",
    type=options.UTF_8,
    help="It was queued, with this id: follow it from now on.",
)
@click.option(
    "--not-sent", is_flag=True, help="It was not queued: it may be sent again."
)
@options.journal
@options.as_json
def settle(
    keys: tuple[str, ...],
    request_id: str | None,
    not_sent: bool,
    journal: str | None,
    as_json: bool,
) -> None:
    """Record the outcome of the unknown jobs KEY, once you have checked the account's history.

    With --not-sent, the same key may pay again: use it only if the job is certainly not there.
    """
    from ..journals import (  # here: the help does not need it
        existing_journal,
        journal_option,
    )

    _check_outcome(keys, request_id, not_sent)
    with existing_journal(journal) as opened:
        if opened is None:
            raise WrongInput("there is no journal: nothing was run yet")
        try:
            entries = _settled(opened, keys, request_id)
        except (LookupError, ValueError) as error:
            raise WrongInput(str(error.args[0])) from None
        for entry in entries:
            _print_entry(entry, as_json=as_json)
    if request_id is not None:
        job = f"{request_id}{journal_option(journal)}"
        print_to_stderr(f"follow it: runcomfy-models wait {job}")


def _check_outcome(
    keys: tuple[str, ...], request_id: str | None, not_sent: bool
) -> None:
    """Raise `click.UsageError` unless there is one outcome, and an id is for one key."""
    if (request_id is None) is not not_sent:
        raise click.UsageError("give either --request-id ID or --not-sent")
    if request_id is not None and len(keys) > 1:
        raise click.UsageError("--request-id needs exactly one KEY")


def _print_entry(entry: "Entry", *, as_json: bool) -> None:
    if as_json:
        print_json(entry.to_dict())
    else:
        print_safe_line(f"{pasteable(entry.key)}\t{entry.state}")


def _settled(
    journal: "Journal", keys: tuple[str, ...], request_id: str | None
) -> "list[Entry]":
    """Settle all of `keys`, or none if there is something wrong with one of them."""
    if request_id is not None:
        return [journal.settle(keys[0], request_id=request_id)]
    distinct = list(dict.fromkeys(keys))
    return journal.do(partial(settle_not_queued, keys=distinct)).result()
