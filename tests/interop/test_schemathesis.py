"""Schemathesis calls the simulator as its document allows, and in other ways, and finds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from runcomfy_models.testing import Simulator

pytest.importorskip("schemathesis", reason="needs schemathesis: make interop")


@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(root: Path, tmp_path: Path) -> None:
    """Rules in words are not asked: no schema can say them."""
    with Simulator(schemas=root / "schemas", rules=False) as simulator:
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run", "--seed=7", "--max-examples=30"),
            f"--header=Authorization: Bearer {simulator.token}",
            f"{simulator.base_url}/openapi.json",
        ]
        done = subprocess.run(
            command,
            cwd=tmp_path,  # where it leaves a cache
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
