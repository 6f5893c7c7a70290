"""Fixtures: the command in this process and in its own, and a simulator that it calls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models.cli.group import run
from runcomfy_models.testing import Course, Simulator

COMMAND = [sys.executable, "-m", "runcomfy_models.cli"]


@dataclass(frozen=True)
class CommandResult:
    """The exit status and the output of one run of the command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)


Cli = Callable[..., CommandResult]


@pytest.fixture(scope="module")
def service() -> Iterator[Simulator]:
    """A simulator for all tests of a module."""
    with Simulator() as running:
        yield running


@pytest.fixture
def simulator(
    service: Simulator, monkeypatch: pytest.MonkeyPatch, home: Path
) -> Iterator[Simulator]:
    """A service that the command calls, and whose jobs have ended at the first poll."""
    url = service.files.put("out.mp4", b"a video")
    service.jobs.course = Course(queued=0, running=0, output={"video": url})
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)
    yield service
    service.faults.clear()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without a token, and an empty current folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for name in [name for name in os.environ if name.startswith(("RUNCOMFY", "XDG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture
def cli(home: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command in this process: `cli("models", "--json")`."""

    def call(*arguments: str) -> CommandResult:
        code = run(arguments)
        return CommandResult(code, *capsys.readouterr())

    return call


@pytest.fixture
def process(home: Path) -> Cli:
    """Run the command in a process of its own."""

    def call(*arguments: str, input: str = "", **environment: str) -> CommandResult:  # noqa: A002
        completed = subprocess.run(
            [*COMMAND, *arguments],
            input=input,
            env={**os.environ, **environment},
            text=True,
            capture_output=True,
            check=False,
        )
        return CommandResult(completed.returncode, completed.stdout, completed.stderr)

    return call


@pytest.fixture
def with_program(home: Path, tmp_path: Path) -> dict[str, str]:
    """An environment with `runcomfy-models` on the path."""
    program = tmp_path / "bin/runcomfy-models"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m runcomfy_models.cli "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PS1": "$ ", "TERM": "dumb"}
