"""A display of jobs under way, for the option `on_update`. Needs runcomfy-models[progress].

`client.with_options(on_update=ProgressDisplay()).run(prompt="…")` is all it takes.
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
    """A line for each job: model, status, place in the queue, time since it was seen.

    One display may be handed to many clients and threads. It is drawn while a job that
    it knows is under way; as a context manager it stays until the end of the block.
    Where there is no terminal the last state alone is printed.
    """

    def __init__(self, console: Console | None = None) -> None:
        """Draw on `console`, standard error where it is None."""
        self._progress = Progress(
            SpinnerColumn(finished_text="·"),
            TextColumn("{task.fields[model_id]}", markup=False),
            TextColumn("{task.fields[state]}", markup=False),
            TimeElapsedColumn(),
            console=console or Console(stderr=True),
        )
        self._lines: dict[str, TaskID] = {}
        self._stays = False

    def __call__(self, status: RequestStatus) -> None:
        """Show what has changed; the first status of a job opens its line."""
        self._progress.start()
        line = self._lines.get(status.request_id)
        if line is None:
            line = self._progress.add_task(
                "", total=1, model_id=status.model_id, state=_state(status)
            )
            self._lines[status.request_id] = line
        self._update(line, _state(status), status.ended)

    def left(self, request_id: str) -> None:
        """Nobody waits for the job any more: its line stays as it is."""
        if request_id in self._lines:
            self._update(self._lines[request_id], "not waited for any more", ended=True)

    def _update(self, line: TaskID, state: str, ended: bool) -> None:
        self._progress.update(line, state=state, completed=int(ended), refresh=True)
        if self._progress.finished and not self._stays:
            self._leave()

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._stays = True
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the last state on the screen."""
        self._stays = False
        self._leave()

    def _leave(self) -> None:
        """Stop drawing; what stands on the screen is not drawn again."""
        self._progress.stop()
        while self._lines:
            self._progress.remove_task(self._lines.popitem()[1])


def _state(status: RequestStatus) -> str:
    """The status in words, with nothing in it that moves the cursor."""
    words = "".join(c for c in status.status[:40] if c.isprintable()).replace("_", " ")
    place = status.queue_position
    return words if place is None else f"{words}, place {place}"
