"""TypeScript, by openapi-typescript, takes right inputs of every model and refuses wrong ones."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from runcomfy_codegen.export.component_names import component_names
from tests.fidelity.mutations import sample
from tests.interop.conftest import REAL

EXPECTED_ERROR = "// @ts-expect-error\n"
NAMES = component_names(REAL)


def wrong_inputs(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield inputs that a type can refuse: one too few, one too many, one of another type."""
    valid = sample(schema)
    for name in schema.get("required", ()):
        yield {key: value for key, value in valid.items() if key != name}
    if schema["additionalProperties"] is False:
        yield {**valid, "no_such_input": 1}
    for name, member in schema["properties"].items():
        yield {**valid, name: 5 if member.get("type") == "string" else "no such value"}


def statements() -> Iterator[str]:
    for index, (model_id, schema) in enumerate(REAL.items()):
        kind = f'components["schemas"]["{NAMES[model_id]}.Input"]'
        yield f"export const right{index}: {kind} = {json.dumps(sample(schema))};\n"
        for number, inputs in enumerate(wrong_inputs(schema)):
            yield EXPECTED_ERROR
            yield f"export const wrong{index}_{number}: {kind} = {json.dumps(inputs)};\n"


def test_right_inputs_compile_and_wrong_ones_do_not(
    node_modules: Path, document: Path, tmp_path: Path
) -> None:
    def run(tool: str, *arguments: str) -> None:
        command = [node_modules / ".bin" / tool, *arguments]
        completed = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=100
        )
        assert completed.returncode == 0, completed.stdout[-3000:] + completed.stderr[-3000:]

    run("openapi-typescript", str(document), "--output", "api.ts")
    text = 'import type { components } from "./api";\n' + "".join(statements())
    assert text.count(EXPECTED_ERROR) > len(REAL) * 3
    (tmp_path / "calls.ts").write_text(text)
    run("tsc", "--strict", "--noEmit", "calls.ts")
