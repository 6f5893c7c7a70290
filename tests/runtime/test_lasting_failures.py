"""A failure that will not pass by itself ends a wait after about a minute, and is logged."""

from __future__ import annotations

import logging
import socket
import ssl
from typing import Any

import pytest

from runcomfy_models import ConnectionFailed
from tests.loopback import REQUEST_ID, Loopback, Reply, status
from tests.runtime.side import EVERY_TRANSPORT, Side

pytestmark = EVERY_TRANSPORT


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def error_of_wait(side: Side, url: str) -> ConnectionFailed:
    """Return the error that ends the wait for a job of the service at `url`."""
    with pytest.raises(ConnectionFailed) as caught:
        side.do(side.client(url).request(REQUEST_ID).result())
    return caught.value


def test_a_closed_port_ends_a_wait(
    side: Side, closed_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    error = error_of_wait(side, f"http://127.0.0.1:{closed_port}")
    assert (error.lasting, error.sent, error.request_id) == (True, False, REQUEST_ID)
    assert f"127.0.0.1:{closed_port}" in str(error)
    assert 60 <= sum(side.clock.pauses) <= 85
    assert len(side.clock.pauses) >= 4
    failed = [record for record in caplog.records if "attempt" in record.getMessage()]
    assert [record.levelname for record in failed[:3]] == ["INFO", "WARNING", "WARNING"]


def test_an_unknown_host_ends_a_wait(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = error_of_wait(side, "https://no-such-host.invalid")
    assert (error.lasting, error.sent) == (True, False)
    assert "no-such-host.invalid" in str(error)


def test_a_certificate_that_is_not_trusted_ends_a_wait(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any, **__: Any) -> Any:
        raise ssl.SSLCertVerificationError("self-signed certificate")

    monkeypatch.setattr(socket, "getaddrinfo", refused)  # the first step of a connection
    assert error_of_wait(side, "https://example.invalid").lasting


def test_a_wait_goes_on_while_the_name_server_is_unavailable(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unavailable)
    client = side.client("https://example.invalid", wait_timeout=600)
    with pytest.raises(Exception, match="no end after 600 s"):
        side.do(client.request(REQUEST_ID).result())


def test_each_failed_poll_is_logged_without_the_token(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    service.status = [Reply(503, {"message": "busy"})] * 2 + [status("completed")]
    side.do(side.client(service.url).run(prompt="a secret prompt"))
    lines = [record.getMessage() for record in caplog.records if "attempt" in record.getMessage()]
    assert [line.partition("; next in")[0] for line in lines] == [
        f"GET /v1/requests/req-1/status: attempt {number} failed: HTTP 503: busy"
        for number in (1, 2)
    ]
