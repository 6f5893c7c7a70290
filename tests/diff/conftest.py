"""The command in this process, and a repository to run it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run

from .repositories import Repository, new_repository


@dataclass(frozen=True)
class Ran:
    """What one call of the command gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository without commits, as the current folder."""
    repository = new_repository(tmp_path / "repository")
    monkeypatch.chdir(repository.folder)
    return repository


@pytest.fixture
def codegen(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`codegen("diff", …)` in the current folder."""

    def call(*arguments: str | Path) -> Ran:
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call
