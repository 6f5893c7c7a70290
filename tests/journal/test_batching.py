"""A commit waits for more work only if there are several callers: a single one is not delayed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path
from threading import Event

import pytest

from runcomfy_models._runtime.journal import worker
from runcomfy_models.journal import Journal


class Clock:
    """The clock of the worker: it stands still, and counts the waits."""

    def __init__(self) -> None:
        self.waits = 0

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float) -> None:
        self.waits += 1


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(worker, "time", clock)
    return clock


@pytest.fixture
def journal(clock: Clock, tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "jobs.db") as journal:
        journal.do(lambda _: None).result()
        yield journal


def test_a_single_caller_hardly_ever_waits(journal: Journal, clock: Clock) -> None:
    for _ in range(2 * worker.SINGLE_COMMITS):
        journal.do(lambda _: None).result()
    assert clock.waits <= 2


def test_a_commit_waits_for_others_if_the_last_commit_had_several(
    journal: Journal, clock: Clock
) -> None:
    gate = Event()
    blocked = journal.do(lambda _: gate.wait(10))
    others = [journal.do(lambda _: None) for _ in range(20)]
    gate.set()
    wait([blocked, *others])
    before = clock.waits
    journal.do(lambda _: None).result()
    assert clock.waits == before + 1
