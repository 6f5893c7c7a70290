"""What imports cost: processes of their own, in turn, .pyc files compiled first."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import sysconfig
import time
from importlib.util import find_spec
from pathlib import Path

import runcomfy_models
from benchmarks.runtime.rows import Row, Sample, interleaved, row, table

BAR = 0.7
ROUNDS = 25

BARE = "pass"
PACKAGE = "import runcomfy_models"
MODULE = "from runcomfy_models.kling.kling_3_0.standard import image_to_video"
INPUT = f"{MODULE} as m; m.Input(prompt='x', start_image_url='https://example.com/i.png')"
PEER = "import httpx, pydantic"
MODEL = (
    "import httpx\nfrom pydantic import BaseModel, Field\nclass Input(BaseModel):\n    x: int = 1"
)
OTHERS = {"fal-client": "fal_client", "replicate": "replicate", "comfy-sdk": "comfy_sdk"}


def rows() -> list[Row]:
    """A model's module, with and without its first `Input`, against httpx and pydantic."""
    _compile()
    others = {name: f"import {module}" for name, module in OTHERS.items() if find_spec(module)}
    programs = {code: _timed(code) for code in (BARE, PACKAGE, MODULE, INPUT, PEER, MODEL)}
    programs |= {name: _timed(code) for name, code in others.items()}
    taken = interleaved(programs, ROUNDS)
    bare = taken.pop(BARE)
    over = {
        name: [one - least for one, least in zip(costs, bare, strict=True)]
        for name, costs in taken.items()
    }
    return [
        row(
            "`import runcomfy_models`, over bare Python (at most 5 ms)", taken[PACKAGE], bare, None
        ),
        row("a model's module, over `import httpx, pydantic`", over[MODULE], over[PEER], BAR),
        row("the same and a first `Input`", over[INPUT], over[PEER], BAR),
        row("the same, over httpx and a model of pydantic's", over[INPUT], over[MODEL], None),
        *(row(f"the same, over {name}", over[INPUT], over[name], 1) for name in others),
    ]


def _compile() -> None:
    for folder in (sysconfig.get_path("purelib"), Path(runcomfy_models.__file__).parent):
        compileall.compile_dir(folder, quiet=2)


def _timed(code: str) -> Sample:
    environ = {**os.environ}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)

    def sample() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=environ)
        return (time.perf_counter() - start) * 1000

    return sample


if __name__ == "__main__":
    print(table(rows()))
