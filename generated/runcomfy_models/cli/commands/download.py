# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2be4f77511ed62555855f453a0ff8330
"""`runcomfy-models download ID`: download the files of a job that has ended."""

import click

from .. import options
from ..command import Command
from ..errors.stages import stage_of


@click.command(cls=Command)
@options.request_id
@options.out
@options.model
@options.journal
@options.as_json
def download(
    request_id: str, out: str, model_id: str | None, journal: str | None, as_json: bool
) -> None:
    """Download the files of a job that has ended, and print their paths; no file is replaced."""
    from ..jobs.by_id import followed  # here: the help does not need it
    from ..jobs.destination import Destination
    from ..jobs.results import print_result, record_or_warn

    with followed(request_id, journal, model_id) as job:
        destination = Destination(out, job.key, job.model_id)
        destination.check()
        result = job.result()
        stage_of(click.get_current_context()).has_ended = True
        paths = destination.download(result)
        record_or_warn(job.journal, job.key, paths)
        print_result(result, job.facts, paths, as_json=as_json)
