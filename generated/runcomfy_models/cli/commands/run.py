# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 4c981803f871f00a6fc26ab5f4864835
"""`runcomfy-models run MODEL`: check, ask, pay, wait, download."""

from typing import Any

import click

from .. import options
from ..command import Command
from ..errors.exit_codes import ExitCode
from ..errors.stages import stage_of
from ..flags.index import Flags, OptionValues
from ..flags.model_group import ModelGroup


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
    "--key",
    type=options.UTF_8,
    help="Key in the journal: a job with the same key is paid for once.",
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
    option_values: OptionValues,
    input_file: str | None,
    settings: tuple[str, ...],
    dry_run: bool,
    max_cost: str | None,
    max_cost_unknown: options.UnknownCost,
    as_json: bool,
    **others: Any,
) -> ExitCode:
    """Run a model: check its inputs, ask before paying, wait, and download its files.

    Prints the path of each file; everything else goes to standard error. A local path is a file,
    - is standard input.
    """
    # Here: the help does not need them.
    from ..jobs import running
    from ..jobs.amounts import MAX_COST_OPTION, read_amount
    from ..jobs.dry_run import print_call

    limit = read_amount(max_cost, MAX_COST_OPTION)
    job = running.checked_job(model_id, flags, option_values, input_file, settings)
    if dry_run:
        refusal = job.refusal(limit, max_cost_unknown)
        return print_call(job.call, job.base_url, job.price, refusal, as_json=as_json)
    run_options = running.RunOptions(
        **others, limit=limit, max_cost_unknown=max_cost_unknown, as_json=as_json
    )
    running.run(job, run_options, stage_of(ctx))
    return ExitCode.DONE


run = ModelGroup(_run)
