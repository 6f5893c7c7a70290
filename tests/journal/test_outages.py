"""A database that is lost: the worker waits for it once, then all waiting work fails."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from runcomfy_models import JournalError
from runcomfy_models._runtime.journal import worker
from runcomfy_models._runtime.journal.databases.database import LostConnection
from runcomfy_models._runtime.journal.worker import Worker


class Clock:
    """The clock of the worker, which runs only while it sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Server:
    """A database that may be down."""

    is_down = False
    attempts = 0

    @contextmanager
    def transaction(self) -> Generator[None]:
        self.attempts += 1
        if self.is_down:
            raise LostConnection("connection refused")
        yield

    def reconnect(self) -> None:
        if self.is_down:
            raise LostConnection("connection refused")

    def close(self) -> None:
        pass


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(worker, "time", clock)
    return clock


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def journal_worker(clock: Clock, server: Server) -> Iterator[Worker]:
    opened: Any = server
    journal_worker = Worker(lambda: opened)
    yield journal_worker
    journal_worker.close()


def test_work_that_waits_for_a_lost_database_fails_together(
    journal_worker: Worker, server: Server, clock: Clock
) -> None:
    journal_worker.do(lambda _: setattr(server, "is_down", True)).result()
    futures = [journal_worker.do(lambda _: None) for _ in range(50)]
    errors = [future.exception(timeout=20) for future in futures]
    assert clock.now < worker.RECONNECT_TIMEOUT + 5
    assert all(isinstance(error, JournalError) for error in errors)
    assert "gone for 6" in str(errors[0])
    assert "connection refused; when it is back, run the same again" in str(errors[0])
    assert len({id(error) for error in errors}) == 50  # each may get the id of its own job


def test_later_work_has_one_attempt_and_succeeds_when_the_database_is_back(
    journal_worker: Worker, server: Server, clock: Clock
) -> None:
    journal_worker.do(lambda _: setattr(server, "is_down", True)).result()
    assert journal_worker.do(lambda _: None).exception(timeout=20)
    before = clock.now, server.attempts
    assert journal_worker.do(lambda _: None).exception(timeout=20)
    assert (clock.now, server.attempts - 1) == before
    server.is_down = False
    journal_worker.do(lambda _: None).result(timeout=20)


def test_work_survives_a_short_outage(journal_worker: Worker, server: Server) -> None:
    def lose_connection(_: object) -> None:
        if server.attempts < 5:
            raise LostConnection("the server restarts")

    journal_worker.do(lose_connection).result(timeout=20)
