"""Run the command: in this process, or in one of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run
from runcomfy_codegen.rendering.package import templates_of

Command = Callable[..., subprocess.CompletedProcess[str]]
Mypy = Callable[..., str]
MINIMAL = '{"type": "object", "required": ["prompt"], "properties": {"prompt": {"type": "string"}}}'
OUTPUT = '{"output": {"type": "object", "properties": {"image": {"type": "string"}}}}'


@pytest.fixture
def codegen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run the command in an empty folder: `codegen("generate", …)`.

    It runs in this process, which has imported the generator: a process of its own takes three
    times as long.
    """

    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [str(argument) for argument in arguments]
        templates_of.cache_clear()  # they are kept by their path, which is relative to the folder
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            status = run(command)
        return subprocess.CompletedProcess(command, status, *capsys.readouterr())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Command:
    """Run the command in a process of its own, in an empty folder."""

    def call(
        *arguments: str | Path, cwd: Path = tmp_path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "runcomfy_codegen", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, **environment},
            text=True,
            capture_output=True,
            check=False,
        )

    return call


@pytest.fixture(scope="session")
def mypy(tmp_path_factory: pytest.TempPathFactory) -> Mypy:
    """Check files strictly, beside a folder `generated`, and return the output of mypy.

    Its cache is kept, since reading the client library takes seconds.
    """
    cache = str(tmp_path_factory.mktemp("mypy"))

    def check(folder: Path, *files: str) -> str:
        completed = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", *files],
            cwd=folder,
            env={**os.environ, "MYPYPATH": "generated", "MYPY_CACHE_DIR": cache},
            text=True,
            capture_output=True,
            check=False,
        )
        return completed.stdout

    return check


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    """A schemas folder with one small model, `acme/one`."""
    folder = tmp_path / "schemas" / "acme" / "one"
    folder.mkdir(parents=True)
    (folder / "input.json").write_text(MINIMAL)
    (folder / "output.json").write_text(OUTPUT)
    return tmp_path / "schemas"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below `folder`, except bytecode."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
