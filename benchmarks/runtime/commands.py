"""Measure the command line at a thousand models: new processes in turn, compiled before."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from benchmarks.generator.corpus import model_ids, write_corpus
from benchmarks.rows import Row, Sample, interleaved, spread, table
from benchmarks.runtime.imports import compile_folder, environment

COUNT = 1000
ROUNDS = 25
WORDS = 2000
"""Different words in the descriptions of the catalog."""

MODEL = next(model_ids(1))
CODE = "import sys; sys.argv[0] = 'runcomfy-models'; from runcomfy_models.cli import main; main()"
"""The code of the installed program."""

COMPLETING = {"_RUNCOMFY_MODELS_COMPLETE": "bash_complete"}
COMMANDS = {
    "`run MODEL --help`": (["run", MODEL, "--help"], {}, 120),
    "`models image`": (["models", "image"], {}, 80),
    "completion of a model_id": ([], {**COMPLETING, "COMP_WORDS": "runcomfy-models run k"}, 80),
    "completion of a flag": (
        [],
        {**COMPLETING, "COMP_WORDS": f"runcomfy-models run {MODEL} --"},
        80,
    ),
}
"""The measured commands: arguments, environment, and the limit in milliseconds."""

PEER = ("comfy", "--skip-prompt", "generate", "--help")
"""The command of comfy-cli whose help lists no model's flags."""


def rows() -> list[Row]:
    """Return a row for each command, beside `comfy generate --help` if it is installed."""
    with tempfile.TemporaryDirectory() as name:
        package = _package(Path(name))
        samples = {
            description: _timed([sys.executable, "-c", CODE, *arguments], package, extra)
            for description, (arguments, extra, _) in COMMANDS.items()
        }
        samples["click"] = _timed([sys.executable, "-c", "import click"], package, {})
        if program := shutil.which(PEER[0], path=str(Path(sys.executable).parent)):
            samples["comfy"] = _timed([program, *PEER[1:]], package, {})
        measurements = interleaved(samples, ROUNDS)
    beside = "comfy" if "comfy" in measurements else "click"
    peer = " ".join(PEER) if beside == "comfy" else beside
    return [
        Row(
            f"{description} of {COUNT:,} models, beside {peer}",
            spread(measurements[description]),
            spread(measurements[beside]),
            statistics.median(measurements[description]),
            limit,
            "ms",
        )
        for description, (_, _, limit) in COMMANDS.items()
    ]


def _package(folder: Path) -> Path:
    """Generate a package of many models, with a catalog; return the folder that it is in."""
    write_corpus(folder / "schemas", COUNT)
    for number, path in enumerate(sorted((folder / "schemas").rglob("input.json"))):
        path.with_name("catalog.json").write_text(json.dumps(_catalog(number, path.parent.name)))
    command = [sys.executable, "-m", "runcomfy_codegen", "generate", "--no-changelog"]
    options = ["--schemas", "schemas", "--out", "generated", "--cache", "cache"]
    subprocess.run([*command, *options], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    compile_folder(folder / "generated")
    return folder / "generated"


def _catalog(number: int, name: str) -> dict[str, object]:
    random = Random(number)  # noqa: S311 - not a secret
    words = " ".join(f"word{random.randrange(WORDS)}" for _ in range(25))
    price = {"base_price_usd": 0.35, "price_unit": "second"}
    return {"display_name": name, "description": words, "kind": "model", **price}


def _timed(command: list[str], package: Path, variables: dict[str, str]) -> Sample:
    environ = {**environment(), "PYTHONPATH": str(package), **variables}

    def sample() -> float:
        start = time.perf_counter()
        subprocess.run(
            command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
        )
        return (time.perf_counter() - start) * 1000

    return sample


if __name__ == "__main__":
    print(table(rows()))
