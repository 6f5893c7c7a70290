# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0e887ebcfc65b32b6e50d3790baf82a9
"""Progress displays: `ProgressDisplay` for jobs, `BatchDisplay` for a batch.

    client.with_options(on_update=ProgressDisplay()).run(prompt="…")
    Batch("jobs.db", on_change=BatchDisplay())

They need runcomfy-models[progress].
"""

from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, Self

try:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
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

from ._runtime.status import RequestStatus, status_in_words

if TYPE_CHECKING:
    from ._runtime.batch.progress import Progress as BatchProgress

SHORT_ID = 8
"""Last characters of a request_id that are shown, to distinguish jobs of one model."""


class ProgressDisplay:
    """Shows a line for each job: model, id, status, place in the queue, elapsed time.

    One display can serve many clients and threads. It is drawn while at least one of its
    jobs is not finished; as a context manager, until the end of the block. From the second
    job on, a last line counts them. Without a terminal, only the last state is printed; in
    a notebook without ipywidgets, which cannot redraw, a line for each change.
    """

    def __init__(self, console: Console | None = None) -> None:
        """Draw on `console`, by default on standard error."""
        self._console = console or Console(stderr=True)
        self._can_redraw = not self._console.is_jupyter or bool(find_spec("ipywidgets"))
        self._progress = Progress(
            SpinnerColumn(finished_text="·"),
            TextColumn("{task.fields[model_id]}", markup=False),
            TextColumn("{task.fields[short_id]}", markup=False),
            TextColumn("{task.fields[state]}", markup=False),
            TimeElapsedColumn(),
            console=self._console,
        )
        self._lines: dict[str, TaskID] = {}
        self._total: TaskID | None = None
        self._is_entered = False

    def __call__(self, status: RequestStatus) -> None:
        """Show `status`; the first one of a job adds its line."""
        if not self._can_redraw:
            short_id = status.request_id[-SHORT_ID:]
            text = f"{status.model_id} {short_id}: {_state(status)}"
            self._console.out(text, highlight=False)
            return
        self._progress.start()
        line = self._lines.get(status.request_id)
        if line is None:
            line = self._add(status)
        self._update(line, _state(status), status.ended)

    def left(self, request_id: str) -> None:
        """Show that the wait for a job has ended before the job."""
        if request_id in self._lines:
            self._update(self._lines[request_id], "no longer waited for", ended=True)

    def _add(self, status: RequestStatus) -> TaskID:
        line = self._progress.add_task(
            "",
            total=1,
            model_id=status.model_id,
            short_id=status.request_id[-SHORT_ID:],
            state=_state(status),
        )
        self._lines[status.request_id] = line
        if self._total is not None:  # it stays the last line
            self._progress.remove_task(self._total)
        if len(self._lines) > 1:
            self._total = self._progress.add_task(
                "", model_id="all", short_id="", state=""
            )
        return line

    def _update(self, line: TaskID, state: str, ended: bool) -> None:
        self._progress.update(line, state=state, completed=int(ended))
        if self._total is not None:
            jobs = [task for task in self._progress.tasks if task.id != self._total]
            done = sum(task.finished for task in jobs)
            self._progress.update(
                self._total,
                total=len(jobs),
                completed=done,
                state=f"{done} of {len(jobs)} ended",
            )
        self._progress.refresh()
        if self._progress.finished and not self._is_entered:
            self._stop()

    def __enter__(self) -> Self:
        """Start to draw."""
        self._is_entered = True
        if self._can_redraw:
            self._progress.start()
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, and leave the last state on the screen."""
        self._is_entered = False
        self._stop()

    def _stop(self) -> None:
        """Stop drawing, and forget all lines so that they are not drawn again."""
        self._progress.stop()
        self._lines.clear()
        self._total = None
        for line in self._progress.task_ids:
            self._progress.remove_task(line)


class BatchDisplay:
    """Shows the progress of a batch: counts by state, money, rate and time left, on one line.

    Without a terminal, a line is printed for each change.
    """

    def __init__(self, console: Console | None = None) -> None:
        """Draw on `console`, by default on standard error."""
        self._console = console or Console(stderr=True)
        self._bar = Progress(
            BarColumn(),
            TextColumn("{task.description}", markup=False),
            console=self._console,
        )
        self._line: TaskID | None = None

    def __call__(self, progress: "BatchProgress") -> None:
        """Show `progress`; the end of the run ends the display."""
        if not self._console.is_terminal:
            self._console.out(progress, highlight=False)
            return
        if self._line is None:
            self._line = self._bar.add_task("", total=progress.total)
            self._bar.start()
        done = progress.ended_jobs
        self._bar.update(self._line, description=str(progress), completed=done)
        if done >= progress.total:
            self._bar.stop()


def _state(status: RequestStatus) -> str:
    """Return the status in words."""
    return status_in_words(status.status, status.queue_position)
