"""The command, the upstream, and a schemas folder in a temporary place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run
from runcomfy_codegen.http import pace
from tests.sync.upstream import Upstream, serving


@dataclass(frozen=True)
class Ran:
    """What one call of the command gave."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits before another attempt, and none has a token by accident."""
    monkeypatch.setattr(pace, "FIRST_PAUSE", 0.0)
    for name in ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with serving(Upstream()) as one:
        yield one


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    return tmp_path / "schemas"


@pytest.fixture
def sync(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`sync("--all", …)` in a temporary folder, with a cache of its own."""

    def call(*arguments: str | Path) -> Ran:
        places = ["--schemas", str(tmp_path / "schemas"), "--cache", str(tmp_path / "cache")]
        status = run(["sync", *places, *map(str, arguments)])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@pytest.fixture
def from_catalog(sync: Callable[..., Ran], upstream: Upstream) -> Callable[..., Ran]:
    """`from_catalog("--all", …)` syncs from the upstream's catalog."""

    def call(*arguments: str | Path) -> Ran:
        return sync("--catalog", f"{upstream.url}/v1/models", *arguments)

    return call
