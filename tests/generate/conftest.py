"""A folder with a few models, and runs over it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.cli import run
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import RunOptions, RunResult, run_generator
from runcomfy_codegen.output.writing import write

Command = Callable[..., subprocess.CompletedProcess[str]]
OUTPUT = {"output": {"type": "object", "properties": {"video": {"type": "string"}}}}


class Project:
    """Schemas, generated files and a cache in one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` gets three models, of which the last has a warning."""
        self.folder, self.schemas, self.out = folder, folder / "schemas", folder / "generated"
        self.cache = folder / "cache"
        self.add("acme/one", {"prompt": {"type": "string"}})
        self.add("acme/two/turbo", {"size": {"enum": ["1:1", "16:9"]}})
        self.add("other/three", {"n": {"type": "integer", "default": 1.5}})

    def add(self, model_id: str, properties: dict[str, Any]) -> None:
        """Write the schemas of a model."""
        folder = self.schemas / model_id
        folder.mkdir(parents=True, exist_ok=True)
        schema = {"type": "object", "properties": properties}
        (folder / "input.json").write_text(json.dumps(schema))
        (folder / "output.json").write_text(json.dumps(OUTPUT))

    def run(
        self,
        *,
        cached: bool = True,
        least: Severity = Severity.WARNING,
        processes: int | None = None,
    ) -> RunResult:
        """One run, its files written."""
        with BuildCache(self.cache if cached else None) as cache:
            run = run_generator(self.schemas, self.out, cache, RunOptions(least, processes))
        if run.report:
            write(run.files, run.report, self.out)
        return run

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A Python process in the folder."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={"RUNCOMFY_CODEGEN_CACHE": str(self.cache)},
            capture_output=True,
            text=True,
            check=False,
        )

    def generated(self) -> dict[str, bytes]:
        """Path: bytes of every generated file."""
        paths = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def command(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Run the command in the folder, in this process: `command("generate", …)`."""

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        with monkeypatch.context() as patch:
            patch.chdir(project.folder)
            patch.setenv("RUNCOMFY_CODEGEN_CACHE", str(project.cache))
            status = run(list(arguments))
        return subprocess.CompletedProcess(arguments, status, *capsys.readouterr())

    return call
