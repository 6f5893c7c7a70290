"""Measure imports: new processes in turn, with .pyc files compiled before."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import runcomfy_models
from benchmarks.generator.corpus import model_ids
from benchmarks.rows import Row, Sample, interleaved, row, spread, table

PACKAGE_LIMIT = 5
"""Milliseconds over bare Python."""

LIMIT = 1.25
"""A model's module with a first `Input`, over a bare pydantic model that is built and used."""

ROUNDS = 25
MANY = 3000

BARE = "pass"
PACKAGE = "import runcomfy_models"
MODULE = "from runcomfy_models.kling.kling_3_0.standard import image_to_video"
INPUT = f"{MODULE} as m; m.Input(prompt='x', start_image_url='https://example.com/i.png')"
PEER = "import httpx, pydantic"
LEAST = (
    "from pydantic import BaseModel, Field\nclass Input(BaseModel, defer_build=True):\n    x: int"
)
BUILT = f"{LEAST} = 1\nInput()"
"""An empty model of pydantic, and the same once built: the least that pydantic can cost."""

LIGHT = f"import sys\nsys.modules['click'] = None\n{PEER}"
"""httpx without click, rich and pygments, which it imports if they are installed."""

CODES = (BARE, MODULE, INPUT, PEER, LEAST, BUILT, LIGHT)
OTHERS = {"fal-client": "fal_client", "replicate": "replicate", "comfy-sdk": "comfy_sdk"}


def rows() -> list[Row]:
    """Return the rows of the package, and of a model's module with and without a first `Input`."""
    compile_folder(Path(sysconfig.get_path("purelib")))
    with tempfile.TemporaryDirectory() as name:
        return [*_package_rows(Path(name)), *_module_rows()]


def _package_rows(folder: Path) -> list[Row]:
    """Return the rows of the package beside bare Python, in both sizes."""
    few = Path(runcomfy_models.__file__).parent
    many = folder / "runcomfy_models"
    shutil.copytree(few, many)
    (many / "_models.py").write_text(_models())
    sizes = {len(runcomfy_models.MODELS): few, MANY: many}
    samples = {"bare": _timed(BARE)}
    for count, package in sizes.items():
        compile_folder(package)
        samples[str(count)] = _timed(PACKAGE, package.parent)
    measurements = interleaved(samples, ROUNDS)
    return [_over_bare(count, measurements[str(count)], measurements["bare"]) for count in sizes]


def _models() -> str:
    """Return the list of the corpus's models, as `generate` writes it."""
    names = {
        model_id: "runcomfy_models." + model_id.replace("/", ".").replace("-", "_")
        for model_id in model_ids(MANY)
    }
    return f"from types import MappingProxyType\nMODELS = MappingProxyType({names})\n"


def _over_bare(count: int, package_times: list[float], bare_times: list[float]) -> Row:
    pairs = zip(package_times, bare_times, strict=True)
    over = statistics.median(package_time - bare_time for package_time, bare_time in pairs)
    name = f"`import runcomfy_models` with {count:,} models, over bare Python"
    return Row(name, spread(package_times), spread(bare_times), over, PACKAGE_LIMIT, "ms")


def _module_rows() -> list[Row]:
    """Return the rows of a model's module beside httpx, pydantic and other clients."""
    others = {name: f"import {module}" for name, module in OTHERS.items() if find_spec(module)}
    programs = {code: _timed(code) for code in CODES}
    programs |= {name: _timed(code) for name, code in others.items()}
    measurements = interleaved(programs, ROUNDS)
    bare = measurements.pop(BARE)
    over = {
        name: [whole - least for whole, least in zip(costs, bare, strict=True)]
        for name, costs in measurements.items()
    }
    least = over[LEAST], over[PEER]
    return [
        row(
            "a model's module and a first `Input`, over a bare model",
            over[INPUT],
            over[BUILT],
            LIMIT,
        ),
        row("a model's module, over `import httpx, pydantic`", over[MODULE], over[PEER], None),
        *(row(f"a first `Input`, over {name}", over[INPUT], over[name], 1) for name in others),
        row("an empty model of pydantic's, over `import httpx, pydantic`", *least, None),
        row("the same, built", over[BUILT], over[PEER], None),
        row("a model's module, over both without click and rich", over[MODULE], over[LIGHT], None),
        row("an empty model of pydantic's, over the same", over[LEAST], over[LIGHT], None),
    ]


def compile_folder(folder: Path) -> None:
    """Make the `.pyc` files of a folder."""
    compileall.compile_dir(folder, quiet=2)


def environment() -> dict[str, str]:
    """Return the environment of this process, but with `.pyc` files."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _timed(code: str, path: Path | None = None) -> Sample:
    """Return the measurement of a process that runs `code`, with `path` first on its path."""
    environ = environment()
    if path is not None:
        environ["PYTHONPATH"] = str(path)

    def sample() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=environ)
        return (time.perf_counter() - start) * 1000

    return sample


if __name__ == "__main__":
    print(table(rows()))
