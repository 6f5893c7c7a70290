"""What an import leaves alone until it is needed: counted, never timed."""

from __future__ import annotations

import subprocess
import sys
from typing import get_type_hints

import pytest

from runcomfy_models import AsyncResult
from runcomfy_models.kling.kling_3_0.standard import image_to_video

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


def test_a_module_alone_does_not_read_files_or_answers() -> None:
    runtime = "runcomfy_models._runtime"
    needless = {
        f"{runtime}.{name}" for name in ("calls", "media.reading", "strict_json", "options")
    }
    assert not needless & imported(MODULE)


def test_the_types_of_a_client_can_be_read() -> None:
    hints = get_type_hints(image_to_video.AsyncClient.run)
    assert hints["prompt"] is str
    assert hints["return"] == AsyncResult[image_to_video.Output]


def test_the_package_alone_imports_no_library() -> None:
    assert not {"httpx", "pydantic", "pydantic_core"} & imported(PACKAGE)
