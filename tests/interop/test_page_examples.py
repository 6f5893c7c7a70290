"""The TypeScript examples of the models' pages compile, and run against the simulator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run
from runcomfy_codegen.site.pages import read_pages
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.interop.conftest import CORPUS

OPTIONS = "--strict --target es2022 --module esnext --moduleResolution bundler --skipLibCheck"
SERVICE = "https://model-api.runcomfy.net"
NODE = "declare const process: { env: Record<string, string | undefined> };\n"


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our schemas, and those of the corpus."""
    folder = tmp_path_factory.mktemp("pages") / "schemas"
    shutil.copytree(ROOT / "schemas", folder)
    for model_id, schema in json.loads(CORPUS.read_text("utf-8")).items():
        (folder / model_id).mkdir(parents=True, exist_ok=True)
        (folder / model_id / "input.json").write_text(json.dumps(schema), "utf-8")
    return folder


@pytest.fixture(scope="module")
def compiled(schemas: Path, node_modules: Path) -> dict[str, Path]:
    """The examples as JavaScript, by model id."""
    folder = schemas.parent
    assert run(["export", "openapi", "--schemas", str(schemas), "--out", f"{folder}/api.json"]) == 0
    (folder / "node_modules").symlink_to(node_modules)
    (folder / "node.d.ts").write_text(NODE)
    scripts: dict[str, Path] = {}
    for number, page in enumerate(read_pages(schemas, "runcomfy_models").models):
        (text,) = (example.text for example in page.examples if example.label == "TypeScript")
        path = folder / f"model{number}.ts"
        path.write_text(text, "utf-8")
        scripts[page.model.model_id] = path.with_suffix(".js")
    tools = node_modules / ".bin"
    commands = [
        [tools / "openapi-typescript", "api.json", "--output", "api.ts"],
        [tools / "tsc", *OPTIONS.split(), "node.d.ts", *sorted(folder.glob("model*.ts"))],
    ]
    for command in commands:
        completed = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100)
        assert completed.returncode == 0, completed.stdout[-3000:] + completed.stderr[-3000:]
    (folder / "package.json").write_text('{"type": "module"}')
    return scripts


def test_every_example_compiles(compiled: dict[str, Path]) -> None:
    assert len(compiled) > 20
    assert all(path.is_file() for path in compiled.values())


def test_an_example_runs(compiled: dict[str, Path], schemas: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs Node.js")
    with Simulator(schemas=schemas, course=Course(queued=0, running=0)) as simulator:
        for path in [*compiled.values()][:3]:
            path.write_text(path.read_text("utf-8").replace(SERVICE, simulator.base_url), "utf-8")
            completed = subprocess.run(
                [node, path],
                env={**os.environ, **simulator.environment},
                capture_output=True,
                text=True,
                timeout=60,
            )
            assert completed.returncode == 0, completed.stderr[-3000:]
            assert simulator.base_url in completed.stdout
