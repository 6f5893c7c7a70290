"""Ctrl-C and SIGTERM: no new job is sent, sent jobs are recorded, and a summary is printed."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from runcomfy_models.testing import Course, faults
from tests.batch.table import Table
from tests.programs import started, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")

PROGRAM = """
import asyncio, sys
from pathlib import Path
from runcomfy_models import AsyncRunComfy, RunComfy
from runcomfy_models.batch import AsyncBatch, Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

journal, url, token, side, policy = sys.argv[1:]
options = dict(token=token, base_url=url, poll_first=0.05, poll_max=0.1)

def add(batch):
    for number in range(500):
        batch.add(video_to_video, key=f"k{number}", **inputs(f"k{number}"))

def run():
    with Batch(journal, account=RunComfy(**options), at_once=20, on_interrupt=policy) as batch:
        add(batch)
        for entry in batch.run():
            print(entry.key, entry.state, flush=True)

async def run_async():
    async with AsyncRunComfy(**options) as account:
        async with AsyncBatch(journal, account=account, at_once=20, on_interrupt=policy) as batch:
            add(batch)
            async for entry in batch.run():
                print(entry.key, entry.state, flush=True)

run() if side == "sync" else asyncio.run(run_async())
"""


def program(table: Table, root: Path, side: str, policy: str = "detach") -> Any:
    path = os.pathsep.join([str(root), str(root / "generated")])
    service = (table.simulator.base_url, table.simulator.token)
    return started(
        PROGRAM, str(table.journal), *service, side, policy, env={**os.environ, "PYTHONPATH": path}
    )


def interrupt(running: Popen[str], signum: signal.Signals) -> tuple[int, str]:
    """Send a signal, and return the exit status and the text on standard error."""
    running.send_signal(signum)
    _, errors = running.communicate(timeout=60)
    return running.returncode, errors


@pytest.mark.parametrize("side", ["sync", "async"])
@pytest.mark.parametrize(
    ("signum", "status"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, 143)]
)
def test_an_interrupted_batch_records_its_jobs_and_leaves_them_running(
    table: Table, root: Path, side: str, signum: signal.Signals, status: int
) -> None:
    table.simulator.jobs.course = Course(queued=0, running=30, output={})
    with program(table, root, side) as running:
        wait_until(lambda: table.sent >= 10)
        code, errors = interrupt(running, signum)
    assert code in (status, 130), errors
    assert "stopped: 0 of 500 ended" in errors
    assert "run the same again to go on" in errors
    sent = {job.id for job in table.simulator.ledger.jobs}
    assert {entry.request_id for entry in table.entries()} - {None} == sent
    assert not table.states().keys() - {"planned", "submitted", "running"}
    table.simulator.ledger.assert_nothing_sent_again()


def test_running_jobs_are_cancelled_if_the_options_say_so(table: Table, root: Path) -> None:
    table.simulator.jobs.course = Course(queued=1000, running=1)
    with program(table, root, "sync", "cancel") as running:
        wait_until(lambda: table.sent >= 10)
        interrupt(running, signal.SIGINT)
    ledger = table.simulator.ledger
    assert len(ledger.cancelled) == len(ledger.jobs)
    assert table.states()["cancelled"] == len(ledger.jobs)


@pytest.mark.parametrize("side", ["sync", "async"])
def test_a_second_interruption_ends_at_once_and_nothing_is_paid_twice(
    table: Table, root: Path, side: str
) -> None:
    table.simulator.faults.submit(*[faults.delay(30)] * 5)
    with program(table, root, side) as running:
        wait_until(lambda: table.sent >= 5)
        running.send_signal(signal.SIGINT)
        time.sleep(0.5)
        begun = time.monotonic()
        interrupt(running, signal.SIGINT)
        assert time.monotonic() - begun < 15
    lost_digests = {job.digest for job in table.simulator.ledger.untold}
    assert lost_digests <= {entry.digest for entry in table.entries() if entry.state == "unknown"}
