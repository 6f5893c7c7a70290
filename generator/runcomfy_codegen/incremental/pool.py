"""Making models in as many processes as there is work for."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

from runcomfy_codegen.incremental.task import Made, Task

CHUNK = 50
"""Models that are made at once: their types are asked for together."""

WORTH_A_PROCESS = 150
"""Models for which a further process saves more than it costs."""


def made(tasks: Sequence[Task], processes: int | None = None) -> Iterator[Made]:
    """The outcome of each task, in their order, as they come.

    In as many processes as asked for; else as there are processors and enough to do.
    """
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    count = processes or min(_processors(), len(tasks) // WORTH_A_PROCESS)
    if count < 2:
        for chunk in chunks:
            yield from _make(chunk)
        return
    from concurrent.futures import ProcessPoolExecutor  # heavy, and seldom needed

    with ProcessPoolExecutor(count, initializer=_leave_interruption_to_the_parent) as pool:
        try:
            for outcomes in pool.map(_make, chunks):
                yield from outcomes
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _make(tasks: Sequence[Task]) -> list[Made]:
    from runcomfy_codegen.incremental.making import make  # heavy, and not needed by the parent

    return make(tasks)


def _leave_interruption_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
