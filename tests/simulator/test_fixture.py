"""The pytest plugin, in a separate pytest, as in a user's project."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES

Pytest = Callable[..., "subprocess.CompletedProcess[str]"]

TESTS = """
import sys
from runcomfy_models.kling.kling_3_0.standard import image_to_video

def test_nothing():
    assert not {"starlette", "uvicorn", "httpx"} & set(sys.modules)

def test_mine(runcomfy_simulator):
    with image_to_video.Client(poll_first=0.01) as client:
        result = client.run(prompt="x", start_image_url="https://example.com/a.png")
    assert result.output.video.startswith(runcomfy_simulator.base_url)
    runcomfy_simulator.ledger.assert_nothing_paid_twice()

def test_another(runcomfy_simulator):
    assert runcomfy_simulator.ledger.jobs == ()
"""
PYTEST = (
    "import pytest, sys; sys.exit(pytest.main(['-p', 'no:hypothesispytest', '-p', 'no:randomly']))"
)
"""Runs pytest in the order of the file, without Hypothesis's plugin, which imports much."""
WITHOUT_STARLETTE = f"import sys; sys.modules['starlette'] = None; {PYTEST}"


@pytest.fixture
def run(tmp_path: Path) -> Pytest:
    """Return `run(test, code)`, which runs pytest over that test, started by that code."""

    def run(test: str, code: str = PYTEST) -> object:
        (tmp_path / "test_mine.py").write_text(test)
        (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
        return subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run  # type: ignore[return-value]


def test_clients_find_the_simulator_of_the_fixture(run: Pytest) -> None:
    """Nothing of the extra is imported until a test uses the fixture."""
    completed = run(TESTS)
    assert "3 passed" in completed.stdout, completed.stdout + completed.stderr


def test_the_fixture_sets_the_environment_variables(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    simulator = request.getfixturevalue("runcomfy_simulator")
    assert os.environ["RUNCOMFY_BASE_URL"] == simulator.base_url
    assert os.environ[TOKEN_VARIABLES[0]] == simulator.token


def test_without_the_extra_pytest_works_and_the_fixture_says_what_to_install(run: Pytest) -> None:
    completed = run(TESTS.replace('"starlette", ', ""), WITHOUT_STARLETTE)
    assert "1 passed, 2 errors" in completed.stdout
    assert 'pip install "runcomfy-models[testing]"' in completed.stdout
    assert "Traceback" not in completed.stdout


def test_the_module_without_the_extra_says_what_to_install() -> None:
    code = "import sys; sys.modules['uvicorn'] = None\nimport runcomfy_models.testing as t\nt."
    listing = subprocess.run([sys.executable, "-c", f"{code}__all__"], check=False)
    assert listing.returncode == 0
    completed = subprocess.run(
        [sys.executable, "-c", f"{code}Simulator"], capture_output=True, text=True, check=False
    )
    last_line = completed.stderr.splitlines()[-1]
    assert last_line.startswith("ModuleNotFoundError: the simulator needs the extra 'testing'")
    assert 'pip install "runcomfy-models[testing]"' in last_line
