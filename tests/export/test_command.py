"""`runcomfy-codegen export` writes the same document each time, of the models that are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run

SCHEMAS = str(Path(__file__).parents[2] / "schemas")
KLING = "kling/kling-3.0/standard/image-to-video"


def exported(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["export", *arguments, "--schemas", SCHEMAS]) == 0
    return capsys.readouterr().out


def test_a_document_is_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(capsys, "openapi") == exported(capsys, "openapi")


@pytest.mark.parametrize(("pattern", "count"), [(KLING, 1), ("runwayml/*", 1), ("*", 2)])
def test_a_pattern_chooses_models(
    pattern: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = json.loads(exported(capsys, "openapi", pattern))["paths"]
    assert sum(path.startswith("/v1/models/") for path in paths) == count


@pytest.mark.parametrize(("version", "written"), [("3.1", "3.1.1"), ("3.0", "3.0.4")])
def test_the_version_is_chosen(
    version: str, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert json.loads(exported(capsys, "openapi", "--version", version))["openapi"] == written


def test_the_form_value_is_no_default(capsys: pytest.CaptureFixture[str]) -> None:
    duration = json.loads(exported(capsys, "jsonschema", KLING))["properties"]["duration"]
    assert duration["x-form-default"] == 10
    assert "default" not in duration


def test_a_file_holds_what_would_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "output.json"
    arguments = ("jsonschema", KLING, "--side", "output")
    assert exported(capsys, *arguments, "--out", str(out)) == ""
    assert out.read_text("utf-8") == exported(capsys, *arguments)


def test_an_unknown_model_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "openapi", "kling/*/no-such", "--schemas", SCHEMAS]) == 2
    assert "the schemas contain no model 'kling/*/no-such'" in capsys.readouterr().err


def test_one_schema_is_of_one_model(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "jsonschema", "*", "--schemas", SCHEMAS]) == 2
    assert "no model '*'" in capsys.readouterr().err
