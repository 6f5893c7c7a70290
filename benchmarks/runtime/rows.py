"""A row of the table: what ours costs, what the other costs, and what the ratio may be."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Sample = Callable[[], float]
"""Takes one measurement; returns milliseconds."""


@dataclass(frozen=True)
class Cost:
    """Milliseconds, as several measurements tell."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        """The median, and between what the middle half lies."""
        return f"{self.median:.4g} ms ({self.least:.4g} to {self.most:.4g})"


@dataclass(frozen=True)
class Row:
    """One comparison, both sides measured in turn in the same run."""

    name: str
    ours: Cost
    peer: Cost
    ratio: float
    bar: float | None
    """What the ratio may be at most; None where the other is shown for comparison."""


def interleaved(samples: dict[str, Sample], rounds: int) -> dict[str, list[float]]:
    """Measurements of every sample, taken in turn, so that a noisy moment meets all alike."""
    taken: dict[str, list[float]] = {name: [] for name in samples}
    for _ in range(rounds):
        for name, sample in samples.items():
            taken[name].append(sample())
    return taken


def row(name: str, ours: Sequence[float], peer: Sequence[float], bar: float | None) -> Row:
    """The row of two lists of measurements that were taken in turn."""
    ratios = [one / other for one, other in zip(ours, peer, strict=True)]
    return Row(name, _cost(ours), _cost(peer), statistics.median(ratios), bar)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| what | ours | the other | ratio | bar |", "|---|---|---|---|---|"]
    for one in rows:
        bar = "" if one.bar is None else f"{one.bar:g}"
        lines.append(f"| {one.name} | {one.ours} | {one.peer} | {one.ratio:.2f} | {bar} |")
    return "\n".join(lines)


def _cost(taken: Sequence[float]) -> Cost:
    quarters = statistics.quantiles(taken, n=4)
    return Cost(statistics.median(taken), quarters[0], quarters[2])
