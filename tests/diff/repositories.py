"""Git repositories with schemas."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .building import OUTPUT

IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Repository:
    """A git repository with models in `schemas/`."""

    folder: Path

    @property
    def schemas(self) -> Path:
        return self.folder / "schemas"

    def git(self, *arguments: str) -> str:
        command = ["git", *IDENTITY, *arguments]
        completed = subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, text=True
        )
        return completed.stdout.strip()

    def put(self, model_id: str, input_: Any, output: Any = OUTPUT) -> None:
        """Write a model to `schemas/`."""
        folder = self.schemas / model_id
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in (("input", input_), ("output", output)):
            (folder / f"{name}.json").write_text(json.dumps(value, indent=2), "utf-8")

    def commit(self, message: str = "change") -> str:
        """Commit everything; return the hash of the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")


def new_repository(folder: Path) -> Repository:
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository
