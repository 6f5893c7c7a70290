"""`runcomfy-models wait ID`: wait for the end of a job, and print its result."""

import click

from .. import options
from ..command import Command


@click.command(cls=Command)
@options.request_id
@options.model
@options.timeout
@options.on_interrupt
@options.journal
@options.as_json
def wait(
    request_id: str,
    model_id: str | None,
    timeout: float,
    on_interrupt: options.Policy,
    journal: str | None,
    as_json: bool,
) -> None:
    """Wait for the end of a job, and print the URLs of its files and its cost."""
    from ..jobs.by_id import followed  # here: the help does not need it
    from ..jobs.progress import watch
    from ..jobs.results import print_result

    with followed(
        request_id,
        journal,
        model_id,
        wait_timeout=timeout,
        on_interrupt=on_interrupt,
        on_update=watch(),
    ) as job:
        print_result(job.request.result(), job.facts, None, as_json=as_json)
