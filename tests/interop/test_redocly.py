"""Redocly finds no error in an exported document."""

from __future__ import annotations

import subprocess
from pathlib import Path


def test_redocly_is_content(node_modules: Path, document: Path) -> None:
    tool = node_modules / ".bin" / "redocly"
    run = subprocess.run([tool, "lint", document], capture_output=True, text=True, timeout=100)
    assert run.returncode == 0, run.stdout
