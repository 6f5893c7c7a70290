"""Measure how the cost grows with the number of models, for us and for the peers.

`generate` starts a second process if there is enough to do. The cost of a single model is therefore
measured on one processor.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.generator.processes import Cost, on_one_processor, run
from benchmarks.generator.workspaces import (
    DATAMODEL_CODEGEN,
    HASH,
    OPENAPI_PYTHON_CLIENT,
    Workspace,
)
from benchmarks.rows import Row

COUNTS = (10, 100, 1000, 3000)
SLOW = 1000
"""Largest number of models for datamodel-code-generator, which takes minutes."""

TIMES = {10: 5, 100: 5, 1000: 2, 3000: 2}
"""Number of models: runs on one processor, the fastest of which counts."""

Costs = dict[str, dict[int, Cost]]
"""Name of a run: number of models: its cost."""

WHOLE = "runcomfy-codegen, from nothing"
ONE_PROCESSOR = "the same, on one processor"

RUNS: dict[str, Callable[[Workspace], Cost]] = {
    WHOLE: Workspace.from_nothing,
    ONE_PROCESSOR: lambda workspace: _on_one_processor(workspace),
    "runcomfy-codegen, nothing changed": Workspace.generate,
    "reading and hashing the files": lambda workspace: run(HASH, workspace.folder),
    "openapi-python-client": lambda workspace: run(OPENAPI_PYTHON_CLIENT, workspace.folder),
    "datamodel-code-generator": lambda workspace: run(DATAMODEL_CODEGEN, workspace.folder),
}


def costs(folder: Path) -> Costs:
    """Return the cost of every run with each number of models, measured below `folder`."""
    measured: Costs = {name: {} for name in RUNS}
    for count in COUNTS:
        workspace = Workspace(folder / str(count), count)
        for name, measure in RUNS.items():
            if count <= SLOW or name != "datamodel-code-generator":
                measured[name][count] = measure(workspace)
    return measured


def rows(measured: Costs) -> list[Row]:
    """Return the rows that compare a model among 3,000 with one among 100."""
    whole, single = measured[WHOLE], measured[ONE_PROCESSOR]
    name = "a model among 3,000, over one among 100"
    return [
        _row(f"{name}, whole run", *(whole[count].milliseconds / count for count in (100, 3000))),
        _row(
            f"{name}, without the start, one processor",
            _per_model(single, 100),
            _per_model(single, 3000),
        ),
    ]


def _row(name: str, few: float, many: float) -> Row:
    return Row(name, f"{many:.3g} ms", f"{few:.3g} ms", many / few, 1.1)


def _per_model(cost_by_count: dict[int, Cost], count: int) -> float:
    """Return the CPU milliseconds of each model beyond the first ten."""
    return (cost_by_count[count].processor - cost_by_count[10].processor) / (count - 10)


def _on_one_processor(workspace: Workspace) -> Cost:
    with on_one_processor():
        runs = [workspace.from_nothing() for _ in range(TIMES[workspace.count])]
    return min(runs, key=lambda cost: cost.processor)
