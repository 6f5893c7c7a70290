"""`generate` and `check`, beside a process that hashes the files and beside the peers."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.generator.places import (
    CODEGEN,
    DATAMODEL_CODEGEN,
    HASH,
    OPENAPI_PYTHON_CLIENT,
    Place,
)
from benchmarks.generator.processes import run
from benchmarks.rows import Row, Sample, interleaved, row, spread

MODELS = 1000
ROUNDS = 10
CHANGES = 5


def rows(folder: Path) -> list[Row]:
    """Return the rows about a thousand models, measured below `folder`."""
    place = Place(folder / "thousand", MODELS)
    return [*_from_nothing(place), *_nothing_changed(place), _one_changed(place)]


def _from_nothing(place: Place) -> list[Row]:
    ours = [place.from_nothing().milliseconds for _ in range(3)]
    peers = [run(OPENAPI_PYTHON_CLIENT, place.folder).milliseconds for _ in range(3)]
    slow = run(DATAMODEL_CODEGEN, place.folder).milliseconds
    peak = place.from_nothing(watched=True).peak
    name = f"all {place.count} models from nothing"
    return [
        row(f"{name}, over openapi-python-client", ours, peers, 0.6),
        row(f"{name}, over datamodel-code-generator", [statistics.median(ours)], [slow], 0.2),
        Row(f"{name}: memory of all processes", f"{peak:.0f} MiB", "", peak, 400, "MiB"),
    ]


def _nothing_changed(place: Place) -> list[Row]:
    commands = {"generate": [CODEGEN, "generate"], "check": [CODEGEN, "check"], "hash": HASH}
    for command in commands.values():
        run(command, place.folder)

    def sample(command: list[str]) -> Sample:
        return lambda: run(command, place.folder).milliseconds

    samples = {name: sample(command) for name, command in commands.items()}
    taken = interleaved(samples, ROUNDS)
    return [
        row(f"nothing changed, `{name}`, over hashing the files", taken[name], taken["hash"], 3)
        for name in ("generate", "check")
    ]


def _one_changed(place: Place) -> Row:
    place.commit()
    changed: list[float] = []
    nothing: list[float] = []
    for index in range(CHANGES):
        place.change(index * 100)
        changed.append(place.generate().milliseconds)
        nothing.append(place.generate().milliseconds)
        place.commit()
    more = [one - other for one, other in zip(changed, nothing, strict=True)]
    figure = statistics.median(more) / 1000
    name = "one schema changed, more than nothing changed"
    return Row(name, spread(changed), spread(nothing), figure, 0.7, "s")
