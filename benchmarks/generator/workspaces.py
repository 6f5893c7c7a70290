"""Folders with a corpus, and the commands that are measured in them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.generator import hashing
from benchmarks.generator.corpus import model_ids, write_corpus
from benchmarks.generator.openapi import write_document
from benchmarks.generator.processes import BIN, Cost, run

CODEGEN = str(BIN / "runcomfy-codegen")
HASH = [sys.executable, hashing.__file__, "schemas", "generated"]
OPENAPI_PYTHON_CLIENT = [
    str(BIN / "openapi-python-client"),
    *("generate", "--path", "openapi.json", "--output-path", "openapi_client", "--overwrite"),
]
DATAMODEL_CODEGEN = [
    str(BIN / "datamodel-codegen"),
    *("--input", "openapi.json", "--input-file-type", "openapi", "--openapi-scopes", "api"),
    *("--output-model-type", "pydantic_v2.BaseModel", "--formatters", "black"),
    *("--generate-client", "httpx2", "--client-package", "client", "--client-output", "client"),
    *("--client-model-package", "models", "--output", "models.py"),
]
_GIT = ("git", "-c", "user.name=bench", "-c", "user.email=bench@localhost")


class Workspace:
    """A repository with the schemas of `count` models, as they are and as OpenAPI."""

    def __init__(self, folder: Path, count: int) -> None:
        """Create it in `folder`, which must not exist yet."""
        self.folder, self.count = folder, count
        write_corpus(folder / "schemas", count)
        write_document(folder / "openapi.json", count)
        (folder / ".gitignore").write_text("/*\n!/schemas\n!/generated\n")

    def generate(self, *, watched: bool = False) -> Cost:
        """Generate, and return the cost."""
        return run([CODEGEN, "generate"], self.folder, watched=watched)

    def from_nothing(self, *, watched: bool = False) -> Cost:
        """Generate without the files and the cache of earlier runs."""
        for name in ("cache", "generated"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.generate(watched=watched)

    def commit(self) -> None:
        """Commit all files."""
        if not (self.folder / ".git").is_dir():
            self._git("init", "--quiet")
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", "As it is", "--allow-empty")

    def change(self, index: int) -> None:
        """Add a property to one model, with an enum that no model had before."""
        path = self.folder / "schemas" / list(model_ids(self.count))[index] / "input.json"
        schema = json.loads(path.read_text("utf-8"))
        values = [f"new {index}", f"newer {index}"]
        schema["properties"][f"added_{index}"] = {"type": "string", "enum": values}
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")

    def _git(self, *arguments: str) -> None:
        subprocess.run([*_GIT, *arguments], cwd=self.folder, check=True, capture_output=True)
