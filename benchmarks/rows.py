"""Rows of the table: our cost, the other cost, the figure that compares them, and its limit."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Sample = Callable[[], float]
"""Take one measurement and return milliseconds."""


@dataclass(frozen=True)
class Row:
    """One comparison; both sides are measured in turn, in the same run."""

    name: str
    ours: str
    other: str
    figure: float
    limit: float | None
    """The most that the figure may be; None if the row is only shown for comparison."""
    unit: str = ""
    """The unit of the figure; empty for a ratio."""

    @property
    def within_limit(self) -> bool:
        """Whether the figure is within its limit."""
        return self.limit is None or self.figure <= self.limit


def interleaved(samples: dict[str, Sample], rounds: int) -> dict[str, list[float]]:
    """Return the measurements of every sample, taken in turn, so that noise affects all alike."""
    measurements: dict[str, list[float]] = {name: [] for name in samples}
    for _ in range(rounds):
        for name, sample in samples.items():
            measurements[name].append(sample())
    return measurements


def row(name: str, ours: Sequence[float], other: Sequence[float], limit: float | None) -> Row:
    """Return the row for two lists of milliseconds that were measured in turn."""
    ratios = [our_time / other_time for our_time, other_time in zip(ours, other, strict=True)]
    return Row(name, spread(ours), spread(other), statistics.median(ratios), limit)


def spread(measurements: Sequence[float]) -> str:
    """Return the median of milliseconds, and the range of the middle half."""
    if len(measurements) < 2:
        return f"{measurements[0]:.4g} ms"
    quarters = statistics.quantiles(measurements, n=4)
    return f"{statistics.median(measurements):.4g} ms ({quarters[0]:.4g} to {quarters[2]:.4g})"


def table(rows: Sequence[Row]) -> str:
    """Return the rows as Markdown."""
    lines = ["| what | ours | the other | figure | limit | |", "|---|---|---|---|---|---|"]
    for row_ in rows:
        unit = f" {row_.unit}" if row_.unit else ""
        figure = f"{row_.figure:.3g}{unit}"
        limit = "" if row_.limit is None else f"{row_.limit:g}{unit}"
        cells = (row_.name, row_.ours, row_.other, figure, limit, _verdict(row_))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _verdict(row_: Row) -> str:
    if row_.limit is None:
        return ""
    return "within" if row_.within_limit else "**above**"
