"""`runcomfy-models settle KEY`: record the outcome of a job that is unknown."""

import click

from .. import options
from ..command import Command
from ..errors.command_errors import WrongInput
from ..output.printing import print_json, print_line, print_to_stderr


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
    from ..journals import existing_journal  # here: the help does not need it

    if (request_id is None) is not not_sent:
        raise click.UsageError("give either --request-id ID or --not-sent")
    if request_id is not None and len(keys) > 1:
        raise click.UsageError("--request-id needs exactly one KEY")
    sent = False if not_sent else None
    with existing_journal(journal) as opened:
        if opened is None:
            raise WrongInput("there is no journal: nothing was run yet")
        for key in keys:
            try:
                entry = opened.settle(key, request_id=request_id, sent=sent)
            except (LookupError, ValueError) as error:
                raise WrongInput(str(error.args[0])) from None
            if as_json:
                print_json(entry.to_dict())
            else:
                print_line(f"{entry.key}\t{entry.state}")
    if request_id is not None:
        print_to_stderr(f"follow it: runcomfy-models wait {request_id}")
