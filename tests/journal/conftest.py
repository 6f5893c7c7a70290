"""Fixtures: a journal of each kind, and a simulator that is paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runcomfy_models._runtime.journal.databases import postgres
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator
from tests.journal.postgres import PostgresServer, postgres_server

KINDS = ["sqlite", "postgres"]


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests."""
    with postgres_server() as running:
        yield running


@pytest.fixture(params=KINDS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The location of a journal that does not exist yet: a file path or a PostgreSQL URL."""
    if request.param == "sqlite":
        return str(tmp_path / "jobs.db")
    server: PostgresServer = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Consider an owner gone as soon as its connection is: no server is restarted here."""
    monkeypatch.setattr(postgres, "OWNER_GRACE", 0.0)


@pytest.fixture
def journal(location: str) -> Iterator[Journal]:
    """A new journal of each kind."""
    with Journal(location) as opened:
        yield opened


@pytest.fixture
def open_journal(location: str) -> Iterator[Callable[[], Journal]]:
    """Return a function that opens the same journal again, as another process would."""
    journals: list[Journal] = []

    def another() -> Journal:
        journals.append(Journal(location))
        return journals[-1]

    yield another
    for journal in journals:
        journal.close()


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """A service whose jobs end with the second poll."""
    with Simulator(course=Course(queued=0, running=1)) as running:
        yield running
