# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0d4cc11ba51f76544d9f21a269326874
"""The stage of a paid call, on which the meaning of an error depends."""

from dataclasses import dataclass

import click

_KEY = "runcomfy_models.cli.stage"


@dataclass
class Stage:
    """The stage that a command has reached."""

    is_paying: bool = False
    """Whether the paid call has begun: until then, nothing was sent."""
    request_id: str | None = None
    """The job that was submitted here."""
    followed_id: str | None = None
    """The job that a command follows by its id; it was submitted before."""
    key: str | None = None
    """The key of the job in the journal."""
    has_ended: bool = False
    """Whether that job is done; its files may still be missing."""
    is_batch: bool = False
    interruption_text: str = ""
    """The message after an interruption; if empty, it follows from the others."""
    journal: str | None = None
    """The journal, if it is not that of the user."""


def stage_of(context: click.Context) -> Stage:
    """Return the stage of the command that runs."""
    stage: Stage = context.meta.setdefault(_KEY, Stage())
    return stage
