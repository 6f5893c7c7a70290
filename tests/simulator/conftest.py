"""Fixtures: a running simulator, plain HTTP to it, and the generated clients."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache
from typing import Any

import httpx
import pytest

import runcomfy_models
from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES
from runcomfy_models.testing import Simulator
from tests.runtime.side import Side
from tests.simulator.real_models import INPUTS, Client


@pytest.fixture(autouse=True, scope="session")
def certificates_read_once() -> Iterator[None]:
    """Without this, each HTTP client reads them, which takes longer than a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(autouse=True)
def without_token_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    for name in (*TOKEN_VARIABLES, "RUNCOMFY_BASE_URL", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RUNCOMFY_CONFIG_DIR", str(tmp_path))


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def http(simulator: Simulator) -> Iterator[httpx.Client]:
    """Call the simulator by plain HTTP, with its token."""
    headers = {
        "Authorization": f"Bearer {simulator.token}",
        "Content-Type": "application/json",
    }
    with httpx.Client(base_url=simulator.base_url, headers=headers) as client:
        yield client


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    with Side(request.param) as chosen:
        yield chosen


@pytest.fixture(params=INPUTS, ids=["kling", "aleph"])
def client(request: pytest.FixtureRequest, side: Side, simulator: Simulator) -> Iterator[Client]:
    """Make the generated client of each model, synchronous and asynchronous."""
    module: Any = runcomfy_models.load(request.param)
    generated = (module.AsyncClient if side.is_async else module.Client)(
        base_url=simulator.base_url, token=simulator.token, clock=side.clock
    )
    yield Client(side, generated, INPUTS[request.param])
    side.close(generated)
