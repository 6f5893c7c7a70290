"""Calls on the wire: one connection, no repeated header, head and body in one packet."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pytest

from runcomfy_models._runtime._async.network_backend import AsyncStream
from runcomfy_models._runtime._sync.network_backend import Stream
from runcomfy_models._runtime.http.clients import CHUNK_BYTES
from tests.loopback import Loopback
from tests.runtime.side import EVERY_TRANSPORT, TOKEN, Side

pytestmark = EVERY_TRANSPORT

REPLY = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
DONE = b'{"request_id": "req-1", "status": "completed", "output": {}}'


class Wire:
    """A service on a plain socket; `heads` has the heads of the requests of each connection."""

    def __init__(self) -> None:
        self.heads: list[list[bytes]] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.heads.append([])
            threading.Thread(
                target=self._answer, args=(connection, self.heads[-1]), daemon=True
            ).start()

    def _answer(self, connection: socket.socket, heads: list[bytes]) -> None:
        with connection, connection.makefile("rb") as reader:
            while head := b"".join(takewhile(b"\r\n".__ne__, reader)):
                heads.append(head)
                length = re.search(rb"(?i)content-length: (\d+)", head)
                reader.read(int(length[1]) if length else 0)
                connection.sendall(REPLY % (len(DONE), DONE))

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.close()


class RecordingStream:
    """A stream of httpcore that records what is written."""

    def __init__(self, is_async: bool) -> None:
        self.written: list[bytes] = []
        self.write: Any = self._write_async if is_async else self._write

    async def read(self, max_bytes: int) -> bytes:
        await asyncio.Event().wait()
        return b""

    def get_extra_info(self, name: str) -> Any:
        return self if name == "socket" else None

    def dup(self) -> socket.socket:
        return socket.socket()

    def _write(self, buffer: bytes, timeout: float | None) -> None:
        self.written.append(buffer)

    async def _write_async(self, buffer: bytes, timeout: float | None) -> None:
        self.written.append(buffer)


def written(side: Side, *buffers: bytes) -> list[bytes]:
    stream_below = RecordingStream(side.is_async)
    stream: Any = (AsyncStream if side.is_async else Stream)(stream_below)
    for buffer in buffers:
        side.do(stream.write(buffer))
    return stream_below.written


def test_consecutive_jobs_use_one_connection(side: Side, wire: Wire) -> None:
    client = side.client(wire.url)
    for _ in range(3):
        side.do(client.run(prompt="x"))
    assert [len(heads) for heads in wire.heads] == [9]


def test_a_header_is_sent_once_in_any_case(side: Side, wire: Wire) -> None:
    client = side.client(wire.url, headers={"user-agent": "mine"})
    side.do(client.run(prompt="x"))
    for head in wire.heads[0]:
        names = [line.partition(b":")[0].lower() for line in head.splitlines()]
        assert len(names) == len(set(names))
        assert b"mine" in head
        assert f"Bearer {TOKEN}".encode() in head


def test_a_head_and_its_body_are_written_together(side: Side) -> None:
    head = b"POST /v1 HTTP/1.1\r\n\r\n"
    assert written(side, head, b'{"prompt": "x"}', b"") == [head + b'{"prompt": "x"}']
    assert written(side, head, b"") == [head]
    assert written(side, b"GET /v1 HTTP/1.1\r\n\r\n", b"") == [b"GET /v1 HTTP/1.1\r\n\r\n"]


def test_a_large_body_is_written_in_pieces_without_repetition(side: Side) -> None:
    head, body = b"POST /v1 HTTP/1.1\r\n\r\n", bytes(range(256)) * 1000
    pieces = written(side, head, body, b"")
    assert b"".join(pieces) == head + body
    assert max(map(len, pieces)) <= CHUNK_BYTES + len(head)


def headers_of(head: bytes) -> dict[str, str]:
    lines = head.partition(b"\r\n\r\n")[0].decode().splitlines()[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


def test_a_submission_has_the_headers_of_json(side: Side, wire: Wire) -> None:
    side.do(side.client(wire.url).run(prompt="x"))
    submission, *polls = map(headers_of, wire.heads[0])
    assert submission["content-type"] == "application/json"
    assert submission["content-length"] == str(len(b'{"prompt": "x"}'))
    assert submission["accept"] == "application/json"
    assert [poll["accept"] for poll in polls] == ["application/json"] * 2
    assert not [poll for poll in polls if "content-type" in poll or "content-length" in poll]


def test_a_large_body_is_sent_with_its_length_and_not_in_chunks(
    side: Side, service: Loopback
) -> None:
    side.do(side.client(service.url).submit(prompt="x" * (3 * CHUNK_BYTES)))
    [submission] = service.calls
    assert submission.headers["content-length"] == str(len(json.dumps(submission.body)))
    common = {"host", "accept", "accept-encoding", "connection", "user-agent", "authorization"}
    assert submission.headers.keys() <= common | {"content-type", "content-length"}
