"""The client that openapi-python-client generates has every endpoint, and works."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.openapi import openapi_document
from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0
from runcomfy_codegen.export.public_schema import public_schema
from runcomfy_codegen.planning.examples.placeholders import Placeholders
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from runcomfy_models.testing import Simulator
from tests.interop.conftest import REAL, UNUSUAL

pytest.importorskip("openapi_python_client", reason="needs openapi-python-client: make interop")

PACKAGE = "run_comfy_model_api_client"
PATH = re.compile(r'"method": "post",\s+"url": "/v1/models/([^"]+)"')


def generate(document: Path, folder: Path) -> str:
    """Generate a package into `folder`; return what the program printed."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", document]
    completed = subprocess.run(
        [*command, "--output-path", folder],
        check=True,
        capture_output=True,
        text=True,
        timeout=100,
    )
    return completed.stdout + completed.stderr


@pytest.fixture
def package(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The generated package, imported."""
    generate(document, tmp_path / "client")
    monkeypatch.syspath_prepend(tmp_path / "client")
    yield importlib.import_module(PACKAGE)
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[Simulator]:
    for model_id, schema in REAL.items():
        folder = tmp_path / "schemas" / model_id
        folder.mkdir(parents=True)
        (folder / "input.json").write_text(json.dumps(schema))
    with Simulator(schemas=tmp_path / "schemas") as running:
        yield running


def submissions(package: Any) -> Iterator[tuple[str, ModuleType]]:
    """Yield model ids, each with the module that submits its jobs."""
    api = importlib.import_module(f"{package.__name__}.api")
    for module_info in pkgutil.walk_packages(api.__path__, f"{api.__name__}."):
        module = importlib.import_module(module_info.name)
        if match := PATH.search(inspect.getsource(module)):
            yield match[1].replace("%20", " "), module


def inputs(schema: Any) -> dict[str, Any]:
    placeholders = Placeholders(Definitions(schema))
    return {
        name: placeholders.value(property_schema, name)
        for name, property_schema in schema["properties"].items()
    }


def test_every_model_can_be_called(package: Any, simulator: Simulator) -> None:
    called_ids = set()
    with package.AuthenticatedClient(simulator.base_url, simulator.token) as client:
        for model_id, module in submissions(package):
            body_type = inspect.get_annotations(module.sync_detailed, eval_str=True)["body"]
            body = body_type.from_dict(inputs(REAL[model_id]))
            answer = module.sync_detailed(client=client, body=body)
            assert answer.status_code == 200, (model_id, answer.content)
            called_ids.add(model_id)
    assert called_ids == REAL.keys()
    assert len(simulator.ledger.jobs) == len(REAL)


@pytest.mark.parametrize("version", ["3.1", "3.0"])
def test_unusual_inputs_and_outputs_are_not_left_out(version: str, tmp_path: Path) -> None:
    models = [
        ExportedModel(f"acme/{name}", public_schema({"properties": {"p": schema}}), schema)
        for name, schema in UNUSUAL.items()
    ]
    document = openapi_document(models, DOCUMENTED_PROTOCOL)
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document if version == "3.1" else as_openapi_3_0(document)))
    printed = generate(path, tmp_path / "client")
    assert "Unable to" not in printed
    assert "WARNING" not in printed
    modules = "".join(
        source_file.read_text() for source_file in (tmp_path / "client").rglob("api/**/*.py")
    )
    assert {*PATH.findall(modules)} == {f"acme/{name}" for name in UNUSUAL}
