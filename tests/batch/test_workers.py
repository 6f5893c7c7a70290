"""Workers of a queue on several machines: even if they die, a key is paid for once."""

from __future__ import annotations

import asyncio
import csv
import importlib.util
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from runcomfy_models import (
    AsyncRunComfy,
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    InvalidInputError,
    KeyConflict,
)
from runcomfy_models._runtime.journal.paid_calls import adopting
from runcomfy_models.batch import AsyncBatch, Entry
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Fault, Ledger, Simulator, faults
from tests.conftest import ROOT
from tests.journal.jobs import entry_of, inputs
from tests.journal.postgres import PostgresServer
from tests.programs import wait_until

PATIENCE = 250
"""Seconds: the workers share a machine with other tests."""


async def run_one(
    simulator: Simulator, location: Path | str, key: str, prompt: str, **options: object
) -> Entry:
    """Run a job as a worker does."""
    account_options = {"token": simulator.token, "base_url": simulator.base_url}
    async with (
        AsyncRunComfy(**account_options, poll_first=0.01, poll_max=0.05) as account,  # type: ignore[arg-type]
        AsyncBatch(location, account=account, **options) as batch,  # type: ignore[arg-type]
    ):
        return await batch.one(video_to_video, key=key, **inputs(prompt))


def test_a_worker_runs_a_job_once(simulator: Simulator, tmp_path: Path) -> None:
    location = tmp_path / "jobs.db"
    entries = [asyncio.run(run_one(simulator, location, "k", "x")) for _ in range(3)]
    assert {(entry.state, entry.request_id) for entry in entries} == {
        ("done", entries[0].request_id)
    }
    with pytest.raises(KeyConflict):
        asyncio.run(run_one(simulator, location, "k", "another"))
    with pytest.raises(InvalidInputError):
        asyncio.run(run_one(simulator, location, "l", "\ud800"))
    with pytest.raises(ValueError, match="it has no key"):
        asyncio.run(run_one(simulator, location, "", "x"))
    assert len(simulator.ledger.submissions) == 1


def test_two_live_workers_pay_once_for_one_key(simulator: Simulator, tmp_path: Path) -> None:
    simulator.faults.submit(faults.delay(0.5))

    async def run_both() -> list[Entry]:
        location = tmp_path / "jobs.db"
        return await asyncio.gather(*(run_one(simulator, location, "k", "x") for _ in range(2)))

    assert [entry.state for entry in asyncio.run(run_both())] == ["done", "done"]
    assert len(simulator.ledger.submissions) == 1


@pytest.mark.parametrize(
    ("fault", "options", "error"),
    [
        (faults.error_code(401001), {}, AuthenticationError),
        (faults.error_code(400002), {}, InsufficientBalanceError),
        (None, {"base_url": "http://127.0.0.1:1"}, ConnectionFailed),
    ],
)
def test_a_worker_gets_an_error_if_no_job_would_be_accepted(
    simulator: Simulator,
    tmp_path: Path,
    fault: Fault | None,
    options: dict[str, Any],
    error: type[Exception],
) -> None:
    simulator.faults.submit(fault)
    account_options = {"token": simulator.token, "base_url": simulator.base_url, **options}

    async def send() -> Entry:
        async with (
            AsyncRunComfy(**account_options, attempts=1) as account,
            AsyncBatch(tmp_path / "jobs.db", account=account) as batch,
        ):
            return await batch.one(video_to_video, key="k", **inputs())

    with pytest.raises(error):
        asyncio.run(send())
    assert asyncio.run(run_one(simulator, tmp_path / "jobs.db", "k", "x")).state == "done"


def test_a_worker_gets_a_key_conflict_while_its_key_is_used_for_other_inputs(
    simulator: Simulator, tmp_path: Path
) -> None:
    simulator.faults.submit(faults.delay(0.5))

    async def run_both() -> list[Entry | BaseException]:
        jobs = (run_one(simulator, tmp_path / "jobs.db", "k", prompt) for prompt in "ab")
        return await asyncio.gather(*jobs, return_exceptions=True)

    kinds = Counter(type(outcome) for outcome in asyncio.run(run_both()))
    assert kinds == {Entry: 1, KeyConflict: 1}


