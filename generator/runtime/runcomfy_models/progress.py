"""A progress display for the option `on_update`. Needs runcomfy-models[progress].

client.with_options(on_update=ProgressDisplay()).run(prompt="…")
"""

from types import TracebackType
from typing import Self

try:
    from rich.console import Console
    from rich.progress import (
        Progress,
        SpinnerColumn,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
    )
except ImportError as error:
    raise ImportError(
        'the progress display needs rich: pip install "runcomfy-models[progress]"'
    ) from error

from ._runtime.status import RequestStatus


class ProgressDisplay:
    """Shows a line for each job: model, status, place in the queue, elapsed time.

    One display can serve many clients and threads. It is drawn while at least one of its
    jobs is not finished; as a context manager, until the end of the block. Without a
    terminal, only the last state is printed.
    """

    def __init__(self, console: Console | None = None) -> None:
        """Draw on `console`, by default on standard error."""
        self._progress = Progress(
            SpinnerColumn(finished_text="·"),
            TextColumn("{task.fields[model_id]}", markup=False),
            TextColumn("{task.fields[state]}", markup=False),
            TimeElapsedColumn(),
            console=console or Console(stderr=True),
        )
        self._lines: dict[str, TaskID] = {}
        self._is_entered = False

    def __call__(self, status: RequestStatus) -> None:
        """Show `status`; the first one of a job adds its line."""
        self._progress.start()
        line = self._lines.get(status.request_id)
        if line is None:
            line = self._progress.add_task(
                "", total=1, model_id=status.model_id, state=_state(status)
            )
            self._lines[status.request_id] = line
        self._update(line, _state(status), status.ended)

    def left(self, request_id: str) -> None:
        """Show that the wait for a job has ended before the job."""
        if request_id in self._lines:
            self._update(self._lines[request_id], "no longer waited for", ended=True)

    def _update(self, line: TaskID, state: str, ended: bool) -> None:
        self._progress.update(line, state=state, completed=int(ended), refresh=True)
        if self._progress.finished and not self._is_entered:
            self._stop()

    def __enter__(self) -> Self:
        """Start to draw."""
        self._is_entered = True
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, and leave the last state on the screen."""
        self._is_entered = False
        self._stop()

    def _stop(self) -> None:
        """Stop drawing, and forget all lines so that they are not drawn again."""
        self._progress.stop()
        while self._lines:
            self._progress.remove_task(self._lines.popitem()[1])


def _state(status: RequestStatus) -> str:
    """Return the status in words."""
    # It comes from the service: a control character could move the cursor.
    words = "".join(c for c in status.status[:40] if c.isprintable()).replace("_", " ")
    place = status.queue_position
    return words if place is None else f"{words}, place {place}"
