"""Tools of others that read what is exported: `make interop` installs and runs them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.export.exported_model import ExportedModel
from runcomfy_codegen.export.openapi import openapi_document
from runcomfy_codegen.export.openapi_3_0 import as_openapi_3_0
from runcomfy_codegen.export.public_schema import public_schema
from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL
from tests.fidelity.oracle import normalised

CORPUS = Path(__file__).parents[1] / "fidelity" / "input-schemas.json"
REAL: dict[str, Any] = {
    model_id: normalised(schema)
    for model_id, schema in json.loads(CORPUS.read_text("utf-8")).items()
}
"""Model id: the plain schema of its inputs."""


UNUSUAL: dict[str, Any] = {
    "objects": {"enum": [{"a": 1}, {}]},
    "arrays": {"type": "array", "enum": [[1], [2, 3]]},
    "everything": {"enum": [1, "a", None, True, {"b": 1}, [1]]},
    "constant-object": {"const": {"a": 1}},
    "constant-fraction": {"const": 0.5},
    "fractions": {"type": "number", "enum": [0.5, 1.5]},
    "one-boolean": {"type": "boolean", "enum": [True]},
    "texts-or-null": {"type": ["string", "null"], "enum": ["a", None]},
    "only-null": {"enum": [None]},
    "empty-text": {"type": "string", "enum": [""]},
    "whole-fractions": {"type": "integer", "enum": [1.0, 2]},
    "objects-in-a-list": {"type": "array", "items": {"enum": [{"a": 1}]}},
}
"""Name: a property as no real model has it, and as one may have it some day."""


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder of the tools that run on Node.js."""
    folder = os.environ.get("RUNCOMFY_NODE_MODULES")
    if not folder:
        pytest.skip("needs tools that run on Node.js: make interop")
    return Path(folder)


@pytest.fixture(scope="session", params=["3.1", "3.0"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the OpenAPI document of all real models."""
    models = [
        ExportedModel(model_id, public_schema(schema), {"type": "object"})
        for model_id, schema in REAL.items()
    ]
    exported = openapi_document(models, DOCUMENTED_PROTOCOL)
    path = tmp_path_factory.mktemp("openapi") / "openapi.json"
    path.write_text(json.dumps(exported if request.param == "3.1" else as_openapi_3_0(exported)))
    return path
