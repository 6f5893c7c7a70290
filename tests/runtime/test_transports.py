"""The aiohttp transport: how it is chosen, and which of its failures may be repeated."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from typing import Any

import httpx
import pytest
from httpx_aiohttp import HttpxAiohttpClient

from runcomfy_models import AsyncRunComfy, ConnectionFailed, RunComfy, SubmissionUnknown
from tests.loopback import SUBMITTED, Loopback, Reply
from tests.runtime.models import AsyncClient
from tests.runtime.side import TOKEN, Side


@pytest.fixture
def faster() -> Any:
    with Side("aiohttp") as side:
        yield side


def test_calls_go_over_aiohttp_if_chosen(faster: Side, service: Loopback) -> None:
    client = faster.client(service.url)
    assert faster.do(client.run(prompt="x")).output.video
    assert {call.token for call in service.calls} == {f"Bearer {TOKEN}"}
    assert isinstance(http_of(client), HttpxAiohttpClient)


def test_connections_of_aiohttp_are_closed_with_the_client(service: Loopback) -> None:
    async def run() -> Any:
        async with AsyncClient(base_url=service.url, token=TOKEN, http_client="aiohttp") as client:
            await client.run(prompt="x")
        return http_of(client)

    assert asyncio.run(run()).is_closed


def http_of(client: Any) -> Any:
    """Return the httpx client that makes all calls of `client`."""
    [home] = client._account.transport.connections._homes.values()
    [pool] = home.pools
    return pool.http


def test_a_handed_in_aiohttp_client_does_not_repeat_a_broken_call(service: Loopback) -> None:
    """httpx-aiohttp reports a connection that broke as one that was never made."""
    service.submit = [Reply(drop=True), SUBMITTED]
    with Side("async") as side:
        http = HttpxAiohttpClient()
        client = side.client(service.url, http_client=http)
        with pytest.raises(SubmissionUnknown):
            side.do(client.submit(prompt="x"))
        side.do(http.aclose())
    assert len(service.submitted()) == 1


def test_an_unknown_host_means_not_sent(faster: Side) -> None:
    client = faster.client("https://no-such-host.invalid", attempts=1)
    with pytest.raises(ConnectionFailed) as caught:
        faster.do(client.submit(prompt="x"))
    assert not caught.value.sent


def test_an_answer_that_is_not_http_raises_submission_unknown(faster: Side) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=babble, args=(listening,)).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with pytest.raises(SubmissionUnknown):
            faster.do(faster.client(url).submit(prompt="x"))


def babble(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(2**16)
        connection.sendall(b"NO HTTP AT ALL\r\n\r\n")


@pytest.mark.parametrize("wrong", ["httpx", object()])
def test_any_other_http_client_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(TypeError, match="http_client"):
        AsyncRunComfy(token=TOKEN, http_client=wrong)


def test_the_synchronous_client_has_no_faster_transport() -> None:
    wrong: Any = "aiohttp"
    with pytest.raises(TypeError, match="httpx"):
        RunComfy(token=TOKEN, http_client=wrong)


def test_a_missing_extra_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx_aiohttp", None)
    with pytest.raises(ImportError, match=r"runcomfy-models\[aiohttp\]"):
        AsyncRunComfy(token=TOKEN, http_client="aiohttp")


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_instrumentation_of_httpx_sees_every_call(
    kind: str, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentry and OpenTelemetry replace `send` of httpx's clients."""
    client: type[Any] = httpx.Client if kind == "sync" else httpx.AsyncClient
    seen: list[str] = []
    send = client.send

    def watched(self: Any, request: httpx.Request, **options: Any) -> Any:
        seen.append(request.url.path)
        return send(self, request, **options)

    monkeypatch.setattr(client, "send", watched)
    with Side(kind) as side:
        side.do(side.client(service.url).run(prompt="x"))
    assert len(seen) == len(service.calls) == 3
