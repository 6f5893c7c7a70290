"""What an import leaves alone until it is needed: counted, never timed."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGE = "import runcomfy_models"
MODULE = "from runcomfy_models.kling.kling_3_0.standard import image_to_video"
INPUT = f"{MODULE} as m; m.Input(prompt='x', start_image_url='https://example.com/i.png')"


def imported(code: str) -> set[str]:
    """Every module that is there after `code`, in a process of its own."""
    program = f"{code}\nimport sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return set(run.stdout.decode().split())


@pytest.mark.parametrize("code", [MODULE, INPUT])
def test_inputs_need_nothing_that_makes_calls(code: str) -> None:
    needless = {"httpx", "httpcore", "anyio", "asyncio", "ssl", "logging", "click"}
    assert not needless & imported(code)


def test_a_model_is_built_when_a_first_value_comes() -> None:
    assert "pydantic.plugin._loader" not in imported(MODULE)
    assert "pydantic.plugin._loader" in imported(INPUT)


def test_the_package_alone_imports_no_library() -> None:
    assert not {"httpx", "pydantic", "pydantic_core"} & imported(PACKAGE)
