"""Build models in as many processes as there is work for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.built_model import BuiltModel
from runcomfy_codegen.generate.task import Task
from runcomfy_codegen.generate.timings import Timings
from runcomfy_codegen.generate.workers import map_in_workers
from runcomfy_codegen.output.target import DEFAULT_TARGET, Target

MODELS_PER_CHUNK = 50
"""Models that are built at once: their types are asked for together."""

MODELS_PER_PROCESS = 150
"""Models for which another process saves more time than it costs."""

Chunk = tuple[list[BuiltModel], Timings]


@dataclass(frozen=True)
class ParallelBuilder:
    """Builds models, in other processes if there is enough work."""

    cache: Path | None
    """Folder of the cache; None for no cache."""
    target_digest: str
    processes: int | None = None
    """None for as many as there are processors and enough work."""
    timings: Timings = field(default_factory=Timings)
    """Gets the seconds of each step."""
    target: Target = DEFAULT_TARGET

    def build(self, tasks: Sequence[Task]) -> Iterator[BuiltModel]:
        """Yield the outcome of each task, in their order, as they are done.

        Raises `WorkerLostError` if a process that builds some of them is killed.
        """
        starts = range(0, len(tasks), MODELS_PER_CHUNK)
        chunks = [tasks[start : start + MODELS_PER_CHUNK] for start in starts]
        count = self.processes or min(_processors(), len(tasks) // MODELS_PER_PROCESS)
        outcomes = (
            map_in_workers(self.build_chunk, chunks, count)
            if count > 1
            else map(self.build_chunk, chunks)
        )
        for models, timings in outcomes:
            self.timings.add(timings.seconds)
            yield from models

    def build_chunk(self, tasks: Sequence[Task]) -> Chunk:
        """Build each task in this process; returns the outcomes, and the seconds of each step."""
        timings = Timings()
        with timings.of("imports"):
            # slow to import, and not needed by the parent process
            from runcomfy_codegen.generate.building import build_models
        with BuildCache(self.cache) as cache:
            return build_models(tasks, cache, self.target_digest, timings, self.target), timings


def _processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
