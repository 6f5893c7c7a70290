"""Fixtures of the tests of `import`: a page on disk, the command, and a server on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from runcomfy_codegen.cli import run
from tests.diff.conftest import CommandResult

from .page_factory import Model, as_lines, pieces


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(as_lines(pieces(Model())), encoding="utf-8")
    return path


@pytest.fixture
def import_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., CommandResult]:
    """Run `import` into `tmp_path/schemas`."""

    def call(*arguments: str | Path) -> CommandResult:
        schemas = ["--schemas", str(tmp_path / "schemas")]
        status = run(["import", *schemas, *map(str, arguments)])
        captured = capsys.readouterr()
        return CommandResult(status, captured.out, captured.err)

    return call


@dataclass(frozen=True)
class Answer:
    """The response of the server for one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Server:
    """A server on loopback; `answers` maps paths to responses."""

    url: str
    answers: dict[str, Answer]


@pytest.fixture
def server() -> Iterator[Server]:
    answers: dict[str, Answer] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = answers.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Server(f"http://127.0.0.1:{http.server_port}", answers)
        http.shutdown()
