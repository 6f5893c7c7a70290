"""Measure everything; print the table, and write it to RESULTS.md with a plot: `make bench`."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from multiprocessing import get_context
from pathlib import Path

from benchmarks.generator import generation, growth
from benchmarks.plot import plot
from benchmarks.rows import Row, table
from benchmarks.runtime import batches, calls, commands, import_profile, imports, inputs, many_jobs

HERE = Path(__file__).parent
MEASURED = (
    *("black", "datamodel-code-generator", "httpx", "httpx-aiohttp", "httpx2"),
    *("click", "comfy-cli", "jinja2", "pydantic"),
    *("comfy-sdk", "fal-client", "openapi-python-client", "replicate", "ruff"),
)
"""Distributions whose versions affect the figures."""

RUNTIME = (imports, commands, calls, many_jobs, batches, inputs)
"""Modules that measure the client library."""

HEAD = """# Results

The last run of `make bench`: medians, and the range of the middle half."""


def main() -> None:
    """Measure everything: a quarter of an hour on two cores, with nothing else running."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [row for group in RUNTIME for row in in_own_process(group.rows)]
        rows += generation.rows(folder)
        costs = growth.costs(folder)
        rows += growth.rows(costs)
    print(table(rows))
    plot(costs, HERE / "growth.png")
    (HERE / "RESULTS.md").write_text(_document(rows, costs), "utf-8")


def in_own_process(rows: Callable[[], list[Row]]) -> list[Row]:
    """Return what `rows` measures in a new process.

    In one that has imported all peers, each full garbage collection would take longer.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(rows).result()


def _document(rows: list[Row], costs: growth.Costs) -> str:
    parts = [
        HEAD,
        table(rows),
        "## Growth\n\n![seconds over the number of models](growth.png)",
        _growth(costs),
        f"## Versions\n\n{_versions()}",
        (HERE / "NOTES.md").read_text("utf-8").rstrip(),
        f"## Where an import goes\n\n{import_profile.document()}",
    ]
    return "\n\n".join(parts) + "\n"


def _growth(costs: growth.Costs) -> str:
    lines = [
        f"| seconds | {' | '.join(map(str, growth.COUNTS))} |",
        "|---|" + "---|" * len(growth.COUNTS),
    ]
    for name, cost_by_count in costs.items():
        cells = (
            f"{cost_by_count[count].milliseconds / 1000:.3g}" if count in cost_by_count else ""
            for count in growth.COUNTS
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _versions() -> str:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in MEASURED)
    return f"{python}, {os.cpu_count()} processors; {versions}."


if __name__ == "__main__":
    main()
