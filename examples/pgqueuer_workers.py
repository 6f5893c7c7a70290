"""Paid jobs over several machines: PGQueuer hands them out, the journal pays for each once.

    python examples/pgqueuer_workers.py enqueue postgresql://… rows.csv
    python examples/pgqueuer_workers.py work postgresql://…          # on each machine

`rows.csv` has the columns key, prompt, video_url and ratio, and others that the model takes.
Needs runcomfy-models[postgres], pgqueuer==1.6.0 and asyncpg==0.32.0.
"""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from collections.abc import AsyncGenerator, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import pgqueuer
from pgqueuer import PgQueuer, Queries, RetryRequested
from pgqueuer.models import Job

from runcomfy_models import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    JournalError,
    RateLimitError,
)
from runcomfy_models.batch import AsyncBatch, Entry
from runcomfy_models.runwayml.runway_aleph import video_to_video

URL = sys.argv[2]
AT_ONCE = 20
"""Jobs at the same time, over all workers; each worker has to state the same number."""
ENDED = ("done", "failed", "cancelled", "refused", "unknown")


async def enqueue(rows: Path) -> None:
    """Put the rows into the queue, except those that are in it already."""
    async with asyncpg.create_pool(URL, min_size=1, max_size=1) as pool:
        queries = Queries.from_asyncpg_pool(pool)
        if not await queries.schema_is_installed():
            await queries.install()
        with rows.open(encoding="utf-8", newline="") as file:
            jobs = list(csv.DictReader(file))
        keys: list[str | None] = [job["key"] for job in jobs]
        bodies: list[bytes | None] = [json.dumps(job).encode() for job in jobs]
        names, priorities = ["pay"] * len(jobs), [0] * len(jobs)
        await queries.enqueue(names, bodies, priorities, dedupe_key=keys, on_conflict="skip")


async def finish(job: Coroutine[Any, Any, Entry]) -> Entry:
    """Return the result of `job`, even if this coroutine is cancelled before.

    PGQueuer cancels its jobs when it loses its database, and would take them off the queue.
    """
    task = asyncio.ensure_future(job)
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait([task])
    return task.result()


@asynccontextmanager
async def worker(batch: AsyncBatch) -> AsyncGenerator[PgQueuer]:
    """Make a worker; PGQueuer makes a new one after each lost connection."""
    # Without these limits a half-open connection would hang forever, and a worker that is
    # frozen within a transaction would block all others.
    limits = {"idle_in_transaction_session_timeout": "10000"}
    async with asyncpg.create_pool(
        URL, min_size=2, max_size=6, command_timeout=10, server_settings=limits
    ) as pool:
        queue = PgQueuer.from_asyncpg_pool(pool)

        @queue.entrypoint("pay", concurrency_limit=AT_ONCE, on_failure="hold")
        async def pay(job: Job) -> None:
            row = json.loads(job.payload or b"{}")
            key, inputs = row.pop("key"), video_to_video.Input.from_strings(row)
            try:
                entry = await finish(batch.one(video_to_video, inputs, key=key))
            except (ConnectionFailed, JournalError) as error:
                raise RetryRequested(timedelta(seconds=5), str(error)) from error
            except (AuthenticationError, InsufficientBalanceError, RateLimitError) as error:
                raise RetryRequested(timedelta(minutes=1), str(error)) from error
            print(entry.key, entry.state, entry.cost, flush=True)
            if entry.state not in ENDED:  # its files or the money for it are missing
                raise RetryRequested(timedelta(minutes=1), entry.error or entry.state)

        yield queue


async def work() -> None:
    """Work until the process is ended."""
    async with AsyncBatch(URL, at_once=AT_ONCE) as batch:
        await pgqueuer.run(
            partial(worker, batch),
            batch_size=10,
            max_concurrent_tasks=2 * AT_ONCE,
            dequeue_timeout=timedelta(seconds=2),
            heartbeat_timeout=timedelta(seconds=10),
            restart_on_failure=True,
            restart_delay=timedelta(seconds=1),
        )


if __name__ == "__main__":
    asyncio.run(enqueue(Path(sys.argv[3])) if sys.argv[1] == "enqueue" else work())
