"""The Go client that openapi-generator makes has every model, and builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.interop.conftest import REAL

SCRIPTS = Path(sysconfig.get_path("scripts"))


def program(name: str) -> str:
    """The program `name` of this environment, or of the machine."""
    path = shutil.which(name, path=f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}")
    if not path:
        pytest.skip(f"needs {name}: make interop, and Java and Go on this machine")
    return path


@pytest.fixture(scope="session")
def go_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what Go has built of its standard library, for all tests."""
    return tmp_path_factory.mktemp("go-cache")


@pytest.mark.timeout(600)
def test_the_go_client_builds(document: Path, tmp_path: Path, go_cache: Path) -> None:
    generator, go, _ = map(program, ("openapi-generator-cli", "go", "java"))
    generate = ["generate", "-g", "go", "-i", document, "-o", tmp_path]
    subprocess.run([generator, *generate], check=True, capture_output=True, timeout=300)
    shutil.rmtree(tmp_path / "test")  # it needs packages from elsewhere
    built = subprocess.run(
        [go, "build", "./..."],
        cwd=tmp_path,
        env={**os.environ, "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOCACHE": str(go_cache)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    code = "".join(path.read_text("utf-8") for path in tmp_path.glob("api_*.go"))
    assert [model_id for model_id in REAL if f'"/v1/models/{model_id}"' not in code] == []
