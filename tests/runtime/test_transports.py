"""The libraries that make the calls: how one is chosen, and what may be repeated."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from httpx_aiohttp import HttpxAiohttpClient

from runcomfy_models import AsyncRunComfy, ConnectionFailed, RunComfy, SubmissionUnknown
from tests.loopback import COMPLETED, SUBMITTED, Loopback, Reply
from tests.runtime.models import AsyncClient
from tests.runtime.side import EVERY_LIBRARY, EVERY_TRANSPORT, TOKEN, Side


@pytest.fixture
def aiohttp_side() -> Any:
    with Side("aiohttp") as side:
        yield side


def test_calls_go_over_aiohttp_if_chosen(aiohttp_side: Side, service: Loopback) -> None:
    client = aiohttp_side.client(service.url)
    assert aiohttp_side.do(client.run(prompt="x")).output.video
    assert {call.authorization for call in service.calls} == {f"Bearer {TOKEN}"}
    assert isinstance(http_of(client), HttpxAiohttpClient)


def test_connections_of_aiohttp_are_closed_with_the_client(service: Loopback) -> None:
    async def run() -> Any:
        async with AsyncClient(base_url=service.url, token=TOKEN, http_client="aiohttp") as client:
            await client.run(prompt="x")
        return http_of(client)

    assert asyncio.run(run()).is_closed


def http_of(client: Any) -> Any:
    """Return the httpx client that makes all calls of `client`."""
    [resources] = client._account.api.connections._by_scope.values()
    [pool] = resources.pools
    return pool.http


def test_a_passed_in_aiohttp_client_does_not_repeat_a_broken_call(service: Loopback) -> None:
    """httpx-aiohttp reports a broken connection as one that was never made."""
    service.submit = [Reply(drop=True), SUBMITTED]
    with Side("async") as side:
        http = HttpxAiohttpClient()
        client = side.client(service.url, http_client=http)
        with pytest.raises(SubmissionUnknown):
            side.do(client.submit(prompt="x"))
        side.do(http.aclose())
    assert len(service.submitted()) == 1


def test_an_unknown_host_means_not_sent(aiohttp_side: Side) -> None:
    client = aiohttp_side.client("https://no-such-host.invalid", attempts=1)
    with pytest.raises(ConnectionFailed) as caught:
        aiohttp_side.do(client.submit(prompt="x"))
    assert not caught.value.sent


def test_an_answer_that_is_not_http_raises_submission_unknown(aiohttp_side: Side) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=babble, args=(listener,)).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(SubmissionUnknown):
            aiohttp_side.do(aiohttp_side.client(url).submit(prompt="x"))


def babble(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(2**16)
        connection.sendall(b"NO HTTP AT ALL\r\n\r\n")


@pytest.mark.parametrize("wrong", ["httpx", object()])
def test_any_other_http_client_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(TypeError, match="http_client"):
        AsyncRunComfy(token=TOKEN, http_client=wrong)


CHOSEN = {
    "sync": httpx.Client,
    "async": httpx.AsyncClient,
    "httpx2-sync": httpx2.Client,
    "httpx2-async": httpx2.AsyncClient,
    "aiohttp": HttpxAiohttpClient,
}


@EVERY_TRANSPORT
def test_calls_and_downloads_go_over_the_library_that_was_chosen(
    side: Side, service: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules: list[str] = []
    for library in (httpx, httpx2):
        for kind in (library.Client, library.AsyncClient):
            monkeypatch.setattr(kind, "send", recording(kind.send, modules))
    service.result = [Reply(body={**COMPLETED.body, "output": {"video": f"{service.url}/v.mp4"}})]
    service.submit = [SUBMITTED, Reply(body="film", headers={"Content-Type": "video/mp4"})]
    client = side.client(service.url)
    result = side.do(client.run(prompt="x"))
    [resources] = client._account.api.connections._by_scope.values()
    assert {type(pool.http).__bases__ for pool in resources.pools} == {(CHOSEN[side.name],)}
    side.do(result.download(tmp_path))
    assert {name.partition(".")[0] for name in modules} == {side.library.__name__}


def recording(send: Any, modules: list[str]) -> Any:
    def send_recorded(self: Any, request: Any, **options: Any) -> Any:
        modules.append(type(request).__module__)
        return send(self, request, **options)

    return send_recorded


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_a_client_of_the_other_kind_is_refused(library: str) -> None:
    module = sys.modules[library]
    for account, kind in ((RunComfy, module.AsyncClient), (AsyncRunComfy, module.Client)):
        with pytest.raises(TypeError, match=r"an httpx2\.\w*Client"):
            account(token=TOKEN, http_client=kind())


def test_the_synchronous_client_cannot_use_aiohttp() -> None:
    wrong: Any = "aiohttp"
    with pytest.raises(TypeError, match="httpx"):
        RunComfy(token=TOKEN, http_client=wrong)


@pytest.mark.parametrize(
    ("account", "extra", "module"),
    [
        (AsyncRunComfy, "aiohttp", "httpx_aiohttp"),
        (AsyncRunComfy, "httpx2", "httpx2"),
        (RunComfy, "httpx2", "httpx2"),
    ],
)
def test_a_missing_extra_is_reported_at_once(
    account: Any, extra: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"runcomfy-models\[{extra}\]"):
        account(token=TOKEN, http_client=extra)


@EVERY_LIBRARY
def test_instrumentation_of_httpx_sees_every_call(
    side: Side, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentry and OpenTelemetry replace `send` of httpx's clients."""
    kind = CHOSEN[side.name]
    modules: list[str] = []
    monkeypatch.setattr(kind, "send", recording(kind.send, modules))
    side.do(side.client(service.url).run(prompt="x"))
    assert len(modules) == len(service.calls) == 3
