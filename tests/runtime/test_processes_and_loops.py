"""Connections belong to one process and event loop: no answer reaches another one."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import httpx
import pytest

from runcomfy_models import CancelOutcome, RunComfy, RunComfyError
from runcomfy_models._runtime.http.clients import MAX_CALLS
from tests.loopback import REQUEST_ID, Call, Loopback, Reply, serving, status
from tests.platforms import needs_posix
from tests.runtime.models import AsyncClient, Client
from tests.runtime.side import TOKEN, Side

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
"""Connections of an event loop that is closed can no longer be closed."""


@pytest.fixture(autouse=True)
def collect_garbage() -> Iterator[None]:
    yield
    gc.collect()


def test_one_client_serves_one_event_loop_after_another(service: Loopback) -> None:
    client = AsyncClient(token=TOKEN, base_url=service.url)
    for _ in range(3):
        assert asyncio.run(client.run(prompt="x")).id == REQUEST_ID
    asyncio.run(client.aclose())


def test_a_passed_in_client_works_in_its_own_event_loop_only(service: Loopback) -> None:
    client = AsyncClient(token=TOKEN, base_url=service.url, http_client=httpx.AsyncClient())
    asyncio.run(client.run(prompt="x"))
    with pytest.raises(RunComfyError, match="another process or event loop"):
        asyncio.run(client.run(prompt="x"))
    assert len(service.submitted()) == 1


class Named(Loopback):
    """A service whose request_id names the submission that it answers."""

    def answer(self, call: Call) -> Reply:
        super().answer(call)
        return Reply(body={"request_id": f"for-{call.body['prompt']}"})


@needs_posix("fork")
@pytest.mark.filterwarnings("ignore:This process")
def test_a_fork_does_not_share_connections_with_its_parent() -> None:
    with serving(Named()) as service, Client(token=TOKEN, base_url=service.url) as client:
        client.submit(prompt="warm")
        for _ in range(10):
            child = os.fork()
            name = "parent" if child else "child"
            is_own = all(client.submit(prompt=name).id == f"for-{name}" for _ in range(5))
            if not child:
                os._exit(0 if is_own else 1)
            assert is_own
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("kind", [httpx.Client, httpx.AsyncClient])
def test_the_wrong_kind_of_http_client_is_refused_at_once(kind: Any, service: Loopback) -> None:
    client: Any = Client if kind is httpx.AsyncClient else AsyncClient
    with pytest.raises(TypeError, match="has to be an httpx"):
        client(token=TOKEN, base_url=service.url, http_client=kind())


def test_a_cancelled_scope_of_anyio_reports_the_job_and_cancels_it(
    service: Loopback,
) -> None:
    service.status = [status("in_queue")]
    caught: list[Any] = []

    async def limited() -> None:
        with anyio.CancelScope() as scope:
            options = {"on_interrupt": "cancel", "on_update": lambda _: scope.cancel()}
            client = side.client(service.url, clock=None, **options)
            try:
                await client.run(prompt="x")
            except BaseException as error:
                caught.append(error)
                raise

    with Side("async") as side:
        side.do(limited())
    [error] = caught
    assert (error.request_id, error.cancel_outcome) == (REQUEST_ID, CancelOutcome.CANCELLED)


class Hanging(Loopback):
    """A service that answers no submission until it is released."""

    is_released = threading.Event()

    def answer(self, call: Call) -> Reply:
        reply = super().answer(call)
        if call.path.startswith("/v1/models/"):
            self.is_released.wait(60)
        return reply


def test_slow_submissions_do_not_hold_up_other_calls() -> None:
    async def crowd(client: Any) -> Any:
        tasks = [asyncio.create_task(client.submit(prompt="x")) for _ in range(40)]
        while len(service.submitted()) < MAX_CALLS:
            await asyncio.sleep(0.01)
        async with asyncio.timeout(30):
            update = await client.request("r").status()
        service.is_released.set()
        await asyncio.gather(*tasks, return_exceptions=True)  # too many for this server
        return update

    with serving(Hanging()) as service, Side("async") as side:
        assert side.do(crowd(side.client(service.url, clock=None))).status == "completed"


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "SSL_CERT_FILE"])
def test_an_invalid_proxy_or_certificate_setting_is_a_typed_error(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "ftp://x" if variable == "HTTPS_PROXY" else __file__)
    with (
        RunComfy(token=TOKEN, base_url="https://example.invalid") as account,
        pytest.raises(RunComfyError, match=variable),
    ):
        Client(account).submit(prompt="x")
