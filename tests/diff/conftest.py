"""Fixtures of the tests of `diff`: a git repository, and the command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run

from .repositories import Repository, new_repository


@dataclass(frozen=True)
class CommandResult:
    """The exit status and the output of one run of the command."""

    status: int
    out: str
    err: str


Codegen = Callable[..., CommandResult]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Create a repository without commits, as the current folder."""
    repository = new_repository(tmp_path / "repository")
    monkeypatch.chdir(repository.folder)
    return repository


@pytest.fixture
def codegen(capsys: pytest.CaptureFixture[str]) -> Codegen:
    """Run the command in the current folder: `codegen("diff", …)`."""

    def call(*arguments: str | Path) -> CommandResult:
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return CommandResult(status, captured.out, captured.err)

    return call
