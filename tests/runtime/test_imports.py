"""What an import leaves alone until it is needed: counted, never timed."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, get_type_hints

import pytest

from runcomfy_models import AsyncRequest, AsyncResult, CancelOutcome, Request, RequestStatus
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
        f"{runtime}.{name}"
        for name in ("http.calls", "media.local_files", "models.strictness.json_types", "options")
    }
    assert not needless & imported(MODULE)


def test_the_types_of_a_client_can_be_read() -> None:
    hints = get_type_hints(image_to_video.AsyncClient.run)
    assert hints["prompt"] is str
    assert hints["return"] == AsyncResult[image_to_video.Output]


@pytest.mark.parametrize("kind", [Request, AsyncRequest])
def test_the_types_of_a_request_can_be_read(kind: type[Any]) -> None:
    assert get_type_hints(kind.wait)["return"] is RequestStatus
    assert get_type_hints(kind.cancel)["return"] is CancelOutcome
    assert all(get_type_hints(each) for each in (kind.status, kind.updates, kind.result))


BEHIND_A_PAID_CALL = """
import asyncio, sys
from tests.loopback import Loopback, serving
from tests.runtime.models import AsyncClient, Client

class Watching(Loopback):
    def answer(self, call):
        self.before = set(sys.modules)
        return super().answer(call)

    def told(self):
        return {name for name in set(sys.modules) - self.before if "runcomfy_models" in name}

async def submit(client):
    async with client:
        return await client.submit(prompt="x")

with serving(Watching()) as service:
    Client(token="t-123", base_url=service.url).submit(prompt="x")
    assert not service.told(), service.told()
    asyncio.run(submit(AsyncClient(token="t-123", base_url=service.url)))
    assert not service.told(), service.told()
"""


def test_nothing_is_imported_behind_a_paid_call_where_it_could_fail() -> None:
    """With all files in use, an import fails, and the request_id would be gone."""
    subprocess.run([sys.executable, "-c", BEHIND_A_PAID_CALL], check=True)


def test_the_package_alone_imports_no_library() -> None:
    assert not {"httpx", "pydantic", "pydantic_core"} & imported(PACKAGE)
