"""A schemas folder of a few lines, read in this process."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import FolderPlan, plan_folder

Load = Callable[..., FolderPlan]
OUTPUT = {"output": {"type": "object", "properties": {"image": {"type": "string"}}}}


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """`load({"a/b/input.json": {…}}, overrides="…")`: what these files below `s` ask for.

    A document is JSON or text as it is.
    """
    return loader(tmp_path)


def loader(folder: Path) -> Load:
    """Return a function that writes files below `folder/s`, and plans what is there then."""

    def call(documents: dict[str, Any], overrides: str | None = None) -> FolderPlan:
        texts = documents if overrides is None else {**documents, "overrides.toml": overrides}
        for name, value in texts.items():
            path = folder / "s" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        with contextlib.chdir(folder):
            return plan_folder(Path("s"))

    return call


def errors(plan: FolderPlan) -> list[str]:
    """Where each error is, and its code: `a/b/input.json#/type invalid-schema`."""
    return [
        f"{diagnostic.file.removeprefix('s/')}#{diagnostic.pointer} {diagnostic.code}"
        for diagnostic in plan.diagnostics
        if diagnostic.severity == diagnostic.severity.ERROR
    ]
