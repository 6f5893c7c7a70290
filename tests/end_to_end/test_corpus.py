"""Generate clients from the real schemas of about fifty models, import each, and use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import input_schema
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import run_generator
from runcomfy_codegen.output.writing import write

PROGRAM = """
import importlib, json, sys
import runcomfy_models
for model_id, payload in json.load(sys.stdin).items():
    module = runcomfy_models.load(model_id)
    inputs = module.Input.model_validate(payload)
    assert inputs.to_payload() == payload, (model_id, inputs.to_payload(), payload)
print(len(runcomfy_models.MODELS))
"""


@pytest.fixture(scope="module")
def models(corpus: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((corpus / "input-schemas.json").read_text("utf-8"))
    return document


@pytest.fixture(scope="module")
def generated(models: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the whole corpus; return the output folder."""
    top = tmp_path_factory.mktemp("corpus")
    for model_id, schema in models.items():
        folder = top / "schemas" / model_id
        folder.mkdir(parents=True)
        (folder / "input.json").write_text(json.dumps(schema), "utf-8")
    out = top / "generated"
    run = run_generator(top / "schemas", out, BuildCache(None))
    assert run.report, run.diagnostics
    write(run.files, run.report, out)
    return out


def test_every_module_can_be_imported_and_accepts_a_valid_payload(
    models: dict[str, Any], generated: Path
) -> None:
    """In a separate process, whose only package of that name is the generated one."""
    payloads = {model_id: payload(schema) for model_id, schema in models.items()}
    completed = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(payloads),
        env={"PYTHONPATH": str(generated)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (completed.returncode, completed.stdout) == (0, f"{len(models)}\n"), completed.stderr


def payload(schema: Any) -> dict[str, Any]:
    """Return a payload with a value for every property, which jsonschema accepts."""
    plain = input_schema(schema, Collector("corpus"))
    assert plain
    value = {name: sample(member) for name, member in plain["properties"].items()}
    Draft202012Validator(plain).validate(value)
    return value


def sample(schema: Any) -> Any:
    """Return a value that is valid under a schema of the corpus."""
    if "enum" in schema:
        return schema["enum"][-1]
    match schema["type"]:
        case "string":
            return "x" * schema.get("minLength", 1)
        case "integer" | "number":
            return schema.get("minimum", schema.get("maximum", 1))
        case "boolean":
            return True
        case "array":
            return [sample(schema["items"])] * max(schema.get("minItems", 0), 1)
        case _:
            return {name: sample(member) for name, member in schema["properties"].items()}


def test_black_would_not_change_the_generated_corpus(root: Path, generated: Path) -> None:
    """Without the client library in it, about which `make lint` asks black."""
    library = root / "generator/runtime"
    modules = [
        path
        for path in generated.rglob("*.py")
        if not (library / path.relative_to(generated)).exists()
    ]
    assert len(modules) > 50
    completed = subprocess.run(
        [sys.executable, "-m", "black", "--check", "--quiet", *modules], check=False
    )
    assert completed.returncode == 0
