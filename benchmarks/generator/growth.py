"""How the cost grows with the number of models, ours and that of the peers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.generator.places import DATAMODEL_CODEGEN, HASH, OPENAPI_PYTHON_CLIENT, Place
from benchmarks.generator.processes import Taken, run
from benchmarks.rows import Row

COUNTS = (10, 100, 1000, 3000)
SLOW = 1000
"""Models beyond which datamodel-code-generator is not asked: it takes minutes."""

Costs = dict[str, dict[int, Taken]]
"""Name of what was run: number of models: what it took."""

RUNS: dict[str, Callable[[Place], Taken]] = {
    "runcomfy-codegen, from nothing": Place.from_nothing,
    "runcomfy-codegen, nothing changed": Place.generate,
    "reading and hashing the files": lambda place: run(HASH, place.folder),
    "openapi-python-client": lambda place: run(OPENAPI_PYTHON_CLIENT, place.folder),
    "datamodel-code-generator": lambda place: run(DATAMODEL_CODEGEN, place.folder),
}


def costs(folder: Path) -> Costs:
    """What everything takes with each number of models, measured below `folder`."""
    measured: Costs = {name: {} for name in RUNS}
    for count in COUNTS:
        place = Place(folder / str(count), count)
        for name, measure in RUNS.items():
            if count <= SLOW or name != "datamodel-code-generator":
                measured[name][count] = measure(place)
    return measured


def rows(measured: Costs) -> list[Row]:
    """How much more a model costs among 3,000 than among 100, by the processors' time."""
    ours = measured["runcomfy-codegen, from nothing"]
    few, many = _each(ours, 10, 100), _each(ours, 10, 3000)
    name = "cost of one model among 3000, over one among 100 (processor time)"
    return [Row(name, f"{many:.3g} ms", f"{few:.3g} ms", many / few, 1.1)]


def _each(taken: dict[int, Taken], few: int, many: int) -> float:
    """Milliseconds of processor time for each model beyond `few`."""
    return (taken[many].processor - taken[few].processor) / (many - few)
