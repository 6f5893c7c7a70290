"""An httpx client that was passed in: the promises hold over any transport."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from runcomfy_models import ConnectionFailed, InsufficientBalanceError, SubmissionUnknown
from tests.loopback import SUBMITTED, Loopback, Reply
from tests.runtime.side import EVERY_LIBRARY, TOKEN, Side
from tests.runtime.test_never_twice import LOST_ANSWERS
from tests.runtime.test_proxies import proxy


class Failing:
    """A transport that fails each call in one way, and counts them."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.calls = 0

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass

    async def aclose(self) -> None:
        pass

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        raise self.error

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def failing(side: Side, error: Exception) -> tuple[Failing, Any]:
    transport = Failing(error)
    http = side.http_client(transport=transport)
    return transport, side.client("https://api.invalid", http_client=http, attempts=3)


@EVERY_LIBRARY
@pytest.mark.parametrize("error", ["ConnectError", "ProxyError"])
def test_a_failed_connection_is_recognised_and_tried_again(error: str, side: Side) -> None:
    transport, client = failing(side, getattr(side.library, error)("no"))
    with pytest.raises(ConnectionFailed) as caught:
        side.do(client.submit(prompt="x"))
    assert not caught.value.sent
    assert transport.calls == 3


OTHER_ERRORS: dict[str, Callable[[Any], Exception]] = {
    "ReadError": lambda library: library.ReadError(""),
    "StreamClosed": lambda library: library.StreamClosed(),
    "TimeoutError": lambda _: TimeoutError(),
    "OSError": lambda _: OSError("odd"),
}


@EVERY_LIBRARY
@pytest.mark.parametrize("error", OTHER_ERRORS.values(), ids=OTHER_ERRORS.keys())
def test_any_other_error_makes_the_submission_unknown(
    error: Callable[[Any], Exception], side: Side
) -> None:
    transport, client = failing(side, error(side.library))
    with pytest.raises(SubmissionUnknown):
        side.do(client.submit(prompt="x"))
    assert transport.calls == 1


@EVERY_LIBRARY
def test_a_body_that_looks_like_a_request_line_is_sent_after_its_own_head(side: Side) -> None:
    """Our stream joins a head with its body; a user's own call passes through it as well."""
    with proxy(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n") as (url, requests):
        http = side.http_client()
        with pytest.raises(SubmissionUnknown):
            side.do(side.client(url, http_client=http).submit(prompt="x"))
        assert side.do(http.post(f"{url}/mine", content=b"POST it")).status_code == 204
    assert requests[1].startswith(b"POST /mine ")
    assert requests[1].endswith(b"\r\n\r\nPOST it")


@EVERY_LIBRARY
def test_an_answer_is_used_although_a_hook_raises_after_reading_it(
    side: Side, service: Loopback
) -> None:
    """Otherwise a low balance under HTTP 400 would be reported as wrong inputs."""

    def raising(response: httpx.Response) -> None:
        response.read()
        response.raise_for_status()

    async def raising_async(response: httpx.Response) -> None:
        await response.aread()
        response.raise_for_status()

    service.submit = [Reply(400, {"error_code": 400002, "message": "no money"})]
    hook = raising_async if side.is_async else raising
    http = side.http_client(event_hooks={"response": [hook]})
    with pytest.raises(InsufficientBalanceError, match="no money"):
        side.do(side.client(service.url, http_client=http).submit(prompt="x"))


SETTINGS: dict[str, Any] = {
    "params": {"tenant": "a", "include_cost": "false"},
    "headers": {"Authorization": "Basic eA==", "Accept": "text/html", "Content-Type": "text/xml"},
    "auth": ("user", "password"),
    "base_url": "https://example.com/elsewhere/",
    "timeout": 1e-9,
    "cookies": {"session": "1"},
}


@EVERY_LIBRARY
def test_settings_of_a_passed_in_client_do_not_replace_those_of_a_call(
    side: Side, service: Loopback
) -> None:
    http = side.http_client(**SETTINGS)
    side.do(side.client(service.url, http_client=http).run(prompt="x"))
    submission, status, result = service.calls
    assert submission.path.endswith("?tenant=a&include_cost=false")
    assert result.path.partition("?")[2] == "tenant=a&include_cost=true"
    assert {call.authorization for call in service.calls} == {f"Bearer {TOKEN}"}
    assert {call.headers["accept"] for call in service.calls} == {"application/json"}
    assert submission.headers["content-type"] == "application/json"
    assert status.headers["cookie"] == "session=1"


class NeverAnswering(httpx.AsyncBaseTransport):
    """A transport that ignores all timeouts."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError("nothing ends this but a cancellation")


def test_the_time_limit_of_an_asynchronous_call_holds_over_any_transport() -> None:
    with Side("async") as side:
        http = side.http_client(transport=NeverAnswering())
        client = side.client("https://api.invalid", http_client=http, call_timeout=0.1)
        began = time.monotonic()
        with pytest.raises(SubmissionUnknown, match=r"no whole answer after 0\.1 s"):
            side.do(client.submit(prompt="x"))
        assert time.monotonic() - began < 30


@pytest.mark.parametrize("reply", LOST_ANSWERS.values(), ids=LOST_ANSWERS.keys())
def test_a_lost_answer_is_not_repeated_over_a_passed_in_client(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.submit = [reply, SUBMITTED]
    client = side.client(service.url, http_client=side.http_client())
    with pytest.raises(SubmissionUnknown):
        side.do(client.submit(prompt="x"))
    assert len(service.submitted()) == 1


class Recording(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Accepts each submission, and keeps the request."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json={"request_id": "req-1"})

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


TIMEOUTS: list[tuple[dict[str, float], dict[str, float]]] = [
    ({"connect_timeout": 2}, {"connect": 2}),
    ({"read_timeout": 3}, {"read": 3, "write": 3, "pool": 3}),
    ({"call_timeout": 1.5}, {"connect": 1.5, "read": 1.5, "write": 1.5, "pool": 1.5}),
    ({"call_timeout": 1.5, "connect_timeout": 0.5}, {"connect": 0.5, "read": 1.5}),
    ({"call_timeout": 1.5, "read_timeout": 0.5}, {"connect": 1.5, "read": 0.5, "write": 0.5}),
    ({"connect_timeout": 1e9, "read_timeout": 1e9}, {"connect": 300, "read": 300}),
]
"""Options: the timeouts that reach the transport, in seconds."""


@pytest.mark.parametrize(("options", "expected"), TIMEOUTS)
def test_each_time_limit_reaches_the_transport(
    options: dict[str, float], expected: dict[str, float], side: Side
) -> None:
    transport = Recording()
    http = side.http_client(transport=transport)
    side.do(side.client("https://api.invalid", http_client=http, **options).submit(prompt="x"))
    assert expected.items() <= transport.requests[0].extensions["timeout"].items()
