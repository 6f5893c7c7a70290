"""`generate` and `check`, beside a process that hashes the files and beside the peers."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.generator.processes import run
from benchmarks.generator.workspaces import (
    CODEGEN,
    DATAMODEL_CODEGEN,
    HASH,
    OPENAPI_PYTHON_CLIENT,
    Workspace,
)
from benchmarks.rows import Row, Sample, interleaved, row, spread

MODELS = 1000
ROUNDS = 10
CHANGES = 5


def rows(folder: Path) -> list[Row]:
    """Return the rows about a thousand models, measured below `folder`."""
    workspace = Workspace(folder / "thousand", MODELS)
    return [*_from_nothing(workspace), *_nothing_changed(workspace), _one_changed(workspace)]


def _from_nothing(workspace: Workspace) -> list[Row]:
    ours = [workspace.from_nothing().milliseconds for _ in range(3)]
    peers = [run(OPENAPI_PYTHON_CLIENT, workspace.folder).milliseconds for _ in range(3)]
    slow = run(DATAMODEL_CODEGEN, workspace.folder).milliseconds
    peak = workspace.from_nothing(watched=True).peak
    name = f"all {workspace.count} models from nothing"
    return [
        row(f"{name}, over openapi-python-client", ours, peers, 0.6),
        row(f"{name}, over datamodel-code-generator", [statistics.median(ours)], [slow], 0.2),
        Row(f"{name}: memory of all processes", f"{peak:.0f} MiB", "", peak, 400, "MiB"),
    ]


def _nothing_changed(workspace: Workspace) -> list[Row]:
    commands = {"generate": [CODEGEN, "generate"], "check": [CODEGEN, "check"], "hash": HASH}
    for command in commands.values():
        run(command, workspace.folder)

    def sample(command: list[str]) -> Sample:
        return lambda: run(command, workspace.folder).milliseconds

    samples = {name: sample(command) for name, command in commands.items()}
    measurements = interleaved(samples, ROUNDS)
    return [
        row(
            f"nothing changed, `{name}`, over hashing the files",
            measurements[name],
            measurements["hash"],
            3,
        )
        for name in ("generate", "check")
    ]


def _one_changed(workspace: Workspace) -> Row:
    workspace.commit()
    changed: list[float] = []
    unchanged: list[float] = []
    for index in range(CHANGES):
        workspace.change(index * 100)
        changed.append(workspace.generate().milliseconds)
        unchanged.append(workspace.generate().milliseconds)
        workspace.commit()
    pairs = zip(changed, unchanged, strict=True)
    differences = [changed_time - unchanged_time for changed_time, unchanged_time in pairs]
    figure = statistics.median(differences) / 1000
    name = "one schema changed, more than nothing changed"
    return Row(name, spread(changed), spread(unchanged), figure, 0.7, "s")
