"""A fork while something is used for the first time does not block the child."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import runcomfy_models
from tests.platforms import needs_posix

pytestmark = needs_posix("fork")

PATIENT = """
from runcomfy_models._runtime import first_use
first_use.MAX_WAIT = 50  # more than a first use takes on the busiest machine
"""

WHILE_A_MODEL_IS_BUILT = """
import os, signal, threading
from typing import Any
from runcomfy_models._runtime.models.inputs import InputModel

class Slow:
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        building.set()
        forked.wait(0.5)  # in vain: the fork waits until the model is built
        return handler(source)

from typing import Annotated
class Input(InputModel):
    count: Annotated[int, Slow()]

building, forked = threading.Event(), threading.Event()
threading.Thread(target=lambda: Input(count=1)).start()
building.wait()
child = os.fork()
forked.set()
if child == 0:
    signal.alarm(50)
    Input(count=2)
    os._exit(0)
raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""

WHILE_CALLS_ARE_IMPORTED = """
import os, signal, sys, threading
from runcomfy_models._runtime import first_use
from tests.runtime.models import Client

class Watching:
    def find_spec(self, name, path=None, target=None):
        if name == "httpx":
            importing.set()
            forked.wait(0.5)

sys.meta_path.insert(0, Watching())
importing, forked = threading.Event(), threading.Event()
call = lambda: Client(token="t-123", base_url="http://127.0.0.1:1")._account.api.http
threading.Thread(target=call).start()
importing.wait()
child = os.fork()
forked.set()
if child == 0:
    signal.alarm(50)
    call()
    os._exit(0)
raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""

PREPARED = """
import asyncio, logging, sys, tempfile
from pathlib import Path
import runcomfy_models
from runcomfy_models import RunComfyError, prepare
from runcomfy_models.journal import Journal
logging.disable()
MODEL = "kling/kling-3.0/standard/image-to-video"
prepare(MODEL)
module = runcomfy_models.load(MODEL)
assert module.Input.__pydantic_complete__ and module.Output.__pydantic_complete__
assert module.MultiPromptItem.__pydantic_complete__
inputs = {"prompt": "x", "start_image_url": "https://example.com/a.png"}
options = {"token": "t-123", "base_url": "http://127.0.0.1:1"}

async def use(client):
    client.price(**inputs)
    client.request("request-1")
    for call in (client.check, client.preflight, client.submit):
        try:
            called = call(**inputs)
            await called if asyncio.iscoroutine(called) else called
        except RunComfyError:
            pass

with tempfile.TemporaryDirectory() as folder, Journal(Path(folder, "jobs.db")) as journal:
    before = set(sys.modules)
    module.Input(**inputs)
    for client in (module.Client, module.AsyncClient):
        for recorded in ({}, {"journal": journal}):
            asyncio.run(use(client(**options, **recorded)))
late = {name for name in set(sys.modules) - before if "encodings" not in name}
assert not late, late
"""


def run(program: str, root: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(root), str(root / "generated")])
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


@pytest.mark.parametrize(
    "program",
    [WHILE_A_MODEL_IS_BUILT, WHILE_CALLS_ARE_IMPORTED],
    ids=["a model is built", "calls are imported"],
)
def test_a_fork_waits_for_a_first_use(program: str, root: Path) -> None:
    completed = run(PATIENT + program, root)
    assert (completed.returncode, completed.stderr) == (0, "")


def test_after_prepare_no_call_builds_or_imports_anything(root: Path) -> None:
    completed = run(PREPARED, root)
    assert (completed.returncode, completed.stderr) == (0, "")


def test_prepare_takes_ids_and_modules_and_names_an_unknown_id() -> None:
    from runcomfy_models import prepare
    from runcomfy_models.kling.kling_3_0.standard import image_to_video

    prepare()
    prepare(image_to_video)
    with pytest.raises(LookupError, match="did you mean"):
        prepare("kling/kling-3.0/standard/image-to-vide")
    value: Any
    for value in (5, image_to_video.Client, runcomfy_models):
        with pytest.raises(TypeError, match="is not a model: give a model's module or its id"):
            prepare(value)
