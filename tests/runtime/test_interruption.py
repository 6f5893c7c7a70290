"""Ctrl-C and cancelled tasks: the exception names the job, which is cancelled only on request."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Coroutine
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import runcomfy_models
from runcomfy_models import CancelOutcome
from runcomfy_models._runtime.first_use import FIRST_USE
from runcomfy_models._runtime.http.clients import MAX_CALLS
from tests.loopback import REQUEST_ID, Call, Loopback, Reply, serving, status
from tests.platforms import needs_posix
from tests.programs import started
from tests.runtime.models import Client
from tests.runtime.side import TOKEN, Side

PROGRAM = """
import asyncio, sys
from tests.runtime.models import AsyncClient, Client
options = dict(base_url=sys.argv[1], token=sys.argv[2], on_interrupt=sys.argv[4])

def show(update):
    print("waiting", flush=True)

def run():
    return Client(on_update=show, **options).run(prompt="a secret prompt")

async def run_async():
    return await AsyncClient(on_update=show, **options).run(prompt="a secret prompt")

run() if sys.argv[3] == "sync" else asyncio.run(run_async())
"""


def run_interrupted(
    side: Side, url: str, policy: str, root: Path
) -> subprocess.CompletedProcess[str]:
    """Run a program that gets Ctrl-C while it waits for a job."""
    name = "async" if side.is_async else "sync"
    path = os.pathsep.join([str(root), str(root / "generated")])
    environment = {**os.environ, "PYTHONPATH": path}
    with started(PROGRAM, url, TOKEN, name, policy, env=environment) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "waiting\n"
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=60)
    return subprocess.CompletedProcess([], program.returncode, out, err)


@needs_posix("SIGINT for another process")
def test_ctrl_c_leaves_the_job_and_shows_its_id(side: Side, service: Loopback, root: Path) -> None:
    service.status = [status("in_progress")]
    completed = run_interrupted(side, service.url, "detach", root)
    assert completed.returncode == -signal.SIGINT
    assert f"request {REQUEST_ID} of acme/" in completed.stderr
    assert "the job goes on" in completed.stderr
    assert not [call for call in service.calls if call.path.endswith("/cancel")]
    assert TOKEN not in completed.stderr


@needs_posix("SIGINT for another process")
def test_ctrl_c_cancels_the_job_if_the_options_say_so(
    side: Side, service: Loopback, root: Path
) -> None:
    service.status = [status("in_queue")]
    completed = run_interrupted(side, service.url, "cancel", root)
    assert "asked to cancel, outcome cancelled" in completed.stderr
    assert len([call for call in service.calls if call.path.endswith("/cancel")]) == 1


async def cancel_once_begun(
    call: Coroutine[Any, Any, Any], begun: threading.Event
) -> BaseException:
    """Return the exception of a call that is cancelled once it has `begun`."""
    task = asyncio.create_task(call)
    assert await asyncio.to_thread(begun.wait, 60)
    task.cancel()
    try:
        await task
    except BaseException as error:
        return error
    raise AssertionError("the task was not cancelled")


@pytest.mark.parametrize(
    ("policy", "words", "outcome"),
    [
        ("detach", "the job goes on", None),
        ("cancel", "outcome already_running", CancelOutcome.ALREADY_RUNNING),
    ],
)
def test_the_exception_of_a_cancelled_task_has_its_job(
    policy: str, words: str, outcome: CancelOutcome | None, service: Loopback
) -> None:
    service.status = [status("in_progress")]
    service.cancel = [Reply(body={"outcome": "not_cancellable", "status": "in_progress"})]
    with Side("async") as side:
        waiting = threading.Event()
        options = {"on_interrupt": policy, "on_update": lambda _: waiting.set()}
        client = side.client(service.url, clock=None, **options)
        error: Any = side.do(cancel_once_begun(client.run(prompt="x"), waiting))
    assert type(error) is asyncio.CancelledError
    assert (error.request_id, error.cancel_outcome) == (REQUEST_ID, outcome)
    assert words in str(error)
    assert words in "".join(error.__notes__)


def test_a_timeout_of_asyncio_stays_a_timeout_error(service: Loopback) -> None:
    service.status = [status("in_progress")]

    async def limited() -> None:
        async with asyncio.timeout(None) as limit:
            now = asyncio.get_running_loop().time()
            client = side.client(service.url, clock=None, on_update=lambda _: limit.reschedule(now))
            await client.run(prompt="x")

    with Side("async") as side, pytest.raises(TimeoutError) as caught:
        side.do(limited())
    assert getattr(caught.value.__cause__, "request_id", None) == REQUEST_ID


def test_an_interrupted_submission_says_that_its_outcome_is_unknown() -> None:
    class Silent(Loopback):
        def answer(self, call: Call) -> Reply:
            super().answer(call)
            arrived.set()
            released.wait(60)
            return Reply(drop=True)

    arrived, released = threading.Event(), threading.Event()
    with serving(Silent()) as service, Side("async") as side:
        client = side.client(service.url, clock=None)
        error: Any = side.do(cancel_once_begun(client.submit(prompt="a secret prompt"), arrived))
        released.set()
        assert len(service.submitted()) == 1
    assert "whether the job was queued is unknown" in str(error)
    assert "secret" not in str(error) + "".join(error.__notes__)


def test_the_exception_of_a_callback_has_the_request_id(side: Side, service: Loopback) -> None:
    def fail(update: object) -> None:
        raise ZeroDivisionError("of the callback")

    client = side.client(service.url, on_update=fail)
    with pytest.raises(ZeroDivisionError, match="of the callback") as caught:
        side.do(client.run(prompt="x"))
    assert REQUEST_ID in "".join(caught.value.__notes__)
    assert vars(caught.value)["request_id"] == REQUEST_ID


def test_leaving_the_updates_early_is_not_an_interruption(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue"), status("in_progress"), status("completed")]
    client = side.client(service.url, on_interrupt="cancel")
    request = side.do(client.submit(prompt="x"))

    async def first() -> Any:
        updates = request.updates()
        update = await anext(updates)
        await updates.aclose()
        return update

    update = side.do(first()) if side.is_async else next(request.updates())
    assert update.status == "in_queue"
    assert not [call for call in service.calls if call.path.endswith("/cancel")]


class InterruptedAt:
    """Raises KeyboardInterrupt at the n-th line of the package that is run."""

    def __init__(self, line: int) -> None:
        self.lines_left = line

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        if event == "line":
            self.lines_left -= 1
            if self.lines_left == 0:
                sys.settrace(None)
                raise KeyboardInterrupt
        return self


PACKAGE = str(Path(runcomfy_models.__file__).parent)


def release_first_use() -> None:
    """Give back the lock if the interruption came between a `with` block and its end.

    Only a tracer can raise there: Python handles a signal right after a call or a jump, and
    none stands between the last line of the block and the release.
    """
    while FIRST_USE._is_owned():  # type: ignore[attr-defined]
        FIRST_USE.release()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_at_any_line_of_a_run_loses_neither_id_nor_permit(service: Loopback) -> None:
    with Client(base_url=service.url, token=TOKEN) as client:
        client.run(prompt="x")
        lines = 0
        while True:
            submissions = len(service.submitted())
            tracer = InterruptedAt(lines + 1)
            sys.settrace(tracer)
            try:
                client.run(prompt="x")
            except KeyboardInterrupt as error:
                is_reported = getattr(error, "request_id", None) or "is unknown" in str(error)
                assert is_reported or len(service.submitted()) == submissions, (
                    f"at line {lines + 1}"
                )
            finally:
                sys.settrace(None)
                release_first_use()
            if tracer.lines_left > 0:
                break
            lines += 1
        assert lines > 500
        [resources] = client._account.api.connections._by_scope.values()
        assert [resources.submit_permits._value, resources.other_permits._value] == [MAX_CALLS] * 2
        assert {pool.load for pool in resources.pools} == {0}
    gc.collect()  # sockets that were interrupted while they connected
