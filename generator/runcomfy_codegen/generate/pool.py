"""Making models in as many processes as there is work for."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from runcomfy_codegen.generate.build_cache import Cache
from runcomfy_codegen.generate.task import Made, Task
from runcomfy_codegen.generate.timings import Timings

CHUNK = 50
"""Models that are made at once: their types are asked for together."""

Chunk = tuple[list[Made], Timings]

WORTH_A_PROCESS = 150
"""Models for which a further process saves more than it costs."""


@dataclass(frozen=True)
class Pool:
    """What makes models."""

    cache: Path | None
    """Folder of the cache, if there is one."""
    generator: str
    """Digest of what makes them."""
    processes: int | None = None
    """None for as many as there are processors and enough to do."""
    timings: Timings = field(default_factory=Timings)

    def made(self, tasks: Sequence[Task]) -> Iterator[Made]:
        """The outcome of each task, in their order, as they come."""
        chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
        count = self.processes or min(_processors(), len(tasks) // WORTH_A_PROCESS)
        outcomes = self._at_once(chunks, count) if count > 1 else map(self.make, chunks)
        for made, timings in outcomes:
            self.timings.add(timings.seconds)
            yield from made

    def make(self, tasks: Sequence[Task]) -> Chunk:
        """The outcome of each task, made in this process, and what took how long."""
        timings = Timings()
        with timings.of("imports"):
            from runcomfy_codegen.generate.making import make  # heavy; the parent needs it not
        with Cache(self.cache) as cache:
            return make(tasks, cache, self.generator, timings), timings

    def _at_once(self, chunks: Sequence[Sequence[Task]], count: int) -> Iterator[Chunk]:
        from concurrent.futures import ProcessPoolExecutor  # heavy, and seldom needed

        with ProcessPoolExecutor(count, initializer=_leave_interruption_to_the_parent) as pool:
            try:
                yield from pool.map(self.make, chunks)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise


def _leave_interruption_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
