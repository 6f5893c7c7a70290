# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 11edb226cb2890077b06e09ef529a741
"""`runcomfy-models batch MODEL TABLE`: run a model for each row, each paid for once."""

from typing import Any

import click

from .. import options
from ..command import Command
from ..errors.stages import stage_of
from ..models.id_completion import complete_models
from ..models.ids import current_id
from ..path_completion import complete_files


@click.command(cls=Command)
@click.argument("model", shell_complete=complete_models)
@click.argument("table", metavar="TABLE|-", type=click.Path(allow_dash=True))
@click.option(
    "--journal",
    metavar="FILE",
    type=options.NON_EMPTY,
    shell_complete=complete_files,
    help="The journal of the batch, or postgresql://…: what resumes it. Default: TABLE.db.",
)
@click.option(
    "--budget", metavar="DOLLARS", help="The most that all jobs of the journal cost."
)
@click.option(
    "--at-once",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Jobs at a time.",
)
@click.option(
    "--files",
    metavar="TEMPLATE",
    help="Paths of the files: 'out/{key}{suffix}'. Default: none.",
)
@click.option(
    "--retries",
    type=click.IntRange(min=0),
    default=0,
    help="Further paid tries of a failed job.",
)
@click.option(
    "--receipts",
    is_flag=True,
    help="Write a receipt beside each file: how it was made.",
)
@click.option("--strict", is_flag=True, help="Send nothing if any row is invalid.")
@click.option("--plan", "only_plan", is_flag=True, help="Check all rows; send nothing.")
@options.on_interrupt
@options.yes
@options.max_cost
@options.max_cost_unknown
@options.as_json
@click.pass_context
def batch(ctx: click.Context, /, model: str, **given: Any) -> int:
    """Run a MODEL for each row of a TABLE: rows.csv, rows.jsonl, or - for standard input.

    Columns are the inputs by their names in the API, and `key`, which identifies the job. A local
    path is a file. Run the same again to continue where it stopped: nothing is paid for twice.
    """
    from ..jobs.batches import BatchCommand  # here: the help does not need it

    command = BatchCommand(model_id=current_id(model), **given)
    return command.run(stage_of(ctx))
