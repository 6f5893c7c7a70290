"""`runcomfy-models run MODEL`: check, ask, pay, wait, download."""

from typing import Any

import click

from .. import options
from ..command import Command
from ..flags.index import Flags, GivenFlags
from ..model_group import ModelGroup
from ..stages import stage_of


@click.command("run", cls=Command)
@options.input_file
@options.settings
@options.out
@click.option(
    "--dry-run", is_flag=True, help="Print payload, price and curl; send nothing."
)
@click.option(
    "--no-wait", is_flag=True, help="Print the id of the job, and do not wait for it."
)
@options.timeout
@options.on_interrupt
@click.option(
    "--key", help="Key in the journal: a job with the same key is paid for once."
)
@options.journal
@options.no_journal
@options.yes
@options.max_cost
@options.max_cost_unknown
@options.as_json
@click.pass_context
def _run(
    ctx: click.Context,
    /,
    model_id: str,
    flags: Flags,
    given: GivenFlags,
    input_file: str | None,
    settings: tuple[str, ...],
    dry_run: bool,
    max_cost: str | None,
    max_cost_unknown: options.UnknownCost,
    as_json: bool,
    **others: Any,
) -> None:
    """Run a model: check its inputs, ask before paying, wait, and download its files.

    Prints the path of each file; everything else goes to standard error. A local path is a file,
    - is standard input.
    """
    from .. import running  # here: the help needs nothing of it
    from ..dry_run import say_call
    from ..money import read_limit

    limit = read_limit(max_cost)
    plan = running.plan(model_id, flags, given, input_file, settings)
    if dry_run:
        say_call(plan.call, plan.base_url, plan.price, as_json)
    running.check_limit(plan, limit, max_cost_unknown)
    if dry_run:
        return
    chosen = running.RunOptions(
        **others, limit=limit, max_cost_unknown=max_cost_unknown, as_json=as_json
    )
    running.run(plan, chosen, stage_of(ctx))


run = ModelGroup(_run)
