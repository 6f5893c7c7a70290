"""Workers of a queue on several machines: whatever happens to them, a key is paid for once."""

from __future__ import annotations

import asyncio
import csv
import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from runcomfy_models import AsyncRunComfy, InvalidInputError, KeyConflict
from runcomfy_models._runtime.journal import adopting
from runcomfy_models.batch import AsyncBatch, Entry
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.conftest import ROOT
from tests.journal.jobs import entry_of, inputs
from tests.journal.postgres import PostgresServer

JOBS = 300


async def one(
    simulator: Simulator, where: Path | str, key: str, prompt: str, **options: object
) -> Entry:
    """Run a job as a worker does."""
    place = {"token": simulator.token, "base_url": simulator.base_url}
    async with (
        AsyncRunComfy(**place, poll_first=0.01, poll_max=0.05) as account,  # type: ignore[arg-type]
        AsyncBatch(where, account=account, **options) as batch,  # type: ignore[arg-type]
    ):
        return await batch.one(video_to_video, key=key, **inputs(prompt))


def test_a_worker_runs_a_job_once(simulator: Simulator, tmp_path: Path) -> None:
    where = tmp_path / "jobs.db"
    items = [asyncio.run(one(simulator, where, "k", "x")) for _ in range(3)]
    assert {(item.state, item.request_id) for item in items} == {("done", items[0].request_id)}
    with pytest.raises(KeyConflict):
        asyncio.run(one(simulator, where, "k", "another"))
    with pytest.raises(InvalidInputError):
        asyncio.run(one(simulator, where, "l", "\ud800"))
    assert len(simulator.ledger.submissions) == 1


def test_two_live_workers_pay_once_for_one_key(simulator: Simulator, tmp_path: Path) -> None:
    simulator.faults.submit(faults.delay(0.5))

    async def both() -> list[Entry]:
        where = tmp_path / "jobs.db"
        return await asyncio.gather(*(one(simulator, where, "k", "x") for _ in range(2)))

    assert [item.state for item in asyncio.run(both())] == ["done", "done"]
    assert len(simulator.ledger.submissions) == 1


def test_a_job_that_was_taken_up_many_times_is_set_aside(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adopting, "MAX_TAKEN", 2)
    where = tmp_path / "jobs.db"
    asyncio.run(one(simulator, where, "k", "x"))
    with Journal(where) as journal:
        journal.do(lambda database: database.change("UPDATE jobs SET state = 'running', taken = 2"))
        asyncio.run(one(simulator, where, "k", "x"))
        entry = entry_of(journal, "k")
    assert entry.state == "failed"
    assert "set aside" in str(entry.error)


@contextmanager
def environment(simulator: Simulator) -> Iterator[dict[str, str]]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    yield {**os.environ, **simulator.environment, "PYTHONPATH": path}


def rows(folder: Path) -> Path:
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["key", *inputs()])
        writer.writeheader()
        writer.writerows({"key": f"k{n}", **inputs(f"k{n}")} for n in range(JOBS))
    return path


def wait_until(condition: Callable[[], bool], seconds: float = 150) -> None:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    assert condition()


def states(url: str) -> Counter[str]:
    with Journal(url) as journal:
        return Counter(entry.state for entry in journal.entries())


@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.skipif(not importlib.util.find_spec("pgqueuer"), reason="pgqueuer is not installed")
def test_three_workers_one_killed_one_frozen_and_the_database_restarted(
    server: PostgresServer, tmp_path: Path
) -> None:
    url = server.new_database()
    script = [sys.executable, str(ROOT / "examples" / "pgqueuer_workers.py")]
    with (
        Simulator(course=Course(queued=0, running=2)) as simulator,
        environment(simulator) as env,
        ExitStack() as ending,
    ):
        subprocess.run([*script, "enqueue", url, str(rows(tmp_path))], env=env, check=True)
        workers = [
            subprocess.Popen([*script, "work", url], env=env, stdout=subprocess.DEVNULL)
            for _ in range(3)
        ]
        for one_of_them in workers:
            ending.callback(one_of_them.wait)
            ending.callback(one_of_them.kill)
        sent = simulator.ledger.submissions
        wait_until(lambda: len(sent) > 40)
        workers[0].kill()
        workers[1].send_signal(signal.SIGSTOP)
        wait_until(lambda: len(sent) > 80)
        server.stop()
        server.start()
        wait_until(lambda: len(sent) > 120)
        workers[1].send_signal(signal.SIGCONT)
        wait_until(lambda: sum(states(url)[state] for state in ("done", "unknown")) == JOBS)
        found = states(url)
        simulator.ledger.assert_nothing_paid_twice()
        simulator.ledger.assert_nothing_sent_again()
        with Journal(url) as journal:
            rows_of = {entry.digest: entry for entry in journal.entries()}
    assert found["unknown"] <= 20, "more than were being submitted by the killed worker"
    for job in simulator.ledger.jobs:
        entry = rows_of[job.digest]
        assert entry.request_id == job.id or entry.state == "unknown"
    assert found["done"] >= JOBS - 20
