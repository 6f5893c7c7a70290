"""The batch that tests kill: it logs what it is submitting, and may kill itself at a commit."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from runcomfy_models import RunComfy
from runcomfy_models._runtime.batch import batch_job, paying
from runcomfy_models._runtime.journal import worker
from runcomfy_models._runtime.journal.databases import postgres
from runcomfy_models.batch import Batch
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.jobs import inputs


def run(
    journal: str,
    url: str,
    token: str,
    files: str,
    jobs: int | str,
    commit: int | str,
    when: str,
    log_path: str,
) -> None:
    """Run the jobs; kill this process `when` (before, inside or after) commit `commit` is due."""
    log_submissions(log_path)
    kill_at(int(commit), when)
    postgres.OWNER_GRACE = 0.0  # no server is restarted: a lost owner is gone
    with (
        RunComfy(base_url=url, token=token, poll_first=0.02, poll_max=0.05) as account,
        Batch(journal, account=account, at_once=20, files=files) as batch,
    ):
        for number in range(int(jobs)):
            batch.add(video_to_video, key=f"k{number}", **inputs(f"k{number}"))
        for _ in batch.run():
            pass


def log_submissions(path: str) -> None:
    """Write `+key` to a file before a job is claimed, `-key` when it is no longer submitted."""
    log = os.open(path, os.O_WRONLY | os.O_APPEND)
    original_claim, original_pay = batch_job.BatchJob.claim, paying.pay

    async def logged_claim(self: Any, claim: Any) -> Any:
        is_granted = False
        os.write(log, f"+{claim.key} ".encode())
        try:
            outcome = await original_claim(self, claim)
            is_granted = outcome.is_granted
            return outcome
        finally:
            if not is_granted:
                os.write(log, f"-{claim.key} ".encode())

    async def logged_pay(journal: Any, claim: Any, *more: Any, **options: Any) -> Any:
        try:
            return await original_pay(journal, claim, *more, **options)
        finally:
            os.write(log, f"-{claim.key} ".encode())

    batch_job.BatchJob.claim, paying.pay = logged_claim, logged_pay


def kill_at(commit: int, when: str) -> None:
    """Kill this process at transaction number `commit` of the journal."""
    serve, remaining = worker._serve, commit

    class KilledDatabase:
        def __init__(self, database: Any) -> None:
            self._database = database

        def __getattr__(self, name: str) -> Any:
            return getattr(self._database, name)

        def transaction(self) -> Transaction:
            nonlocal remaining
            remaining -= 1
            if remaining == 0 and when == "before":
                kill_this_process()
            return Transaction(self._database.transaction())

    class Transaction:
        def __init__(self, transaction: Any) -> None:
            self._transaction = transaction

        def __enter__(self) -> Any:
            return self._transaction.__enter__()

        def __exit__(self, *error: Any) -> Any:
            if remaining == 0 and when == "inside":
                kill_this_process()
            result = self._transaction.__exit__(*error)
            if remaining == 0:
                kill_this_process()
            return result

    def serve_killed(tasks: Any, connect: Callable[[], Any]) -> None:
        serve(tasks, lambda: KilledDatabase(connect()))

    worker._serve = serve_killed


def kill_this_process() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    run(*sys.argv[1:])
