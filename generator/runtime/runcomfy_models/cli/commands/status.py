"""`runcomfy-models status ID`: look at a job once."""

import click

from .. import options
from ..command import Command
from ..output.printing import print_json, print_line


@click.command(cls=Command)
@options.request_id
@options.model
@options.journal
@options.as_json
def status(
    request_id: str, model_id: str | None, journal: str | None, as_json: bool
) -> int:
    """Look at a job once. The exit status is 0, 4 or 5: done, failed, still going."""
    from ..jobs.by_id import exit_code_of, followed  # here: the help does not need it
    from ..jobs.progress import status_words

    with followed(request_id, journal, model_id) as job:
        latest = job.request.status()
        if latest.ended:
            job.record_end()
    if as_json:
        print_json(
            {
                "request_id": latest.request_id,
                **job.facts,
                "status": latest.status,
                "queue_position": latest.queue_position,
            }
        )
    else:
        print_line(status_words(latest))
    return exit_code_of(latest)
