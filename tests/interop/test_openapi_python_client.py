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

from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.placeholder import Placeholders
from runcomfy_models.testing import Simulator
from tests.interop.conftest import REAL

pytest.importorskip("openapi_python_client", reason="needs openapi-python-client: make interop")

PACKAGE = "run_comfy_model_api_client"
PATH = re.compile(r'"method": "post",\s+"url": "/v1/models/([^"]+)"')


@pytest.fixture
def package(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The generated package, imported."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", document]
    subprocess.run(
        [*command, "--output-path", tmp_path / "client"],
        check=True,
        capture_output=True,
        timeout=100,
    )
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
    for found in pkgutil.walk_packages(api.__path__, f"{api.__name__}."):
        module = importlib.import_module(found.name)
        if match := PATH.search(inspect.getsource(module)):
            yield match[1].replace("%20", " "), module


def inputs(schema: Any) -> dict[str, Any]:
    placeholders = Placeholders(Definitions(schema))
    return {name: placeholders.value(one, name) for name, one in schema["properties"].items()}


def test_every_model_can_be_called(package: Any, simulator: Simulator) -> None:
    called = set()
    with package.AuthenticatedClient(simulator.base_url, simulator.token) as client:
        for model_id, module in submissions(package):
            body_type = inspect.get_annotations(module.sync_detailed, eval_str=True)["body"]
            body = body_type.from_dict(inputs(REAL[model_id]))
            answer = module.sync_detailed(client=client, body=body)
            assert answer.status_code == 200, (model_id, answer.content)
            called.add(model_id)
    assert called == REAL.keys()
    assert len(simulator.ledger.jobs) == len(REAL)
