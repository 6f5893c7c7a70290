"""Try an installed wheel: versions, the command, and a call against the simulator.

    python scripts/try_wheel.py 1.2.3

`release.py` runs it in a fresh environment, in an empty folder.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import runcomfy_models
from runcomfy_models import RunComfy
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.testing import Simulator


def main(version: str) -> None:
    """Check that the package is `version`, and that it works."""
    installed = distribution("runcomfy-models").version
    assert runcomfy_models.__version__ == installed == version, installed
    schemas = Path(str(files("runcomfy_models") / "testing/schemas"))
    generate(schemas)
    with Simulator() as simulator:
        call_a_model(simulator)


def generate(schemas: Path) -> None:
    """Generate the models again, from the schemas and templates of the wheel."""
    command = [sys.executable, "-m", "runcomfy_codegen", "generate", "--no-changelog"]
    subprocess.run([*command, "--schemas", schemas], check=True)
    for module in runcomfy_models.MODELS.values():
        assert Path("generated", *module.split(".")).with_suffix(".py").is_file(), module


def call_a_model(simulator: Simulator) -> None:
    """Run a job from its submission to its result."""
    with RunComfy(base_url=simulator.base_url, token=simulator.token) as account:
        client = image_to_video.Client(account)
        result = client.run(prompt="Waves.", start_image_url="https://example.com/sea.png")
    assert result.urls, result


if __name__ == "__main__":
    main(sys.argv[1])
