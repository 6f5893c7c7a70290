"""Schemathesis calls the simulator as its document allows, and in other ways, and finds nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from runcomfy_models.testing import Simulator

pytest.importorskip("schemathesis", reason="needs schemathesis: make interop")


@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(root: Path, tmp_path: Path) -> None:
    """Rules in words are left out: no schema can say them."""
    shutil.copytree(root / "schemas", tmp_path, dirs_exist_ok=True)
    (tmp_path / "rules.toml").unlink()
    with Simulator(schemas=tmp_path) as simulator:
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run", "--seed=7", "--max-examples=30"),
            f"--header=Authorization: Bearer {simulator.token}",
            f"{simulator.base_url}/openapi.json",
        ]
        done = subprocess.run(
            command,
            cwd=tmp_path,  # where it leaves a cache
            env={
                **os.environ,
                "PYTHONPATH": str(root),
                "SCHEMATHESIS_HOOKS": "tests.interop.media_urls",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
