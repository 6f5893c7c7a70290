# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d61ea28bc2855705d6fb14e72824a894
"""`runcomfy-models result ID`: print the result of a job that has ended."""

import click

from .. import options
from ..command import Command


@click.command(cls=Command)
@options.request_id
@options.model
@options.journal
@options.as_json
def result(
    request_id: str, model_id: str | None, journal: str | None, as_json: bool
) -> None:
    """Print the URLs of a job's files and its cost; `wait` waits for its end, too."""
    from ..jobs.by_id import followed  # here: the help does not need it
    from ..jobs.results import print_result

    with followed(request_id, journal, model_id) as job:
        print_result(job.result(), job.facts, None, as_json=as_json)
