"""Measure where the time of a run went."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Timings:
    """Seconds by step. Those of several processes are added up."""

    clock: Callable[[], float] = time.perf_counter
    seconds: dict[str, float] = field(default_factory=dict[str, float])

    @contextmanager
    def of(self, step: str) -> Generator[None]:
        """Count the time until the end of the block for `step`."""
        started = self.clock()
        try:
            yield
        finally:
            self.add({step: self.clock() - started})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add `seconds` by step."""
        for step, duration in seconds.items():
            self.seconds[step] = self.seconds.get(step, 0.0) + duration
