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
    from ..jobs.by_id import exit_code, followed  # here: the help needs nothing of it
    from ..jobs.progress import status_words

    with followed(request_id, journal, model_id) as job:
        now = job.request.status()
        if now.ended:
            job.record_end()
    if as_json:
        known = {"status": now.status, "queue_position": now.queue_position}
        print_json({"request_id": now.request_id, **job.facts, **known})
    else:
        print_line(status_words(now))
    return exit_code(now)
