"""The guide to the command line is true: its commands run, one after the other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from runcomfy_models.testing import Simulator
from tests.cli.test_batch_command import HEAD, URL

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50
NOT_RUN = ("pip install", "export", "eval")
"""What begins lines of the guide that a test does not run."""


def test_the_commands_of_the_guide_run(
    root: Path, simulator: Simulator, with_program: dict[str, str]
) -> None:
    Path("rows.csv").write_text(f"{HEAD}\nanna,a,{URL},5\n")
    Path("photo.png").write_bytes(PNG)
    text = (root / "docs/command-line.md").read_text("utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = "".join(blocks).splitlines()
    script = "\n".join(line for line in lines if not line.startswith(NOT_RUN))
    script = script.replace("--start-image-url photo.png", "--start-image-url photo.png --yes")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env=with_program,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(blocks) == 6
