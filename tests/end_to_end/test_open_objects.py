"""Type checkers take further properties of an open object, in its class and as a plain dict."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Command, Mypy

OPEN: dict[str, Any] = {"type": "object", "additionalProperties": True}
INPUT = {
    **OPEN,
    "properties": {
        "style": {**OPEN, "properties": {"name": {"type": "string"}}, "required": ["name"]},
        "loras": {"type": "array", "items": {**OPEN, "properties": {"path": {}}}},
        "tree": {"$ref": "#/$defs/Tree"},
    },
    "$defs": {
        "Tree": {
            **OPEN,
            "properties": {"kids": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}},
        }
    },
}
RECURSIVE = {
    "type": "object",
    "properties": {"1_name": {"type": "string"}, "child": {"$ref": "#"}},
}
"""An input inside of itself, with a property whose keyword is called something else."""

RIGHT_CALLS = """
from typing import Any, Unpack
from runcomfy_models.acme import itself, model
def make(**inputs: Unpack[itself.InputDict]) -> None:
    itself.Client().check(**inputs)
make(field_1_name="x", child={"1_name": "y"})
make(child=itself.Input(field_1_name="y"))
client = model.Client()
client.run(style={"name": "a", "steps": 5}, loras=[{"path": "x", "scale": 1}], more=1)
client.run(style=model.Style(name="a", steps=5), loras=[model.LorasItem(path="x", scale=1)])
client.run(tree={"kids": [{"kids": [], "x": 1}], "y": 2})
model.Tree(kids=[model.Tree(colour="red"), {"colour": 5}])
model.Input(style={"name": "a", "steps": 5}, more=1)
more: dict[str, Any] = {"name": "a"}
named: model.StyleDict = {"name": "a"}
client.run(style=more)
client.run(style=named)
"""
WRONG_CALLS = """
from runcomfy_models.acme import model
model.Style(steps=5)
model.Style(name=5)
model.Client().run(style=5)
from runcomfy_models.acme import itself
itself.Client().run(child=5)
"""
PYRIGHT = {"strict": ["*.py"], "extraPaths": ["generated"]}


@pytest.fixture
def calls(codegen: Command, tmp_path: Path) -> Path:
    """A folder with right and wrong calls of two generated models."""
    for name, schema in (("model", INPUT), ("itself", RECURSIVE)):
        folder = tmp_path / "schemas/acme" / name
        folder.mkdir(parents=True)
        (folder / "input.json").write_text(json.dumps(schema))
    assert codegen("generate").returncode == 0
    (tmp_path / "right.py").write_text(RIGHT_CALLS)
    (tmp_path / "wrong.py").write_text(WRONG_CALLS)
    return tmp_path


def assert_wrong_calls_are_found(output: str) -> None:
    places = re.findall(r"(\w+\.py):(\d+)(?::\d+)?(?: -|:) error", output)
    assert sorted(set(places)) == [("wrong.py", line) for line in ("3", "4", "5", "7")]


def test_mypy_accepts_further_properties_and_finds_wrong_ones(calls: Path, mypy: Mypy) -> None:
    assert_wrong_calls_are_found(mypy(calls, "right.py", "wrong.py"))


def test_pyright_accepts_further_properties_and_finds_wrong_ones(calls: Path) -> None:
    python = {"include": ["right.py", "wrong.py"], "pythonPath": sys.executable}
    (calls / "pyrightconfig.json").write_text(json.dumps(PYRIGHT | python))
    completed = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", "."],
        cwd=calls,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert_wrong_calls_are_found(completed.stdout)
