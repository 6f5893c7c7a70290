"""The tiers of import: nothing is imported before it is needed. Counted, never timed."""

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
CLIENT = f"{MODULE} as m; m.Client(token='t-123'); m.AsyncClient(token='t-123')"


def imported(code: str) -> set[str]:
    """Return every module that is imported after `code`, in a new process."""
    program = f"{code}\nimport sys; print(*sys.modules)"
    completed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return set(completed.stdout.decode().split())


@pytest.mark.parametrize("code", [MODULE, INPUT])
def test_inputs_import_nothing_that_makes_calls(code: str) -> None:
    unneeded = {"httpx", "httpcore", "anyio", "asyncio", "ssl", "logging", "click"}
    assert not unneeded & imported(code)


def test_a_model_is_built_for_its_first_value() -> None:
    assert "pydantic.plugin._loader" not in imported(MODULE)
    assert "pydantic.plugin._loader" in imported(INPUT)


def test_importing_a_module_does_not_import_calls_or_media() -> None:
    runtime = "runcomfy_models._runtime"
    unneeded = {
        f"{runtime}.{name}"
        for name in ("http.calls", "media.local_files", "models.strictness.json_types", "options")
    }
    assert not unneeded & imported(MODULE)


def test_a_client_imports_httpx_for_its_first_call() -> None:
    runtime = "runcomfy_models._runtime"
    for_a_call = {f"{runtime}.{name}" for name in ("_async.job", "_sync.job", "download")}
    assert not {"httpx", "httpcore", *for_a_call} & imported(CLIENT)


def test_the_annotations_of_a_client_can_be_evaluated() -> None:
    hints = get_type_hints(image_to_video.AsyncClient.run)
    assert hints["prompt"] is str
    assert hints["return"] == AsyncResult[image_to_video.Output]


@pytest.mark.parametrize("kind", [Request, AsyncRequest])
def test_the_annotations_of_a_request_can_be_evaluated(kind: type[Any]) -> None:
    assert get_type_hints(kind.wait)["return"] is RequestStatus
    assert get_type_hints(kind.cancel)["return"] is CancelOutcome
    assert all(get_type_hints(method) for method in (kind.status, kind.updates, kind.result))


AFTER_A_PAID_CALL = """
import asyncio, sys
from tests.loopback import Loopback, serving
from tests.runtime.models import AsyncClient, Client

class Watching(Loopback):
    def answer(self, call):
        self.before = set(sys.modules)
        return super().answer(call)

    def imported(self):
        return {name for name in set(sys.modules) - self.before if "runcomfy_models" in name}

async def submit(client):
    async with client:
        return await client.submit(prompt="x")

with serving(Watching()) as service:
    Client(token="t-123", base_url=service.url).submit(prompt="x")
    assert not service.imported(), service.imported()
    asyncio.run(submit(AsyncClient(token="t-123", base_url=service.url)))
    assert not service.imported(), service.imported()
"""


def test_nothing_is_imported_after_a_paid_call() -> None:
    """An import may fail, with too many open files for example: the request_id would be lost."""
    subprocess.run([sys.executable, "-c", AFTER_A_PAID_CALL], check=True)


def test_the_package_itself_imports_no_library() -> None:
    assert not {"httpx", "pydantic", "pydantic_core"} & imported(PACKAGE)
