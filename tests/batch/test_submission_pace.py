"""`submit_per_minute` limits all processes of a journal together."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from itertools import chain, pairwise
from pathlib import Path

from runcomfy_models._runtime.batch.submission_pace import SubmissionPace
from runcomfy_models._runtime.journal.databases.database import Database
from runcomfy_models._runtime.journal.databases.sqlite import SqliteDatabase
from runcomfy_models._runtime.journal.paid_calls.turns import MAX_AHEAD, take_turn
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.runtime.models import ManualAsyncClock

NOW = 1000.0

TURNS = f"""
import json, sys
from functools import partial
from runcomfy_models._runtime.journal.databases import postgres, sqlite
from runcomfy_models._runtime.journal.paid_calls.turns import take_turn
from runcomfy_models.journal import Journal

for database in (sqlite.SqliteDatabase, postgres.PostgresDatabase):
    database.now = lambda self: {NOW}
with Journal(sys.argv[1]) as journal:
    turns = [journal.do(partial(take_turn, seconds=0.125)).result() for _ in range(20)]
print(json.dumps(turns))
"""

BATCH = """
import sys
from runcomfy_models._runtime.batch import submission_pace
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

take_turn = submission_pace.take_turn

def take_and_print_turn(database, seconds):
    wait = take_turn(database, seconds)
    [row] = database.rows("SELECT next_at FROM turns")
    print(row["next_at"] - seconds)
    return wait

submission_pace.take_turn = take_and_print_turn
journal, *keys = sys.argv[1:]
with Batch(journal, submit_per_minute=1200) as batch:
    for key in keys:
        batch.add(video_to_video, key=key, **inputs(key))
    assert {entry.state for entry in batch.run()} == {"done"}
"""


def start(program: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, **environment, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_share_one_row_of_turns_without_a_gap(location: str) -> None:
    Journal(location).close()
    processes = [start(TURNS, location) for _ in range(4)]
    turns = [json.loads(process.communicate(timeout=60)[0]) for process in processes]
    assert sorted(chain(*turns)) == [0.125 * number for number in range(80)]


def test_no_job_is_sent_before_its_turn_among_all_processes(
    simulator: Simulator, tmp_path: Path
) -> None:
    simulator.jobs.course = Course(queued=0, running=1, output={})
    location = str(tmp_path / "jobs.db")
    keys = [[f"{script}-{number}" for number in range(12)] for script in range(3)]
    processes = [
        start(BATCH, location, *script_keys, **simulator.environment) for script_keys in keys
    ]
    outputs = [process.communicate(timeout=100)[0].split() for process in processes]
    turns = sorted(map(float, chain(*outputs)))
    with Journal(location) as journal:
        sent = sorted(entry.sent_at.timestamp() for entry in journal.entries() if entry.sent_at)
    assert len(turns) == len(sent) == len(simulator.ledger.submissions) == 36
    assert all(after - before > 0.0499 for before, after in pairwise(turns))
    assert all(moment > turn - 0.001 for turn, moment in zip(turns, sent, strict=True))


def test_an_unused_turn_goes_to_the_next_submission(tmp_path: Path) -> None:
    async def take_turns(journal: Journal, clock: ManualAsyncClock) -> None:
        pace = SubmissionPace(60, journal, clock)
        await pace.turn()
        pace.give_back()  # another script has paid for the row
        await pace.turn()
        await pace.turn()

    clock = ManualAsyncClock()
    with Journal(tmp_path / "jobs.db") as journal:
        asyncio.run(take_turns(journal, clock))
    assert [round(pause) for pause in clock.pauses] == [0, 1]


def test_a_clock_that_jumps_does_not_stop_the_pace(tmp_path: Path) -> None:
    class Jumping(SqliteDatabase):
        time = NOW

        def now(self) -> float:
            return self.time

    def turn(database: Database) -> float:
        with database.transaction():
            return take_turn(database, 1.0)

    database = Jumping(tmp_path / "jobs.db")
    assert [turn(database) for _ in range(3)] == [0, 1, 2]
    database.time += 3600
    assert turn(database) == 0
    database.time -= 7200
    assert turn(database) <= MAX_AHEAD
    database.close()
