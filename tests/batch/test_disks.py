"""A disk that is full, a disk that is read-only: real ones, mounted for a process of the test."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from runcomfy_models.journal import Entry, Journal
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT

JOBS = 60

PROGRAM = """
import sys
from runcomfy_models._runtime.journal.databases import sqlite
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

journal, jobs, sqlite.MIN_FREE_SPACE = sys.argv[1], *map(int, sys.argv[2:])
with Batch(journal, at_once=10) as batch:
    for number in range(jobs):
        batch.add(video_to_video, key=f"k{number}", **inputs(f"k{number}" + "x" * 900))
    for entry in batch.run():
        print(entry.key, entry.state, entry.error)
"""


def run_with_mounts(
    simulator: Simulator, script: str, **paths: Path
) -> subprocess.CompletedProcess[str]:
    """Run a shell script that may mount, with `run JOURNAL JOBS SPACE` for a batch."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    program = shlex.join([sys.executable, "-c", PROGRAM])
    names = {name: str(value) for name, value in paths.items()}
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", f'run() {{ {program} "$@"; }}\n{script}'],
        env={**os.environ, **simulator.environment, **names, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.fixture(autouse=True)
def _can_mount(tmp_path: Path) -> None:
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", str(tmp_path)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"nothing can be mounted here: {error}")


def run_on_full_disk(
    simulator: Simulator, folder: Path, size: str, space: int
) -> tuple[str, list[Entry]]:
    """Run a batch on a disk that becomes full, and again when it has grown.

    Return what was written to standard error, and the entries in the end.
    """
    simulator.jobs.course = Course(queued=0, running=1, output={})
    disk, saved = folder / "disk", folder / "saved"
    disk.mkdir()
    saved.mkdir()
    completed = run_with_mounts(
        simulator,
        f'mount -t tmpfs -o size={size} none "$disk"\n'
        f'run "$disk/jobs.db" {JOBS} {space} && exit 100\n'
        'mount -o remount,size=50m "$disk"\n'
        f'run "$disk/jobs.db" {JOBS} {space} && cp -r "$disk"/jobs.db* "$saved"',
        disk=disk,
        saved=saved,
    )
    assert completed.returncode == 0, completed.stderr
    assert "free some space on its disk, then run the same again" in completed.stderr
    with Journal(saved / "jobs.db") as journal:
        return completed.stderr, list(journal.entries())


def test_a_disk_that_fills_up_stops_a_batch_before_an_id_could_be_lost(
    simulator: Simulator, tmp_path: Path
) -> None:
    errors, entries = run_on_full_disk(simulator, tmp_path, "16850k", 16 * 2**20)
    assert "is almost full" in errors
    assert Counter(entry.state for entry in entries) == {"done": JOBS}
    assert len(simulator.ledger.submissions) == JOBS


def test_an_id_that_does_not_fit_on_a_full_disk_is_in_the_error(
    simulator: Simulator, tmp_path: Path
) -> None:
    errors, entries = run_on_full_disk(simulator, tmp_path, "400k", 0)
    recorded = {entry.request_id for entry in entries}
    lost_ids = [job.id for job in simulator.ledger.jobs if job.id not in recorded]
    assert all(f"request {lost_id} of" in errors for lost_id in lost_ids)
    assert {entry.state for entry in entries} <= {"done", "unknown"}
    simulator.ledger.assert_nothing_paid_twice()
    simulator.ledger.assert_nothing_sent_again()


def test_a_journal_on_a_read_only_disk_is_an_error_and_nothing_is_sent(
    simulator: Simulator, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    Journal(disk / "jobs.db").close()
    completed = run_with_mounts(
        simulator,
        'mount --bind "$disk" "$disk" && mount -o remount,ro,bind "$disk"\nrun "$disk/jobs.db" 1 0',
        disk=disk,
    )
    assert completed.returncode == 1
    assert "check that its folder exists and is writable" in completed.stderr
    assert not simulator.ledger.submissions
    with Journal(disk / "jobs.db") as journal:
        assert not list(journal.entries())


def test_the_error_for_a_full_temporary_folder_names_it_and_nothing_is_sent(
    simulator: Simulator, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    completed = run_with_mounts(
        simulator,
        f'mount -t tmpfs -o size=100k none "$disk"\nTMPDIR="$disk" run "$journal" {JOBS * 50} 0',
        disk=disk,
        journal=tmp_path / "jobs.db",
    )
    assert completed.returncode == 1
    assert f"JournalError: the rows of the batch cannot be stored in {disk}" in completed.stderr
    assert "free some space on its disk, or set SQLITE_TMPDIR" in completed.stderr
    assert not simulator.ledger.submissions
