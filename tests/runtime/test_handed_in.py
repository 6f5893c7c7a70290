"""An httpx client that was handed in: no promise hangs on what its transport tells."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx
import pytest

from runcomfy_models import ConnectionFailed, InsufficientBalanceError, SubmissionUnknown
from tests.loopback import Loopback, Reply
from tests.runtime.side import Side
from tests.runtime.test_proxies import proxy


class Failing(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Fails each call in one way, and counts them."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.calls = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        raise self.error

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def failing(side: Side, error: Exception) -> tuple[Failing, Any]:
    transport = Failing(error)
    http = side.http_client(transport=transport)
    return transport, side.client("https://api.invalid", http_client=http, attempts=3)


@pytest.mark.parametrize("error", [httpx.ConnectError("no"), httpx.ProxyError("403")])
def test_an_error_that_comes_before_the_call_is_known_by_its_name(
    error: Exception, side: Side
) -> None:
    transport, client = failing(side, error)
    with pytest.raises(ConnectionFailed) as caught:
        side.do(client.submit(prompt="x"))
    assert not caught.value.sent
    assert transport.calls == 3


@pytest.mark.parametrize("error", [httpx.ReadError(""), TimeoutError(), OSError("odd")])
def test_any_other_error_leaves_open_what_became_of_the_call(error: Exception, side: Side) -> None:
    transport, client = failing(side, error)
    with pytest.raises(SubmissionUnknown):
        side.do(client.submit(prompt="x"))
    assert transport.calls == 1


def test_a_body_that_begins_like_a_head_is_sent_behind_its_own(side: Side) -> None:
    """Heads wait for their bodies in a stream of ours; the user may send anything."""
    with proxy(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n") as (url, asked):
        http = side.http_client()
        with pytest.raises(SubmissionUnknown):
            side.do(side.client(url, http_client=http).submit(prompt="x"))
        assert side.do(http.post(f"{url}/mine", content=b"POST it")).status_code == 204
    assert asked[1].startswith(b"POST /mine ")
    assert asked[1].endswith(b"\r\n\r\nPOST it")


def test_what_a_hook_has_read_before_it_fails_decides(side: Side, service: Loopback) -> None:
    """The balance under HTTP 400 would be taken for wrong inputs otherwise."""

    def raising(response: httpx.Response) -> None:
        response.read()
        response.raise_for_status()

    async def raising_later(response: httpx.Response) -> None:
        await response.aread()
        response.raise_for_status()

    service.submit = [Reply(400, {"error_code": 400002, "message": "no money"})]
    hook = raising_later if side.is_async else raising
    http = side.http_client(event_hooks={"response": [hook]})
    with pytest.raises(InsufficientBalanceError, match="no money"):
        side.do(side.client(service.url, http_client=http).submit(prompt="x"))


class Asleep(httpx.AsyncBaseTransport):
    """Respects no time-out of anybody."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(30)
        raise AssertionError("nobody waits that long")


def test_a_call_of_an_asynchronous_client_is_bounded_over_any_transport() -> None:
    with Side("async") as side:
        http = side.http_client(transport=Asleep())
        client = side.client("https://api.invalid", http_client=http, call_timeout=0.1)
        began = time.monotonic()
        with pytest.raises(SubmissionUnknown, match=r"no whole answer after 0\.1 s"):
            side.do(client.submit(prompt="x"))
        assert time.monotonic() - began < 5
