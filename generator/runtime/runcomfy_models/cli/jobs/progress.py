"""Progress of a job, on standard error."""

import sys
from collections.abc import Callable

from runcomfy_models import RequestStatus
from runcomfy_models._runtime.status import status_in_words

from ..output.printing import is_terminal, print_to_stderr

Watch = Callable[[RequestStatus], object]


def watch() -> Watch:
    """Return a callback that shows each change of a job: a display on a terminal, else lines."""
    if not is_terminal(sys.stderr):
        return _print_status
    from rich.console import Console

    from runcomfy_models.progress import ProgressDisplay

    class _Patient(Console):
        def on_broken_pipe(self) -> None:  # standard error was closed: the job goes on
            self.quiet = True

    return ProgressDisplay(_Patient(stderr=True))


def status_words(status: RequestStatus) -> str:
    """Return `in queue, place 3`."""
    return status_in_words(status.status, status.queue_position)


def _print_status(status: RequestStatus) -> None:
    print_to_stderr(f"request {status.request_id}: {status_words(status)}")
