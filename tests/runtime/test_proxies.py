"""A call that a proxy did not let through was not sent, so it may be repeated."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from runcomfy_models import ConnectionFailed
from tests.runtime.side import EVERY_LIBRARY, Side

pytestmark = EVERY_LIBRARY

API = "https://api.invalid"

FAILURES = {
    "it refuses": b"HTTP/1.1 403 Forbidden\r\n\r\n",
    "it wants a password": b"HTTP/1.1 407 Who\r\nContent-Length: 5\r\n\r\n12345",
    "it fails": b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
    "it closes": b"",
    "it does not speak HTTP": b"220 smtp ready\r\n\r\n",
    "its tunnel leads nowhere": b"HTTP/1.1 200 OK\r\n\r\n",
    "it says nothing": None,
}


@contextmanager
def proxy(answer: bytes | None) -> Iterator[tuple[str, list[bytes]]]:
    """Run a proxy that always answers `answer`; yield its URL and what it received."""
    listener, received = socket.create_server(("127.0.0.1", 0)), list[bytes]()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=refuse, args=(connection,), daemon=True).start()

    def refuse(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            received.append(connection.recv(65536))
            if answer is None:
                connection.recv(1)  # until the client closes the connection
            else:
                connection.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    with listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", received


def read_timeout_for(answer: bytes | None) -> float:
    """Return the seconds to wait for a proxy: many, unless it never answers."""
    return 0.5 if answer is None else 60


def wait_for_calls(received: list[bytes], expected: int) -> int:
    """Return the number of calls, once the expected number has arrived or 60 seconds are over."""
    deadline = time.monotonic() + 60
    while len(received) < expected and time.monotonic() < deadline:
        time.sleep(0.001)
    return len(received)


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES.keys())
def test_a_failed_tunnel_means_not_sent_and_is_tried_again(
    answer: bytes | None, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(answer) as (url, received):
        monkeypatch.setenv("HTTPS_PROXY", url)
        client = side.client(API, attempts=3, read_timeout=read_timeout_for(answer))
        with pytest.raises(ConnectionFailed) as caught:
            side.do(client.submit(prompt="x"))
    assert not caught.value.sent
    assert wait_for_calls(received, 3) == 3
    assert all(call.startswith(b"CONNECT api.invalid:443 ") for call in received)


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES.keys())
def test_a_failing_proxy_of_a_passed_in_client_means_that_nothing_was_sent(
    answer: bytes | None, side: Side
) -> None:
    with proxy(answer) as (url, received):
        http: Any = side.http_client(proxy=url)
        client = side.client(
            API, attempts=2, read_timeout=read_timeout_for(answer), http_client=http
        )
        with pytest.raises(ConnectionFailed) as caught:
            side.do(client.submit(prompt="x"))
    assert not caught.value.sent
    assert wait_for_calls(received, 2) == 2


def test_an_unreachable_proxy_means_not_sent(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(ConnectionFailed) as caught:
        side.do(side.client(API, attempts=2).submit(prompt="x"))
    assert not caught.value.sent
    assert side.clock.pauses == [0.25]
    assert f"api.invalid through the proxy 127.0.0.1:{port}: Connect" in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "LOCALHOST"])
def test_a_direct_connection_names_no_proxy(host: str, side: Side) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://{host}:{closed.getsockname()[1]}"
    with pytest.raises(ConnectionFailed) as caught:
        side.do(side.client(url, attempts=1).submit(prompt="x"))
    assert "proxy" not in str(caught.value)
