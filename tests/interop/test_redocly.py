"""Redocly finds no error in an exported document."""

from __future__ import annotations

import subprocess
from pathlib import Path


def test_redocly_finds_no_error(node_modules: Path, document: Path) -> None:
    tool = node_modules / ".bin" / "redocly"
    completed = subprocess.run(
        [tool, "lint", document], capture_output=True, text=True, timeout=100
    )
    assert completed.returncode == 0, completed.stdout
