# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: c02bc48db7c1442f43f3760910fbc752
"""Exit statuses of the commands. docs/command-line.md has the same table for users."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit status of a command."""

    DONE = 0
    """What was asked for is done."""
    WRONG_INPUT = 1
    """Something that was given cannot be used; nothing was sent."""
    USAGE = 2
    """The command line itself is wrong; nothing was sent."""
    REFUSED = 3
    """By the service, for token, balance or price, or nobody agreed to pay: nothing was queued."""
    JOB_FAILED = 4
    """The job has ended without a result."""
    STILL_GOING = 5
    """The job goes on, or its files or the output are still missing; its id was printed."""
    UNKNOWN = 6
    """Nobody knows whether the job was queued: never run again without looking."""
    INTERRUPTED = 130
    """Ctrl-C; the id of a job that was submitted was printed."""
