"""A fake service on a real socket: it answers from scripts and records the calls."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

REQUEST_ID = "req-1"
OUTPUT = {"video": "https://cdn.runcomfy.net/out.mp4"}


@dataclass(frozen=True)
class Call:
    """One call as it arrived."""

    method: str
    path: str
    authorization: str
    """The header: `Bearer` and the token."""
    body: Any
    headers: dict[str, str] = field(default_factory=dict[str, str], compare=False)
    """Names in lower case."""


@dataclass(frozen=True)
class Reply:
    """One answer: a status with a JSON body or with text, or a broken connection."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict[str, str])
    drop: bool = False
    missing: int = 0
    """Bytes that are announced and never sent: the connection breaks first."""


def status(name: str, **more: Any) -> Reply:
    """Return the answer to a status call."""
    return Reply(body={"request_id": REQUEST_ID, "status": name, **more})


SUBMITTED = Reply(body={"request_id": REQUEST_ID})
COMPLETED = Reply(
    body={
        "request_id": REQUEST_ID,
        "status": "completed",
        "output": OUTPUT,
        "cost": 0.35,
        "created_at": "2026-01-01T10:00:00Z",
        "finished_at": "2026-01-01T10:01:00Z",
    }
)


@dataclass
class Loopback:
    """The scripts of a service; the last answer of each is repeated."""

    submit: list[Reply] = field(default_factory=lambda: [SUBMITTED])
    status: list[Reply] = field(default_factory=lambda: [status("completed")])
    result: list[Reply] = field(default_factory=lambda: [COMPLETED])
    cancel: list[Reply] = field(default_factory=lambda: [Reply(body={"outcome": "cancelled"})])
    calls: list[Call] = field(default_factory=list[Call])
    url: str = ""

    def answer(self, call: Call) -> Reply:
        """Return the next answer of the script for `call`."""
        self.calls.append(call)
        name = call.path.partition("?")[0].rpartition("/")[2]
        script = getattr(self, name) if name in ("status", "result", "cancel") else self.submit
        return script.pop(0) if len(script) > 1 else script[0]

    def submitted(self) -> list[Call]:
        """Return the calls that submit a job, which cost money at a real service."""
        return [call for call in self.calls if call.path.startswith("/v1/models/")]


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Do not report a client that closed its connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(loopback: Loopback) -> Iterator[Loopback]:
    """Serve the scripts on a free port of the loopback interface."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            authorization = self.headers.get("Authorization", "")
            headers = {name.lower(): value for name, value in self.headers.items()}
            call = Call(self.command, self.path, authorization, body, headers)
            reply = loopback.answer(call)
            if reply.drop:
                self.close_connection = True
                return
            text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
            self.send_response_only(reply.status)  # no Date but that of the script
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text.encode()) + reply.missing))
            self.end_headers()
            self.wfile.write(text.encode())
            self.close_connection = self.close_connection or bool(reply.missing)

        do_GET = do_POST = _handle  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Do not log."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    loopback.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield loopback
    finally:
        server.shutdown()
        server.server_close()
