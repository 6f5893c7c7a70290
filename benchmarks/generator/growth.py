"""Measure how the cost grows with the number of models, for us and for the peers.

`generate` starts a second process if there is enough to do. The cost of a single model is therefore
measured on one processor.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.generator.places import DATAMODEL_CODEGEN, HASH, OPENAPI_PYTHON_CLIENT, Place
from benchmarks.generator.processes import Taken, on_one_processor, run
from benchmarks.rows import Row

COUNTS = (10, 100, 1000, 3000)
SLOW = 1000
"""Largest number of models for datamodel-code-generator, which takes minutes."""

TIMES = {10: 5, 100: 5, 1000: 2, 3000: 2}
"""Number of models: runs on one processor, of which the fastest counts."""

Costs = dict[str, dict[int, Taken]]
"""Name of a run: number of models: its cost."""

WHOLE = "runcomfy-codegen, from nothing"
ALONE = "the same, on one processor"

RUNS: dict[str, Callable[[Place], Taken]] = {
    WHOLE: Place.from_nothing,
    ALONE: lambda place: _alone(place),
    "runcomfy-codegen, nothing changed": Place.generate,
    "reading and hashing the files": lambda place: run(HASH, place.folder),
    "openapi-python-client": lambda place: run(OPENAPI_PYTHON_CLIENT, place.folder),
    "datamodel-code-generator": lambda place: run(DATAMODEL_CODEGEN, place.folder),
}


def costs(folder: Path) -> Costs:
    """Return the cost of every run with each number of models, measured below `folder`."""
    measured: Costs = {name: {} for name in RUNS}
    for count in COUNTS:
        place = Place(folder / str(count), count)
        for name, measure in RUNS.items():
            if count <= SLOW or name != "datamodel-code-generator":
                measured[name][count] = measure(place)
    return measured


def rows(measured: Costs) -> list[Row]:
    """Return the rows that compare a model among 3,000 with one among 100."""
    whole, alone = measured[WHOLE], measured[ALONE]
    name = "a model among 3,000, over one among 100"
    return [
        _row(f"{name}, whole run", *(whole[count].milliseconds / count for count in (100, 3000))),
        _row(f"{name}, without the start, one processor", _each(alone, 100), _each(alone, 3000)),
    ]


def _row(name: str, few: float, many: float) -> Row:
    return Row(name, f"{many:.3g} ms", f"{few:.3g} ms", many / few, 1.1)


def _each(taken: dict[int, Taken], count: int) -> float:
    """Return the CPU milliseconds of each model beyond the first ten."""
    return (taken[count].processor - taken[10].processor) / (count - 10)


def _alone(place: Place) -> Taken:
    with on_one_processor():
        runs = [place.from_nothing() for _ in range(TIMES[place.count])]
    return min(runs, key=lambda taken: taken.processor)
