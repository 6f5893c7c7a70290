"""Plot the cost over the number of models."""

from __future__ import annotations

from pathlib import Path

import matplotlib

from benchmarks.generator.growth import Costs

matplotlib.use("Agg")


def plot(measured: Costs, path: Path) -> None:
    """Draw `measured` into the PNG file `path`, with logarithmic axes."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    for name, cost_by_count in measured.items():
        seconds = [cost.milliseconds / 1000 for cost in cost_by_count.values()]
        axes.plot(list(cost_by_count), seconds, marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="models", ylabel="seconds, whole process")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend()
    figure.savefig(path, dpi=120, metadata={"Software": None})
