"""`list` and `show` print what the schemas contain."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.cli import run
from tests.platforms import needs_linux

INPUT = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "maxLength": 999, "default": "x" * 99},
        "mode": {"enum": ["std", "pro"], "default": "std"},
        "steps": {"type": "integer", "minimum": 1, "maximum": 50, "multipleOf": 5},
        "image_url": {
            "type": "string",
            "format": "image_uri",
            "validations": [{"validation_rule": "file_size_mb<", "validation_value": 16}],
        },
        "loras": {
            "type": "array",
            "maxItems": 3,
            "items": {"type": "object", "properties": {"scale": {"$ref": "#/$defs/scale"}}},
        },
        "size": {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "\x1b[31m"},
        "\x1b[2J": {"type": "boolean"},
    },
    "$defs": {"scale": {"type": "number", "exclusiveMinimum": 0}},
}


@pytest.fixture(autouse=True)
def _schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("schemas/acme/one")
    folder.mkdir(parents=True)
    (folder / "input.json").write_text(json.dumps(INPUT))
    (folder / "output.json").write_text(
        '{"output": {"type": "object", "properties": {"image": {"type": "string"}}}}'
    )


def cells(text: str) -> list[list[str]]:
    """Return the cells of a printed table, whose columns are separated by two spaces."""
    import re

    return [re.split(r"  +", line.strip()) for line in text.splitlines() if line.strip()]


def test_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list"]) == 0
    assert cells(capsys.readouterr().out)[2] == [
        "acme/one",
        "runcomfy_models.acme.one",
        "7",
        "1",
        "1",
    ]
    assert run(["list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["model"] == "acme/one"


def test_a_model_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "acme/one"]) == 0
    out = capsys.readouterr().out
    assert cells(out)[3:11] == [
        ["prompt", "string", "at most 999 characters", f'e.g. "{"x" * 34}…', "yes"],
        ["mode", '"std" | "pro"', '"std"'],
        ["steps", "integer", "1 to 50", "a multiple of 5"],
        ["image_url", "image URL", "media rule: file_size_mb< 16"],
        ["loras", "array of object", "at most 3 items"],
        ["loras[].scale", "number", "more than 0"],
        ["size", "string | null"],
        ["\\x1b[2J", "boolean"],
    ]
    assert "acme/one: output" in out
    assert "\x1b" not in out


OLD = {"deprecated": True, "readOnly": True, "examples": ["a", 5]}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "number", "maximum": 1, **OLD},
        {"$ref": "#/$defs/scale", **OLD},
        {"allOf": [{"$ref": "#/$defs/scale"}], **OLD},
        {"type": "number", "maximum": 1, "nullable": True, **OLD},
    ],
)
def test_deprecated_and_read_only_properties_are_marked_and_examples_are_shown(
    schema: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside a reference as well, in the input as in the output."""
    document = {
        "type": "object",
        "properties": {"x": schema},
        "$defs": {"scale": {"type": "number", "maximum": 1}},
    }
    for name in ("input", "output"):
        Path(f"schemas/acme/one/{name}.json").write_text(json.dumps(document))
    assert run(["show", "acme/one", "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    for name in ("input", "output"):
        (row,) = printed[name]
        assert row["type"].startswith("number")
        assert row["rules"] == 'deprecated; read-only; e.g. "a", 5'


def test_a_model_is_shown_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "acme/one", "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["input"][2] == {
        "name": "steps",
        "type": "integer",
        "range": "1 to 50",
        "default": "",
        "required": "",
        "rules": "a multiple of 5",
    }
    assert [row["name"] for row in printed["output"]] == ["image"]


def test_the_error_for_an_unknown_model_names_the_closest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["show", "acme/on"]) == 2
    assert "the schemas contain no model 'acme/on' (did you mean acme/one?)" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize("command", [["list"], ["show", "acme/one"]])
def test_broken_schemas_are_reported(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("schemas/acme/one/input.json").write_text("{")
    assert run(command) == 2
    captured = capsys.readouterr()
    assert "error[invalid-json]" in captured.err
    assert captured.out == ""
    assert run([*command, "--schemas", "none"]) == 2


@needs_linux("/dev/full")
def test_a_full_disk_behind_the_output_is_named() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        completed = subprocess.run(
            [sys.executable, "-m", "runcomfy_codegen", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert completed.returncode == 1
    assert completed.stderr == "error: standard output: No space left on device\n"