def test_a_job_that_was_taken_over_too_often_is_set_aside(
    simulator: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adopting, "MAX_TAKEOVERS", 2)
    location = tmp_path / "jobs.db"
    asyncio.run(run_one(simulator, location, "k", "x"))
    with Journal(location) as journal:
        statement = "UPDATE jobs SET state = 'running', taken = 2, answer = NULL"
        journal.do(lambda database: database.change(statement)).result()
        asyncio.run(run_one(simulator, location, "k", "x", retries=1))
        entry = entry_of(journal, "k")
    assert entry.state == "failed"
    assert "set aside" in str(entry.error)
    assert len(simulator.ledger.submissions) == 1, "it may have completed: no retry is paid for"


@pytest.fixture
def no_takeover(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first takeover sets a job aside; while the processes live, there is none."""
    monkeypatch.setattr(adopting, "MAX_TAKEOVERS", 0)


async def run_many(simulator: Simulator, location: Path, **options: object) -> list[Entry]:
    """Call one key twelve times, while it is submitted and while it runs."""
    account_options = {"token": simulator.token, "base_url": simulator.base_url}
    async with (
        AsyncRunComfy(**account_options, poll_first=0.01, poll_max=0.05) as account,  # type: ignore[arg-type]
        AsyncBatch(location, account=account, **options) as batch,  # type: ignore[arg-type]
    ):
        calls = [batch.one(video_to_video, key="k", **inputs("x")) for _ in range(12)]
        return await asyncio.gather(*calls)


def test_many_calls_of_a_key_at_once_pay_once(simulator: Simulator, tmp_path: Path) -> None:
    simulator.faults.submit(faults.delay(0.5))
    entries = asyncio.run(run_many(simulator, tmp_path / "jobs.db", retries=1))
    assert {entry.state for entry in entries} == {"done"}
    assert len(simulator.ledger.submissions) == 1


@pytest.mark.usefixtures("no_takeover")
def test_a_worker_that_stops_waiting_is_not_considered_dead(
    simulator: Simulator, tmp_path: Path
) -> None:
    simulator.jobs.next(Course(queued=0, running=60))
    account_options = {"token": simulator.token, "base_url": simulator.base_url}

    async def wait_often() -> list[Entry]:
        async with (
            AsyncRunComfy(**account_options, wait_timeout=0) as account,  # type: ignore[arg-type]
            AsyncBatch(tmp_path / "jobs.db", account=account) as batch,
        ):
            return [await batch.one(video_to_video, key="k", **inputs("x")) for _ in range(12)]

    assert {entry.state for entry in asyncio.run(wait_often())} <= {"submitted", "running"}


@pytest.mark.usefixtures("no_takeover")
def test_files_that_cannot_be_stored_do_not_set_a_job_aside(
    simulator: Simulator, tmp_path: Path
) -> None:
    folder = tmp_path / "k"
    folder.touch()
    options = {"files": tmp_path / "{key}" / "out{suffix}", "retries": 1}
    for _ in range(12):
        assert asyncio.run(run_one(simulator, tmp_path / "jobs.db", "k", "x", **options)).output
    folder.unlink()
    entry = asyncio.run(run_one(simulator, tmp_path / "jobs.db", "k", "x", **options))
    assert (entry.state, entry.attempt) == ("done", 1)


def test_a_key_over_the_budget_runs_later_after_any_number_of_calls(
    simulator: Simulator, tmp_path: Path
) -> None:
    location = tmp_path / "jobs.db"
    for _ in range(12):
        entry = asyncio.run(
            run_one(simulator, location, "k", "x", budget="0.10", cost_at_most="0.40")
        )
        assert entry.state == "over_budget"
    entry = asyncio.run(run_one(simulator, location, "k", "x", budget="1", cost_at_most="0.40"))
    assert entry.state == "done"


@contextmanager
def environment(simulator: Simulator) -> Iterator[dict[str, str]]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    yield {**os.environ, **simulator.environment, "PYTHONPATH": path}


def rows(folder: Path, count: int) -> Path:
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["key", *inputs()])
        writer.writeheader()
        writer.writerows({"key": f"k{n}", **inputs(f"k{n}")} for n in range(count))
    return path


def count_states(url: str) -> Counter[str]:
    with Journal(url) as journal:
        return Counter(entry.state for entry in journal.entries())


def keys_in_flight(url: str) -> set[str]:
    """Return the keys with an intent and without an id, which a kill makes unknown."""
    statement = "SELECT key FROM runcomfy.jobs WHERE state IN ('submitting', 'unknown')"
    with psycopg.connect(url) as connection:
        return {key for (key,) in connection.execute(statement)}


def settle(url: str, ledger: Ledger) -> set[str]:
    """Settle unknown entries, as a person does with the account's history; return their keys."""
    ids = {job.digest: job.id for job in ledger.jobs}
    with Journal(url) as journal:
        unknown = journal.unknown()
        for entry in unknown:
            if entry.digest in ids:
                journal.settle(entry.key, request_id=ids[entry.digest])
            else:
                journal.settle(entry.key, sent=False)
    return {entry.key for entry in unknown}


def assert_one_payment_a_key(url: str, ledger: Ledger, count: int) -> None:
    """Assert that all entries are done, and that the journal has every paid job."""
    ledger.assert_nothing_paid_twice()
    ledger.assert_nothing_sent_again()
    with Journal(url) as journal:
        entries = list(journal.entries())
    assert Counter(entry.state for entry in entries) == {"done": count}
    assert {entry.request_id for entry in entries} == {job.id for job in ledger.jobs}


class Workers:
    """Workers of a queue, in their own processes, as an example starts them."""

    def __init__(self, example: str, url: str, simulator: Simulator, folder: Path) -> None:
        self._script = [sys.executable, str(ROOT / "examples" / f"{example}_workers.py")]
        self._url = url
        self._rows = folder / "rows.csv"
        self._ending = ExitStack()
        self._simulator = simulator

    def __enter__(self) -> Workers:
        self._env = self._ending.enter_context(environment(self._simulator))
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.close()

    def enqueue(self) -> None:
        """Put the rows into the queue."""
        command = [*self._script, "enqueue", self._url, str(self._rows)]
        subprocess.run(command, env=self._env, check=True)

    def start(self) -> subprocess.Popen[bytes]:
        """Start a worker."""
        command = [*self._script, "work", self._url]
        worker = subprocess.Popen(command, env=self._env, stdout=subprocess.DEVNULL)
        self._ending.callback(worker.wait)
        self._ending.callback(worker.kill)
        return worker


def has_ended(url: str, count: int) -> Callable[[], bool]:
    """Return the condition that all jobs are done or unknown."""
    return lambda: sum(count_states(url)[state] for state in ("done", "unknown")) == count


@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.skipif(not importlib.util.find_spec("pgqueuer"), reason="pgqueuer is not installed")
def test_a_killed_and_a_frozen_worker_and_a_restarted_database_pay_once_per_key(
    server: PostgresServer, tmp_path: Path
) -> None:
    url, count = server.new_database(), 180
    rows(tmp_path, count)
    with (
        Simulator(course=Course(queued=0, running=2)) as simulator,
        Workers("pgqueuer", url, simulator, tmp_path) as workers,
    ):
        workers.enqueue()
        killed, frozen, _ = (workers.start() for _ in range(3))
        sent = simulator.ledger.submissions
        wait_until(lambda: len(sent) > 40, PATIENCE)
        killed.kill()
        frozen.send_signal(signal.SIGSTOP)  # meanwhile, the service may close its connections
        in_flight = keys_in_flight(url)
        wait_until(lambda: len(sent) > 80, PATIENCE)
        server.stop()
        server.start()
        wait_until(lambda: len(sent) > 120, PATIENCE)
        frozen.send_signal(signal.SIGCONT)
        wait_until(has_ended(url, count), PATIENCE)
        assert settle(url, simulator.ledger) <= in_flight, "more than was being submitted"
        workers.enqueue()
        wait_until(lambda: count_states(url) == {"done": count}, PATIENCE)
        assert_one_payment_a_key(url, simulator.ledger, count)


@pytest.mark.timeout(200)
@pytest.mark.skipif(not importlib.util.find_spec("procrastinate"), reason="it is not installed")
def test_another_queue_takes_over_the_jobs_of_a_killed_worker(
    server: PostgresServer, tmp_path: Path
) -> None:
    url, count = server.new_database(), 30
    rows(tmp_path, count)
    with (
        Simulator(course=Course(queued=0, running=2)) as simulator,
        Workers("procrastinate", url, simulator, tmp_path) as workers,
    ):
        workers.enqueue()
        killed, _ = workers.start(), workers.start()
        wait_until(lambda: len(simulator.ledger.submissions) > 8, PATIENCE)
        killed.kill()
        in_flight = keys_in_flight(url)
        wait_until(has_ended(url, count), PATIENCE)
        assert settle(url, simulator.ledger) <= in_flight, "more than was being submitted"
        workers.enqueue()
        wait_until(lambda: count_states(url) == {"done": count}, PATIENCE)
        assert_one_payment_a_key(url, simulator.ledger, count)
