# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 66d8430fb989bf7242a1c233d4252653
"""`runcomfy-models history`: the jobs in the journal."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..command import Command
from ..errors.command_errors import WrongInput
from ..models.id_completion import complete_models
from ..output.pasting import pasteable
from ..output.printing import print_json, print_rows, print_to_stderr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runcomfy_models.journal import Entry, Journal

_COLUMNS = ("key", "sent", "state", "cost", "model", "request_id")

SETTLE = (
    "look for them in the account's history, by time and inputs; then: "
    "runcomfy-models settle KEY{option} --request-id ID, or --not-sent"
)


@click.command(cls=Command)
@click.option(
    "--unknown",
    is_flag=True,
    help="Only jobs that may or may not have been queued.",
)
@click.option("--state", help="Only jobs in this state, such as done or failed.")
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"]),
    help="Only jobs that were sent then or later: 2026-12-31, or with a time (UTC).",
)
@click.option(
    "--model",
    "model_id",
    metavar="MODEL",
    shell_complete=complete_models,
    help="Only jobs of this model.",
)
@options.journal
@options.as_json
def history(
    unknown: bool,
    state: str | None,
    since: datetime | None,
    model_id: str | None,
    journal: str | None,
    as_json: bool,
) -> None:
    """List the jobs in the journal, the latest one last.

    In a pipe, each line has key, time (UTC), state, cost, model and request_id between tabs. With
    --json, each line has all that is recorded of a job, with the earlier attempts of its key.
    """
    # Here: the help does not need it.
    from ..journals import existing_journal, journal_option

    if unknown and state not in (None, "unknown"):
        raise click.UsageError("--unknown and --state exclude each other")
    with existing_journal(journal) as opened:
        if opened is None:
            print_to_stderr("nothing was run yet: there is no journal")
            return
        moment = since and since.replace(tzinfo=UTC)
        chosen = {
            "state": "unknown" if unknown else state,
            "since": moment,
            "model": model_id,
        }
        _print_jobs(opened, chosen, journal_option(journal), as_json=as_json)


def _print_jobs(
    opened: "Journal", chosen: dict[str, Any], option: str, *, as_json: bool
) -> None:
    """Print the `chosen` jobs; `option` is what commands need to find the same journal."""
    try:
        documents, entries = opened.documents(**chosen), opened.entries(**chosen)
    except ValueError as error:  # an unknown state
        raise WrongInput(str(error)) from None
    if as_json:
        for document in documents:
            print_json(document)
    else:
        _print_table(entries, option)


def _print_table(entries: "Iterable[Entry]", option: str) -> None:
    """Print the entries, and how to settle those that are unknown."""
    rows = [_row(entry) for entry in entries]
    print_rows(_COLUMNS, rows, safe_forms={"key": pasteable})
    if any(row[2] == "unknown" for row in rows):
        print_to_stderr(SETTLE.format(option=option))
    elif not rows:
        print_to_stderr("no jobs match")


def _row(entry: "Entry") -> tuple[str, ...]:
    from runcomfy_models._runtime.pricing import format_dollars

    sent = entry.sent_at or entry.planned_at
    cost = "" if entry.cost is None else format_dollars(entry.cost)
    time = f"{sent:%Y-%m-%d %H:%M:%S}"
    return entry.key, time, entry.state, cost, entry.model_id, entry.request_id or ""
