"""The targets of the Makefile: how long they take, and what they make of their variables."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.platforms import needs_posix

pytestmark = needs_posix("make of its own")

NAMES_OF_TARGETS = re.compile(r"^([a-z]+):", re.MULTILINE)


def run_make(root: Path, *arguments: str, **environment: str) -> str:
    completed = subprocess.run(
        ["make", "--silent", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return completed.stdout


def test_help_says_how_long_each_target_takes(root: Path) -> None:
    listed = run_make(root, "help").splitlines()
    targets = set(NAMES_OF_TARGETS.findall((root / "Makefile").read_text("utf-8")))
    assert {line.split()[0] for line in listed} == targets
    assert [line for line in listed if not re.search(r"\(\d+ (s|min)\b.*\)$", line)] == [
        line for line in listed if line.startswith("help ")
    ]


@pytest.mark.parametrize(
    ("pages", "names"),
    [
        ("page.txt https://example.com/a?b=c&d", None),
        ("my page.txt", ["my page.txt"]),
        ("it's.txt", ["it's.txt"]),
        ("'my page.txt' other.txt", ["my page.txt", "other.txt"]),
        ("my\\ page.txt other.txt", ["my page.txt", "other.txt"]),
        ("other.txt page.txt", ["other.txt", "page.txt"]),
        ("pages/*.txt", ["pages/a b.txt", "pages/c.txt"]),
    ],
)
def test_import_takes_names_with_blanks(
    pages: str, names: list[str] | None, root: Path, tmp_path: Path
) -> None:
    """The program is one that prints its arguments."""
    program = tmp_path / "venv/bin/runcomfy-codegen"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nfor one; do echo "$one"; done\n')
    program.chmod(0o755)
    (tmp_path / "venv/.installed").touch()
    (tmp_path / "pages").mkdir()
    for name in ("my page.txt", "it's.txt", "pages/a b.txt", "pages/c.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "pyproject.toml", (0, 0))
    makefile = str(root / "Makefile")
    if names is None:
        pages, names = (
            "page.txt 'https://example.com/a?b=c&d'",
            [
                "page.txt",
                "https://example.com/a?b=c&d",
            ],
        )
    out = run_make(tmp_path, "-f", makefile, "import", f"PAGES={pages}", f"VENV={tmp_path}/venv")
    assert out.splitlines() == ["import", *names]
