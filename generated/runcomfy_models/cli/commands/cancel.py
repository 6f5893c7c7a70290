# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f52184a46162c0bd3091c33a4754022b
"""`runcomfy-models cancel ID`: ask to cancel a job."""

import click

from runcomfy_models._runtime.jobs.cancelling import CancelOutcome

from .. import options
from ..command import Command
from ..errors.exit_codes import ExitCode
from ..errors.stages import stage_of
from ..output.printing import print_json, print_line

OUTCOMES = {
    CancelOutcome.CANCELLED: ("cancelled: it will not be charged", ExitCode.DONE),
    CancelOutcome.CANCELLATION_REQUESTED: (
        "asked for; it may still run",
        ExitCode.STILL_GOING,
    ),
    CancelOutcome.ALREADY_RUNNING: (
        "it runs already, and will be charged",
        ExitCode.STILL_GOING,
    ),
    CancelOutcome.ALREADY_FINISHED: ("it had ended before", ExitCode.DONE),
    CancelOutcome.NOT_CONFIRMED: (
        "not confirmed: look at its status",
        ExitCode.STILL_GOING,
    ),
}
"""Outcome: its message and the exit status."""


@click.command(cls=Command)
@options.request_id
@options.model
@options.journal
@options.as_json
def cancel(
    request_id: str, model_id: str | None, journal: str | None, as_json: bool
) -> int:
    """Ask to cancel a job. Only a queued one can be cancelled; a running one is charged."""
    from ..jobs.by_id import followed  # here: the help does not need it

    with followed(request_id, journal, model_id) as job:
        stage_of(click.get_current_context()).interruption_text = (
            f"request {request_id}: it may have been cancelled; "
            f"look: runcomfy-models status {request_id}"
        )
        outcome = job.request.cancel()
        if outcome is CancelOutcome.CANCELLED:
            job.record_end()
    words, code = OUTCOMES[outcome]
    if as_json:
        print_json({"request_id": request_id, "outcome": outcome.value})
    else:
        print_line(words)
    return code
