"""Time limits: each ends the call or the wait with a typed error, and no job is lost."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from runcomfy_models import CancelOutcome, ConnectionFailed, SubmissionUnknown, WaitTimeout
from runcomfy_models._runtime._async.call_state import AsyncCallState
from runcomfy_models._runtime._sync.call_state import CallState
from tests.loopback import REQUEST_ID, Loopback, Reply, status
from tests.runtime.side import EVERY_TRANSPORT, Side

pytestmark = EVERY_TRANSPORT

CANCEL = "/cancel"


def cancel_calls(service: Loopback) -> int:
    return sum(call.path.endswith(CANCEL) for call in service.calls)


def test_the_time_in_the_queue_is_limited(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue", queue_position=7)]
    client = side.client(service.url, queue_timeout=20, wait_timeout=100)
    with pytest.raises(WaitTimeout, match="still in the queue after 20 s") as caught:
        side.do(client.run(prompt="x"))
    assert sum(side.clock.pauses) == pytest.approx(20)
    assert (caught.value.request.id, caught.value.request_id) == (REQUEST_ID, REQUEST_ID)
    assert caught.value.cancel_outcome is None
    assert cancel_calls(service) == 0


@pytest.mark.parametrize("name", ["in_queue", "pending", "waiting"])
def test_every_status_of_a_queued_job_counts_as_queued(
    name: str, side: Side, service: Loopback
) -> None:
    service.status = [status(name)]
    with pytest.raises(WaitTimeout, match="queue"):
        side.do(side.client(service.url, queue_timeout=1).run(prompt="x"))


def test_the_limit_of_the_queue_does_not_apply_to_a_running_job(
    side: Side, service: Loopback
) -> None:
    service.status = [
        *[status("in_queue")] * 3,
        *[status("in_progress")] * 30,
        status("completed"),
    ]
    assert side.do(side.client(service.url, queue_timeout=2).run(prompt="x")).id == REQUEST_ID
    assert sum(side.clock.pauses) > 60


@pytest.mark.parametrize("limits", [{"wait_timeout": 5}, {"queue_timeout": 5}])
def test_a_job_that_takes_too_long_is_cancelled_if_the_options_say_so(
    limits: dict[str, Any], side: Side, service: Loopback
) -> None:
    service.status = [status("in_queue")]
    client = side.client(service.url, on_timeout="cancel", **limits)
    with pytest.raises(WaitTimeout, match="asked to cancel, outcome cancelled") as caught:
        side.do(client.run(prompt="x"))
    assert caught.value.cancel_outcome is CancelOutcome.CANCELLED
    assert cancel_calls(service) == 1


@pytest.mark.parametrize("reply", [Reply(500, {}), Reply(401, {}), Reply(drop=True)])
def test_a_failed_cancellation_still_raises_wait_timeout(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.status, service.cancel = [status("in_queue")], [reply]
    with pytest.raises(WaitTimeout, match="outcome not_confirmed"):
        side.do(side.client(service.url, wait_timeout=1, on_timeout="cancel").run(prompt="x"))
    assert cancel_calls(service) == 1


def test_updates_have_the_same_limits(side: Side, service: Loopback) -> None:
    service.status = [status("in_queue")]
    client = side.client(service.url, queue_timeout=3, on_timeout="cancel")
    request = side.do(client.submit(prompt="x"))
    with pytest.raises(WaitTimeout, match="queue"):
        side.all(request.updates())
    with pytest.raises(WaitTimeout, match="after 2 s"):
        side.all(request.updates(timeout=2))
    assert cancel_calls(service) == 2


@contextmanager
def dripping(answer: bytes, pause: float = 0.02) -> Iterator[str]:
    """Run a server that sends `answer` byte by byte, for much longer than a test takes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def drip(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            try:
                for number in range(len(answer)):
                    connection.sendall(answer[number : number + 1])
                    time.sleep(pause)
                connection.recv(1)
            except OSError:
                return

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=drip, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"
SLOW = {"a body": BODY + b" " * 9000, "headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9000}


@pytest.mark.parametrize("answer", SLOW.values(), ids=SLOW.keys())
def test_a_call_is_limited_even_if_bytes_keep_arriving(answer: bytes, side: Side) -> None:
    with dripping(answer) as url:
        client = side.client(url, call_timeout=0.5, clock=None)
        began = time.monotonic()
        with pytest.raises(SubmissionUnknown):
            side.do(client.submit(prompt="x"))
        with pytest.raises((ConnectionFailed, WaitTimeout)):
            side.do(client.request("r").result(timeout=0))
        assert time.monotonic() - began < 30


def test_an_endless_answer_is_not_read_for_ever(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (AsyncCallState.__module__, CallState.__module__):
        monkeypatch.setattr(f"{module}.MAX_ANSWER", 2**22)  # the real limit takes seconds
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    listener = socket.create_server(("127.0.0.1", 0))

    def flood() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(head)
            try:
                while True:
                    connection.sendall(chunk)
            except OSError:
                return

    threading.Thread(target=flood, daemon=True).start()
    with listener, pytest.raises(SubmissionUnknown):
        side.do(side.client(f"http://127.0.0.1:{listener.getsockname()[1]}").submit(prompt="x"))


@contextmanager
def reading_slowly(pause: float) -> Iterator[str]:
    """Run a service that reads a body in small pieces, each after a pause, then answers.

    It resets the connection in the end, so that unread bytes hold up nothing.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**16)
    ended = threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        with connection:
            head, _, body = connection.recv(65536).partition(b"\r\n\r\n")
            remaining = int(head.lower().partition(b"content-length:")[2].split()[0]) - len(body)
            try:
                while remaining > 0:
                    if ended.wait(pause):
                        return
                    remaining -= len(connection.recv(2**18))
                answer = b'{"request_id": "r"}'
                size = str(len(answer)).encode()
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: " + size + b"\r\n\r\n")
                connection.sendall(answer)
                ended.wait()
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        ended.set()
        thread.join()


def test_a_large_body_may_take_longer_than_the_read_timeout(side: Side) -> None:
    with reading_slowly(0.015) as url:
        client = side.client(url, read_timeout=1, call_timeout=60, clock=None)
        began = time.monotonic()
        assert side.do(client.submit(prompt="x" * 12_000_000)).id == "r"
        assert time.monotonic() - began > 1


def test_a_slow_upload_is_limited_as_a_whole(side: Side) -> None:
    with reading_slowly(0.1) as url:
        client = side.client(url, call_timeout=1, clock=None)
        began = time.monotonic()
        with pytest.raises(SubmissionUnknown):
            side.do(client.submit(prompt="x" * 16_000_000))
        assert time.monotonic() - began < 20
