"""Fixtures of the tests of `sync`: the command, an upstream, and a temporary schemas folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run
from runcomfy_codegen.http import retry_delay
from tests.diff.conftest import CommandResult
from tests.sync.upstream import Upstream, serving

Sync = Callable[..., CommandResult]


@pytest.fixture(autouse=True)
def _isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry without delay, and hide any token of the environment."""
    monkeypatch.setattr(retry_delay, "FIRST_DELAY", 0.0)
    for name in ("RUNCOMFY_API_TOKEN", "RUNCOMFY_TOKEN", "RUNCOMFY_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with serving(Upstream()) as server:
        yield server


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    return tmp_path / "schemas"


@pytest.fixture
def sync(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Sync:
    """Run `sync` in a temporary folder, with its own cache: `sync("--all", …)`."""

    def call(*arguments: str | Path) -> CommandResult:
        folders = ["--schemas", str(tmp_path / "schemas"), "--cache", str(tmp_path / "cache")]
        status = run(["sync", *folders, *map(str, arguments)])
        captured = capsys.readouterr()
        return CommandResult(status, captured.out, captured.err)

    return call


@pytest.fixture
def from_catalog(sync: Sync, upstream: Upstream) -> Sync:
    """Run `sync` on the upstream's catalog: `from_catalog("--all", …)`."""

    def call(*arguments: str | Path) -> CommandResult:
        return sync("--catalog", f"{upstream.url}/v1/models", *arguments)

    return call
