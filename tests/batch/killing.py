"""A batch in its own process, which is killed at a seeded moment and run again."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import psycopg

from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator, faults
from tests.batch import batch_program
from tests.batch.forking import FORKING
from tests.conftest import ROOT

JOBS = 200


@dataclass
class Moment:
    """When a run is killed: at a commit, or some seconds after its first submission."""

    commit: int = 0
    when: str = "before"
    seconds: float | None = None


NEVER = Moment()


def moments(seed: int, count: int) -> list[Moment]:
    """Return seeded moments: two in three at a commit, the others between them."""
    chance = random.Random(seed)  # noqa: S311
    return [
        Moment(seconds=chance.uniform(0, 0.3))
        if chance.random() < 1 / 3
        else Moment(chance.randrange(1, 25), chance.choice(["before", "inside", "after"]))
        for _ in range(count)
    ]


class KilledBatch:
    """A batch that is killed again and again, and what has to be true in the end."""

    def __init__(
        self, folder: Path, seed: int, location: str | None = None, jobs: int = JOBS
    ) -> None:
        self.location = location or str(folder / "jobs.db")
        self.folder = folder
        self.jobs = jobs
        self.simulator = Simulator(course=Course(queued=0, running=2))
        self._seed = seed
        self._submission_log = folder / "submissions"
        self.may_be_unknown: set[str] = set()
        self.kills = 0

    def __enter__(self) -> KilledBatch:
        self._submission_log.touch()
        self.simulator.start()
        url = self.simulator.files.put("out.mp4", b"a video" * 1000)
        self.simulator.jobs.course = Course(queued=0, running=2, output={"video": url})
        slow = faults.delay(0.05)
        chance = random.Random(self._seed)  # noqa: S311
        self.simulator.faults.by_chance(0.3, chance, "submit", choices=(slow,))
        return self

    def __exit__(self, *_: object) -> None:
        self.simulator.stop()

    def start(self) -> subprocess.Popen[bytes]:
        """Start the program as a process that the caller may stop and continue."""
        arguments = map(str, self._arguments(NEVER))
        return subprocess.Popen(
            [sys.executable, "-m", batch_program.__name__, *arguments], cwd=ROOT
        )

    def run(self, moment: Moment = NEVER) -> bool:
        """Run once, and kill it at that moment; return whether it came to its end."""
        self._submission_log.write_text("")
        process = FORKING.Process(target=batch_program.run, args=self._arguments(moment))
        process.start()
        try:
            if moment.seconds is not None:
                self._wait_for_a_submission(process)
                time.sleep(moment.seconds)
                process.kill()
            process.join(100)
        finally:
            process.kill()
        self._wait_for_the_server()
        assert process.exitcode in (0, -signal.SIGKILL)
        self.kills += process.exitcode != 0
        return process.exitcode == 0

    def _arguments(self, moment: Moment) -> tuple[str | int, ...]:
        service = self.simulator.base_url, self.simulator.token
        files = str(self.folder / "out" / "{key}{suffix}")
        kill = moment.commit, moment.when
        return self.location, *service, files, self.jobs, *kill, str(self._submission_log)

    def _wait_for_a_submission(self, process: BaseProcess) -> None:
        while process.exitcode is None and not self._submission_log.stat().st_size:
            time.sleep(0.02)

    def _wait_for_the_server(self) -> None:
        """Wait until PostgreSQL has noticed that the sessions of a killed process are gone."""
        if not self.location.startswith("postgresql:"):
            return
        other_sessions = """
            SELECT pid FROM pg_stat_activity WHERE datname = current_database()
            AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        """
        with psycopg.connect(self.location, autocommit=True) as connection:
            while connection.execute(other_sessions).fetchone():
                time.sleep(0.01)

    def in_flight(self) -> set[str]:
        """Return the keys that the program is submitting, or was submitting at the kill."""
        counts: Counter[str] = Counter()
        for word in self._submission_log.read_text().split():
            counts[word[1:]] += 1 if word[0] == "+" else -1
        return {key for key, count in counts.items() if count > 0}

    def check(self) -> None:
        """Assert what has to be true whenever no process runs."""
        ledger = self.simulator.ledger
        ledger.assert_nothing_paid_twice()
        ledger.assert_nothing_sent_again()
        with Journal(self.location) as journal:
            entries = list(journal.entries())
        unknown = {entry.key for entry in entries if entry.state == "unknown"}
        self.may_be_unknown |= self.in_flight()
        assert unknown <= self.may_be_unknown, "more than was being submitted"
        rows = {entry.digest: entry for entry in entries}
        for job in ledger.jobs:
            assert job.digest in rows, "a charged job without its row"
            assert rows[job.digest].request_id in (job.id, None)
            if rows[job.digest].request_id is None:
                assert rows[job.digest].state == "unknown"

    def check_end(self) -> None:
        """Assert what has to be true when a run has come to its end."""
        self.check()
        with Journal(self.location) as journal:
            entries = list(journal.entries())
        assert len(entries) == self.jobs
        unfinished = [entry for entry in entries if entry.state not in ("done", "unknown")]
        assert [(entry.key, entry.state, entry.error) for entry in unfinished] == []
        for entry in entries:
            if entry.state == "done":
                assert [path.read_bytes() for path in entry.paths] == [b"a video" * 1000]
