"""Schemathesis calls the simulator as its document allows, and in other ways, and finds nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from runcomfy_models.testing import Simulator
from tests.interop.conftest import UNUSUAL

pytest.importorskip("schemathesis", reason="needs schemathesis: make interop")


def assert_finds_nothing(simulator: Simulator, folder: Path) -> None:
    """Run it in `folder`, where it leaves a cache."""
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", "--seed=7", "--max-examples=30"),
        f"--header=Authorization: Bearer {simulator.token}",
        f"{simulator.base_url}/openapi.json",
    ]
    completed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert completed.returncode == 0, completed.stdout[-5000:] + completed.stderr[-2000:]


@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(root: Path, tmp_path: Path) -> None:
    """Rules in words are switched off: no schema can express them."""
    with Simulator(schemas=root / "schemas", rules=False) as simulator:
        assert_finds_nothing(simulator, tmp_path)


@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing_in_unusual_models(tmp_path: Path) -> None:
    for name, schema in UNUSUAL.items():
        folder = tmp_path / "schemas" / "acme" / name
        folder.mkdir(parents=True)
        inputs = {"type": "object", "properties": {"p": schema}, "required": ["p"]}
        (folder / "input.json").write_text(json.dumps(inputs))
        (folder / "output.json").write_text(json.dumps({"properties": {"p": schema}}))
    with Simulator(schemas=tmp_path / "schemas") as simulator:
        assert_finds_nothing(simulator, tmp_path)
