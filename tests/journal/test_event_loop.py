"""An event loop keeps running while a journal waits for its disk, in its own thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runcomfy_models import AsyncRunComfy
from runcomfy_models._runtime.journal.databases.sqlite import SqliteDatabase
from runcomfy_models.batch import AsyncBatch
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Simulator
from tests.journal.jobs import inputs


class SlowDisk:
    """Lets each transaction wait until the event loop has run."""

    def __init__(self) -> None:
        self._loop_has_run = threading.Event()
        self.waits: list[bool] = []

    @contextmanager
    def transaction(self, database: SqliteDatabase) -> Iterator[None]:
        """Replace `SqliteDatabase.transaction`."""
        self._loop_has_run.clear()
        self.waits.append(self._loop_has_run.wait(10))
        with TRANSACTION(database):
            yield

    async def tick(self) -> None:
        """Record again and again that the event loop runs."""
        while True:
            self._loop_has_run.set()
            await asyncio.sleep(0.001)


TRANSACTION = SqliteDatabase.transaction


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    """A slow disk, under the journals that are open already."""
    slow = SlowDisk()
    monkeypatch.setattr(SqliteDatabase, "transaction", lambda self: slow.transaction(self))
    return slow


def run(
    simulator: Simulator, disk: SlowDisk, work: Callable[[AsyncRunComfy], Awaitable[None]]
) -> None:
    async def run_with_ticks() -> None:
        ticking = asyncio.create_task(disk.tick())
        account_options = {"token": simulator.token, "base_url": simulator.base_url}
        async with AsyncRunComfy(**account_options, poll_first=0.01) as account:  # type: ignore[arg-type]
            await work(account)
        ticking.cancel()

    asyncio.run(run_with_ticks())
    assert disk.waits
    assert all(disk.waits), "the event loop waited for the journal"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal that was opened before the disk is slow."""
    with Journal(tmp_path / "jobs.db") as journal:
        yield journal


def test_the_journal_never_blocks_the_event_loop_of_a_client(
    journal: Journal, disk: SlowDisk, simulator: Simulator
) -> None:
    async def work(account: AsyncRunComfy) -> None:
        client = video_to_video.AsyncClient(account.with_options(journal=journal, key="k"))
        await client.run(**inputs())
        await client.run(**inputs())

    run(simulator, disk, work)


def test_the_journal_never_blocks_the_event_loop_of_a_batch(
    journal: Journal, disk: SlowDisk, simulator: Simulator
) -> None:
    async def work(account: AsyncRunComfy) -> None:
        async with AsyncBatch(journal, account=account) as batch:
            batch.add(video_to_video, key="k", **inputs())
            await batch.plan()
            async for _ in batch.run():
                break
            async for _ in batch.resume():
                pass
            await batch.one(video_to_video, key="l", **inputs("l"))

    run(simulator, disk, work)
