"""ty and pyrefly accept what is right, and find each mistake that mypy and pyright find."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RIGHT, WRONG = HERE / "right_calls.py", HERE / "wrong_calls.py"
BIN = Path(sys.executable).parent

CHECKERS = {
    "ty": ["check", "--python", sys.prefix, "--output-format", "concise"],
    "pyrefly": [
        *("check", "--python-interpreter-path", sys.executable),
        *("--output-format", "min-text", "--enabled-ignores", "pyrefly"),
    ],
}
"""Name of a program: its arguments; comments for other checkers silence neither."""


def lines_with_errors(checker: str, file: Path, root: Path) -> set[int]:
    """Return the numbers of the lines of `file` in which `checker` finds an error."""
    completed = subprocess.run(
        [str(BIN / checker), *CHECKERS[checker], str(file.relative_to(root))],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = {int(line) for line in re.findall(rf"{file.name}:(\d+):", completed.stdout)}
    assert completed.returncode == bool(lines), completed.stdout + completed.stderr
    return lines


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_calls_are_accepted(checker: str, root: Path) -> None:
    assert lines_with_errors(checker, RIGHT, root) == set()


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_wrong_call_is_found(checker: str, root: Path) -> None:
    lines = WRONG.read_text("utf-8").splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if "# type: ignore" in line}
    assert lines_with_errors(checker, WRONG, root) == wrong
