"""A row of the table: what ours costs, what the other costs, and what the figure may be."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Sample = Callable[[], float]
"""Takes one measurement; returns milliseconds."""


@dataclass(frozen=True)
class Row:
    """One comparison, both sides measured in turn in the same run."""

    name: str
    ours: str
    other: str
    figure: float
    bar: float | None
    """What the figure may be at most; None where the other is shown for comparison."""
    unit: str = ""
    """Of the figure: empty for a ratio."""

    @property
    def met(self) -> bool:
        """Whether the figure is what it may be."""
        return self.bar is None or self.figure <= self.bar


def interleaved(samples: dict[str, Sample], rounds: int) -> dict[str, list[float]]:
    """Measurements of every sample, taken in turn, so that a noisy moment meets all alike."""
    taken: dict[str, list[float]] = {name: [] for name in samples}
    for _ in range(rounds):
        for name, sample in samples.items():
            taken[name].append(sample())
    return taken


def row(name: str, ours: Sequence[float], other: Sequence[float], bar: float | None) -> Row:
    """The ratio of two lists of milliseconds that were measured in turn."""
    ratios = [one / another for one, another in zip(ours, other, strict=True)]
    return Row(name, spread(ours), spread(other), statistics.median(ratios), bar)


def spread(taken: Sequence[float]) -> str:
    """The median of milliseconds, and between what the middle half lies."""
    if len(taken) < 2:
        return f"{taken[0]:.4g} ms"
    quarters = statistics.quantiles(taken, n=4)
    return f"{statistics.median(taken):.4g} ms ({quarters[0]:.4g} to {quarters[2]:.4g})"


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| what | ours | the other | figure | bar | |", "|---|---|---|---|---|---|"]
    for one in rows:
        unit = f" {one.unit}" if one.unit else ""
        bar = "" if one.bar is None else f"{one.bar:g}{unit}"
        verdict = "" if one.bar is None else "met" if one.met else "**not met**"
        figure = f"{one.figure:.3g}{unit}"
        lines.append(f"| {one.name} | {one.ours} | {one.other} | {figure} | {bar} | {verdict} |")
    return "\n".join(lines)
