"""A service on loopback that answers from memory, in another process, which is not measured."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

ID = "job-000001"
"""The id of a job, and the width of all others."""


def job(url: str, status: str) -> dict[str, Any]:
    """Return a job of that status, with the fields that clients of all services read."""
    return {
        "id": ID,
        "request_id": ID,
        "status": status,
        "output": {"video": "https://cdn.runcomfy.net/out.mp4"},
        "cost": 0.35,
        "created_at": "2026-01-01T10:00:00Z",
        "finished_at": "2026-01-01T10:01:00Z",
        "model": "some/model",
        "version": "1",
        "logs": None,
        "status_url": f"{url}/status",
        "response_url": f"{url}/result",
        "cancel_url": f"{url}/cancel",
    }


def answer(body: bytes) -> bytes:
    """Return a complete HTTP answer."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    return f"{head}\r\n\r\n".encode() + body


class Service(asyncio.Protocol):
    """Gives the same answer to every call, but another id to every submission."""

    reply = b""
    ids = count(1)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport of a new connection."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._read = b""

    def data_received(self, data: bytes) -> None:
        """Answer each call that has arrived as a whole."""
        self._read += data
        while (end := self._read.find(b"\r\n\r\n") + 4) > 3:
            end += _length(self._read[:end].lower())
            if len(self._read) < end:
                return
            is_submission = self._read.startswith(b"POST")
            self._read = self._read[end:]
            self._transport.write(self._submitted() if is_submission else self.reply)

    def _submitted(self) -> bytes:
        number = f"job-{next(self.ids):06}"
        return self.reply.replace(ID.encode(), number.encode())


def _length(head: bytes) -> int:
    _, header, value = head.partition(b"\r\ncontent-length:")
    return int(value.partition(b"\r\n")[0]) if header else 0


async def _serve(status: str) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Service, "127.0.0.1", 0, backlog=2048)
    url = "http://{}:{}".format(*server.sockets[0].getsockname())
    Service.reply = answer(json.dumps(job(url, status)).encode())
    print(url, flush=True)
    await server.serve_forever()


@contextmanager
def serving(status: str = "completed") -> Iterator[str]:
    """Run the service and yield its URL; `status` is the status of each job."""
    command = [sys.executable, "-m", "benchmarks.runtime.server", status]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))
