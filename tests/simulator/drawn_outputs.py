"""Build models with drawn output schemas, and run them against the simulator."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import strategies as st

from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.output.paths import full_module_name
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.rendering.package import render_modules
from tests.fidelity.building import execute_module
from tests.fidelity.strategies import DEFINITIONS, NAMES, SCHEMAS

DIALECT = st.sampled_from(
    [
        {"type": "float", "minimum": 0, "maximum": 1},
        {"type": "integer", "nullable": True},
        {"type": "string", "format": "uri"},
        {"type": "array", "format": "image_uris"},
        {"type": "array", "items": {"type": "string", "format": "video_uri"}, "minItems": 3},
        {"properties": {"url": {"type": "string", "format": "uri"}}},
        {"type": "integer", "enum": ["5", "6"]},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"$ref": "#/definitions/older"},
    ]
)
"""Schemas that the docs' dialect reads otherwise than JSON Schema, and usual ones."""

OUTPUTS = st.builds(
    lambda properties, required, further: {
        "type": "object",
        "properties": properties,
        "required": [name for name in required if name in properties],
        **further,
        "$defs": DEFINITIONS,
        "definitions": {"older": {"type": "string", "minLength": 2}},
    },
    st.dictionaries(NAMES, st.one_of(SCHEMAS, SCHEMAS, DIALECT), min_size=1, max_size=4),
    st.lists(NAMES, max_size=3, unique=True),
    st.sampled_from([{}, {}, {"additionalProperties": False}, {"unevaluatedProperties": False}]),
)
"""Output schemas."""


def write_models(outputs: dict[str, Any], folder: Path) -> None:
    """Write models without inputs, by name."""
    for name, schema in outputs.items():
        model = folder / "acme" / name
        model.mkdir(parents=True)
        (model / "input.json").write_text('{"type": "object"}', "utf-8")
        (model / "output.json").write_text(json.dumps({"output": schema}), "utf-8")


def modules(folder: Path) -> dict[str, ModuleType]:
    """Return the module of each model in `folder`; none if the generator refuses one."""
    plan = plan_folder(folder)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in plan.diagnostics):
        return {}
    texts = render_modules(plan.models)
    names = {str(model.model_id): full_module_name(model.module) for model in plan.models}
    return {model_id: execute_module(name, texts[name]) for model_id, name in names.items()}
