"""A fake upstream on a real socket: catalog and docs pages, with faults and ETags."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

CATALOG = "/v1/models"


@dataclass(frozen=True)
class Fault:
    """A response in place of the right one, or a dropped connection."""

    status: int = 500
    headers: dict[str, str] = field(default_factory=dict[str, str])
    drop: bool = False
    body: bytes = b"{}"


@dataclass
class Upstream:
    """The content of the service, and a record of the requests."""

    models: list[Any] = field(default_factory=list[Any])
    pages: dict[str, str] = field(default_factory=dict[str, str])
    """Path of a docs page: its text."""
    faults: dict[str, list[Fault]] = field(default_factory=dict[str, list[Fault]])
    """Path and query: the faults of successive requests; with `stay`, the first is repeated."""
    stay: bool = False
    page_size: int = 100
    """Maximum number of models per page of the catalog."""
    token: str = ""
    """The token that requests must send, if any."""
    total: int | None = None
    """The total that the catalog claims, if it is wrong."""
    calls: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Path with query, and the header `Authorization`."""
    statuses: Counter[int] = field(default_factory=Counter[int])
    connections: set[Any] = field(default_factory=set[Any])
    busy: int = 0
    busiest: int = 0
    url: str = ""

    def answer(self, target: str) -> tuple[int, bytes]:
        """Return the status and the body for a request without faults."""
        parts = urlsplit(target)
        if parts.path in self.pages:
            return 200, self.pages[parts.path].encode()
        if parts.path == CATALOG:
            return 200, json.dumps(self._listed(dict(parse_qsl(parts.query)))).encode()
        model_id = unquote(parts.path.removeprefix(f"{CATALOG}/"))
        for model in self.models:
            if isinstance(model, dict) and model.get("model_id") == model_id:
                return 200, json.dumps(model).encode()
        return 404, b"{}"

    def _listed(self, query: dict[str, str]) -> dict[str, Any]:
        start = int(query.get("offset", 0))
        end = start + min(int(query.get("limit", 100)), self.page_size)
        rows = self.models[start:end]
        if query.get("include_schema") != "true":
            rows = [{key: row[key] for key in row if key != "input_schema"} for row in rows]
        return {"models": rows, "total": len(self.models) if self.total is None else self.total}


def entry(model_id: str, **properties: Any) -> dict[str, Any]:
    """Return a model as the catalog lists it."""
    return {
        "model_id": model_id,
        "display_name": model_id,
        "kind": "model",
        "input_schema": {"type": "object", "properties": properties or {"a": {"type": "string"}}},
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore clients that hang up."""


@contextmanager
def serving(upstream: Upstream) -> Iterator[Upstream]:
    """Serve `upstream` on a free port of the loopback interface."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            token = self.headers.get("Authorization", "")
            with lock:
                upstream.calls.append((self.path, token))
                upstream.connections.add(self.client_address)
                upstream.busy += 1
                upstream.busiest = max(upstream.busiest, upstream.busy)
                faults = upstream.faults.get(self.path, [])
                fault = (faults[0] if upstream.stay else faults.pop(0)) if faults else None
            try:
                self._answer(token, fault)
            finally:
                with lock:
                    upstream.busy -= 1

        def _answer(self, token: str, fault: Fault | None) -> None:
            if fault and fault.drop:
                self.close_connection = True
            elif fault:
                self._send(fault.status, fault.body, fault.headers)
            elif upstream.token and token != f"Bearer {upstream.token}":
                self._send(401, b"{}", {})
            else:
                status, body = upstream.answer(self.path)
                tag = f'"{sha256(body).hexdigest()[:16]}"'
                if self.headers.get("If-None-Match") == tag:
                    self._send(304, b"", {"ETag": tag})
                else:
                    self._send(status, body, {"ETag": tag})

        def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            with lock:
                upstream.statuses[status] += 1
            self.send_response(status)
            kind = "application/json" if self.path.startswith(CATALOG) else "text/plain"
            for name, value in {"Content-Type": kind, **headers}.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Log nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    upstream.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield upstream
    finally:
        server.shutdown()
        server.server_close()
