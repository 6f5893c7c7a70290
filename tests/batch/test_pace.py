"""`submit_per_minute` holds over all processes of a journal."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

from runcomfy_models._runtime.batch.pace import Pace
from runcomfy_models._runtime.journal.database import Database
from runcomfy_models._runtime.journal.sqlite import SqliteDatabase
from runcomfy_models._runtime.journal.turns import MAX_AHEAD, take_turn
from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator
from tests.conftest import ROOT
from tests.runtime.models import ManualAsyncClock

NOW = 1000.0

TURNS = f"""
import json, sys
from functools import partial
from runcomfy_models._runtime.journal import postgres, sqlite
from runcomfy_models._runtime.journal.turns import take_turn
from runcomfy_models.journal import Journal

for database in (sqlite.SqliteDatabase, postgres.PostgresDatabase):
    database.now = lambda self: {NOW}
with Journal(sys.argv[1]) as journal:
    turns = [journal.do(partial(take_turn, seconds=0.125)).result() for _ in range(20)]
print(json.dumps(turns))
"""

BATCH = """
import sys
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs

journal, *keys = sys.argv[1:]
with Batch(journal, submit_per_minute=1200) as batch:
    for key in keys:
        batch.add(video_to_video, key=key, **inputs(key))
    assert {item.state for item in batch.run()} == {"done"}
"""


def started(program: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, **environment, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_share_one_row_of_turns_without_a_gap(where: str) -> None:
    Journal(where).close()
    processes = [started(TURNS, where) for _ in range(4)]
    turns = [json.loads(process.communicate(timeout=60)[0]) for process in processes]
    assert sorted(chain(*turns)) == [0.125 * number for number in range(80)]


def test_three_processes_never_submit_faster_than_one_may(
    simulator: Simulator, tmp_path: Path
) -> None:
    simulator.jobs.course = Course(queued=0, running=1, output={})
    where, sent = str(tmp_path / "jobs.db"), simulator.ledger.submissions
    keys = [[f"{who}-{number}" for number in range(12)] for who in range(3)]
    processes = [started(BATCH, where, *some, **simulator.environment) for some in keys]
    times: list[float] = []
    while len(times) < 36 and any(process.poll() is None for process in processes):
        times += [time.monotonic()] * (len(sent) - len(times))
        time.sleep(0.005)
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0] * 3
    assert len(sent) == len(times) == 36
    assert times[-1] - times[0] >= 0.9 * 35 / 20


def test_a_turn_in_which_nothing_was_sent_is_left_to_the_next_submission(tmp_path: Path) -> None:
    async def three(journal: Journal, clock: ManualAsyncClock) -> None:
        pace = Pace(60, journal, clock)
        await pace.turn()
        pace.give_back()  # another script has paid for the row
        await pace.turn()
        await pace.turn()

    clock = ManualAsyncClock()
    with Journal(tmp_path / "jobs.db") as journal:
        asyncio.run(three(journal, clock))
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
