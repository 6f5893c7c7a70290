"""Exit statuses of the commands. docs/command-line.md has the same table for users."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit status of a command."""

    DONE = 0
    """The command has done its work."""
    WRONG_INPUT = 1
    """An input or file cannot be used; nothing was sent."""
    USAGE = 2
    """The command line itself is wrong; nothing was sent."""
    REFUSED = 3
    """Refused by the service, by a price limit or by the user: nothing was queued."""
    JOB_FAILED = 4
    """The job has ended without a result."""
    STILL_GOING = 5
    """The job goes on, or its files or the output are still missing; its id was printed."""
    UNKNOWN = 6
    """The job may or may not have been queued: never run it again without looking."""
    INTERRUPTED = 130
    """Ctrl-C; the id of a job that was submitted was printed."""
