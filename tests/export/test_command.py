"""`runcomfy-codegen export` writes the same document each time, of the models that are named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import runcomfy_models
from runcomfy_codegen.cli import run
from runcomfy_models.kling.kling_3_0.standard import image_to_video
from runcomfy_models.runwayml.runway_aleph import video_to_video

SCHEMAS = str(Path(__file__).parents[2] / "schemas")
KLING = "kling/kling-3.0/standard/image-to-video"
ALEPH = "runwayml/runway-aleph/video-to-video"
FORM = {"default": "x-form-default"}


def export(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["export", *arguments, "--schemas", SCHEMAS]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["openapi"], ["jsonschema", KLING]])
def test_a_document_is_the_same_each_time_in_any_process(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "runcomfy_codegen", "export", *arguments, "--schemas", SCHEMAS]
    first, second = (
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


@pytest.mark.parametrize(("pattern", "count"), [(KLING, 1), ("runwayml/*", 1), ("*", 2)])
def test_a_pattern_chooses_models(
    pattern: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = json.loads(export(capsys, "openapi", pattern))["paths"]
    assert sum("/models/" in path and "post" in paths[path] for path in paths) == count


@pytest.mark.parametrize(("version", "full_version"), [("3.1", "3.1.1"), ("3.0", "3.0.4")])
def test_the_version_is_chosen(
    version: str, full_version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert json.loads(export(capsys, "openapi", "--version", version))["openapi"] == full_version


@pytest.mark.parametrize("model_id", [KLING, ALEPH])
def test_a_schema_is_that_of_the_class_except_for_its_defaults(
    model_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """That one has a definition for each nested class, with the name of the class as its title."""
    class_schema = runcomfy_models.load(model_id).Input.model_json_schema()
    definitions = class_schema.pop("$defs", {})

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return [plain(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            name = value["$ref"].rpartition("/")[2]
            return plain(
                {key: definitions[name][key] for key in definitions[name].keys() - {"title"}}
            )
        return {FORM.get(key, key): plain(member) for key, member in value.items()}

    exported_schema = json.loads(export(capsys, "jsonschema", model_id))
    assert exported_schema.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert (
        exported_schema.pop("x-generated-by")
        == f"runcomfy-codegen export jsonschema --side=input {model_id}"
    )
    assert exported_schema == {**plain(class_schema), "title": exported_schema["title"]}


def test_the_form_value_is_not_a_default(capsys: pytest.CaptureFixture[str]) -> None:
    duration = json.loads(export(capsys, "jsonschema", KLING))["properties"]["duration"]
    assert duration["x-form-default"] == 10
    assert "default" not in duration


def test_a_rule_on_content_types_is_a_rule_on_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(export(capsys, "jsonschema", KLING))
    class_schema = image_to_video.Input.model_json_schema()
    for either_schema in (schema, class_schema):
        [rule] = either_schema["properties"]["start_image_url"]["x-media-rules"]
        assert (rule["id"], rule["accepts"][0]) == ("image-formats", "image/jpeg")


def test_rules_on_files_have_the_form_that_inputs_show(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(export(capsys, "jsonschema", video_to_video.MODEL_ID))
    class_schema = video_to_video.Input.model_json_schema()
    for name in ("video_url", "image_url"):
        media_rules = schema["properties"][name]["x-media-rules"]
        assert media_rules == class_schema["properties"][name]["x-media-rules"]


def test_an_output_file_has_the_text_that_would_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "output.json"
    arguments = ("jsonschema", KLING, "--side", "output")
    assert export(capsys, *arguments, "--out", str(out)) == ""
    assert out.read_text("utf-8") == export(capsys, *arguments)


def test_an_unknown_model_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "openapi", "kling/*/no-such", "--schemas", SCHEMAS]) == 2
    assert "the schemas contain no model 'kling/*/no-such'" in capsys.readouterr().err


def test_a_json_schema_is_exported_for_one_model_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "jsonschema", "*", "--schemas", SCHEMAS]) == 2
    assert "no model '*'" in capsys.readouterr().err


def test_rules_patches_and_prices_are_exported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "acme/one").mkdir(parents=True)
    schema = {
        "type": "object",
        "properties": {"x": {"type": "string", "description": "Must be 5."}},
    }
    (tmp_path / "acme/one/input.json").write_text(json.dumps(schema))
    catalog = {"base_price_usd": 0.1, "price_unit": "output", "kind": "model"}
    (tmp_path / "acme/one/catalog.json").write_text(json.dumps(catalog))
    (tmp_path / "overrides.toml").write_text(
        '["acme/one".patch]\n"input.json#/properties/x/type" = '
        '{ value = "integer", was = "string", why = "a slip" }\n'
    )
    (tmp_path / "rules.toml").write_text(
        '[["acme/one"]]\nid = "five"\nat = "input.json#/properties/x"\nquote = "Must be 5."\n'
        'rule = "x == 5"\nmessage = "{x} is not 5"\nfits = [{ x = 5 }]\nbreaks = [{ x = 6 }]\n'
    )
    assert run(["export", "openapi", "--schemas", str(tmp_path)]) == 0
    document = json.loads(capsys.readouterr().out)
    (path,) = (path for path in document["paths"] if "acme" in path)
    operation = document["paths"][path]["post"]
    assert operation["x-price"] == {"base_price_usd": 0.1, "price_unit": "output"}
    (inputs,) = (
        component
        for name, component in document["components"]["schemas"].items()
        if "Input" in name
    )
    assert inputs["properties"]["x"]["type"] == "integer"
    assert inputs["x-rules"] == [{"id": "five", "message": "{x} is not 5", "quote": "Must be 5."}]
