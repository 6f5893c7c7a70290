"""Fixtures: an agent's session with the simulator, and models that have a price."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models._runtime.http.credentials import TOKEN_VARIABLES
from runcomfy_models.agents.folders import Folders
from runcomfy_models.agents.limits import AgentLimits
from runcomfy_models.agents.session import Session
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Simulator

ALEPH = "runwayml/runway-aleph/video-to-video"
KLING = "kling/kling-3.0/standard/image-to-video"
INPUTS = {"prompt": "x", "video_url": "https://example.com/v.mp4", "ratio": "1280:720"}

NewSession = Callable[..., Session]


@pytest.fixture(scope="module")
def running() -> Iterator[Simulator]:
    with Simulator() as simulator:
        yield simulator


@pytest.fixture
def simulator(running: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """A simulator that a client without `base_url=` and `token=` calls."""
    for name in TOKEN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    running.faults.clear()
    return running


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.db") as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder that the agent may use."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def session(simulator: Simulator, journal: Journal, files: Path) -> NewSession:
    """Return a function that makes a session with the limits of a test."""

    def new_session(**limits: Any) -> Session:
        return Session(journal, AgentLimits(**{"folders": Folders.of([files]), **limits}))

    return new_session


@pytest.fixture
def priced(monkeypatch: pytest.MonkeyPatch) -> Decimal:
    """Let a run of Aleph cost 0.35 dollars, which is what the simulator charges."""
    info = replace(video_to_video.INFO, price=Decimal("0.35"), price_unit="output")
    for client in (video_to_video.Client, video_to_video.AsyncClient):
        monkeypatch.setattr(client, "info", info)
        monkeypatch.setattr(client, "price_factors", ())
    return Decimal("0.35")
