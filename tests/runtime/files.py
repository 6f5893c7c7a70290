"""A file server on a real socket, with the faults that downloads meet. It runs jobs as well."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DATA = bytes(range(256)) * 400


@dataclass
class File:
    """One file, and how it is served."""

    data: bytes = DATA
    content_type: str = "video/mp4"
    etag: str | None = '"v1"'
    ranges: bool = True
    breaks: list[int] = field(default_factory=list[int])
    """Bytes after which each of the next answers breaks off."""
    statuses: list[int] = field(default_factory=list[int])
    """HTTP statuses of the next answers, before the file is served."""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    location: str = ""
    length: bool = True


@dataclass
class Files:
    """The files that are served under `url`, and the calls for them."""

    files: dict[str, File] = field(default_factory=dict[str, File])
    output: Any = None
    url: str = ""
    requests: list[tuple[str, str, dict[str, str]]] = field(default_factory=list[Any])
    """Method, path and headers (names in lower case) of each request for a file."""

    def add(self, path: str, **keywords: Any) -> str:
        """Serve a file at `path` and return its URL."""
        self.files[path] = File(**keywords)
        return self.url + path

    def header(self, name: str) -> list[str | None]:
        """Return the values of a header in the requests so far."""
        return [headers.get(name) for _, _, headers in self.requests]


@contextmanager
def serving_files() -> Iterator[Files]:
    """Serve files on a free port of the loopback interface."""
    files = Files()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._send_json({"request_id": "req-1"})

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path.startswith("/v1/requests/"):
                self._send_json({"status": "completed", "output": files.output})
            else:
                headers = {name.lower(): value for name, value in self.headers.items()}
                files.requests.append((self.command, path, headers))
                self._send_file(files.files.get(path))

        do_HEAD = do_GET  # noqa: N815

        def _send_json(self, value: Any) -> None:
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _send_file(self, file: File | None) -> None:
            if file is None or file.location or file.statuses:
                self._send_without_body(file)
                return
            start = self._requested_start(file)
            data = file.data[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Type", file.content_type)
            if file.etag:
                self.send_header("ETag", file.etag)
            if start:
                total = len(file.data)
                self.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
            if file.length:
                self.send_header("Content-Length", str(len(data)))
            else:
                self.send_header("Connection", "close")
            for name, value in file.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self._send_body(file, data)

        def _send_without_body(self, file: File | None) -> None:
            status = 404 if file is None else file.statuses.pop(0) if file.statuses else 302
            self.send_response(status)
            for name, value in (file.headers if file else {}).items():
                self.send_header(name, value)
            if file and file.location:
                self.send_header("Location", file.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _requested_start(self, file: File) -> int:
            requested = self.headers.get("Range")
            is_same_version = self.headers.get("If-Range") in (None, file.etag)
            return int(requested[6:-1]) if requested and file.ranges and is_same_version else 0

        def _send_body(self, file: File, data: bytes) -> None:
            if file.breaks:
                data = data[: file.breaks.pop(0)]
                self.close_connection = True
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Do not log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    files.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield files
    finally:
        server.shutdown()
        server.server_close()
