"""SIGSTOP and SIGCONT: a frozen script keeps the jobs it has begun, and others run the rest."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.batch.killing import KilledBatch
from tests.programs import wait_until

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here"),
    pytest.mark.usefixtures("no_grace"),
]


def freeze(process: subprocess.Popen[bytes], location: str) -> None:
    """Stop a process, but not while it has locked the file of its journal: others would wait."""
    stop(process)
    while not location.startswith("postgresql:") and is_locked(location):
        process.send_signal(signal.SIGCONT)
        time.sleep(0.01)
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGSTOP)
    os.waitpid(process.pid, os.WUNTRACED)  # until all of its threads have stopped


def is_locked(location: str) -> bool:
    with closing(sqlite3.connect(location, timeout=0.2, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


@pytest.mark.timeout(300)
def test_a_frozen_script_keeps_its_jobs_and_another_script_runs_the_rest(
    tmp_path: Path, location: str
) -> None:
    with KilledBatch(tmp_path, 1, location, jobs=80) as batch:
        sent = batch.simulator.ledger.submissions
        frozen = batch.start()
        scripts = [frozen]
        try:
            wait_until(lambda: len(sent) > 20)
            freeze(frozen, location)
            batch.may_be_unknown = batch.in_flight()
            scripts.append(batch.start())
            wait_until(lambda: len(sent) >= 60)
            assert scripts[1].poll() is None
            frozen.send_signal(signal.SIGCONT)
            assert [script.wait(100) for script in scripts] == [0, 0]
        finally:
            for script in scripts:
                script.kill()
                script.wait()
        batch.check_end()
