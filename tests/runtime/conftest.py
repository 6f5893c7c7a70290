"""Fixtures: a service that answers from a script, and both clients to call it."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES
from tests.loopback import Loopback, serving
from tests.runtime.files import Files, serving_files
from tests.runtime.side import Side


@pytest.fixture(autouse=True, scope="session")
def quick_answers() -> Iterator[None]:
    """Without this, answers sent in two pieces wait for an acknowledgement: 40 ms each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseHTTPRequestHandler, "disable_nagle_algorithm", True)
        yield


@pytest.fixture(autouse=True)
def without_token_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    for name in (*TOKEN_VARIABLES, "RUNCOMFY_BASE_URL", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RUNCOMFY_CONFIG_DIR", str(tmp_path))


@pytest.fixture
def service() -> Iterator[Loopback]:
    """A service whose job completes; tests change its answers."""
    with serving(Loopback()) as running:
        yield running


@pytest.fixture
def files() -> Iterator[Files]:
    """A server of files; a test adds those that it needs."""
    with serving_files() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    with Side(request.param) as chosen:
        yield chosen
