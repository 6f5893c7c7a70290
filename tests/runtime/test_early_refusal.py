"""A large body that the service refuses before it has read it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from runcomfy_models import AuthenticationError, ResponseError, RunComfyError, SubmissionUnknown
from tests.runtime.side import EVERY_TRANSPORT, Side

LARGE = "x" * 20_000_000
Handler = Callable[[socket.socket], None]


@pytest.fixture
def serve() -> Iterator[Callable[[Handler], str]]:
    """Start a server that handles one connection by a function; return its URL."""
    listeners: list[socket.socket] = []

    def start(handle: Handler) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def accept() -> None:
            connection, _ = listener.accept()
            with connection:
                handle(connection)

        threading.Thread(target=accept, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for listener in listeners:
        listener.close()


def refusing(status: int) -> Handler:
    def handle(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 %d No\r\nConnection: close\r\n" % status)
        connection.sendall(b"Content-Length: 16\r\n\r\n" + b'{"message":"no"}')

    return handle


@pytest.mark.parametrize(("status", "error"), [(413, ResponseError), (401, AuthenticationError)])
def test_a_refusal_before_the_body_is_read_raises_its_error(
    status: int, error: type[RunComfyError], side: Side, serve: Any
) -> None:
    url = serve(refusing(status))
    with pytest.raises(error, match="no") as caught:
        side.do(side.client(url).submit(prompt=LARGE))
    assert caught.value.http_status == status


@EVERY_TRANSPORT
def test_a_body_that_is_not_read_ends_with_read_timeout(side: Side, serve: Any) -> None:
    released = threading.Event()
    url = serve(lambda _: released.wait(60))
    with pytest.raises(SubmissionUnknown):
        side.do(side.client(url, read_timeout=0.5, clock=None).submit(prompt=LARGE))
    released.set()
