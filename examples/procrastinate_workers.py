"""Paid jobs over several machines: Procrastinate hands them out, the journal pays for each once.

    python examples/procrastinate_workers.py enqueue postgresql://… rows.csv
    python examples/procrastinate_workers.py work postgresql://…          # on each machine

`rows.csv` has the columns key, prompt, video_url and ratio, and others that the model takes.
Needs runcomfy-models[postgres] and procrastinate==3.10.0.
"""

from __future__ import annotations

import asyncio
import csv
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import procrastinate
from procrastinate import JobContext
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from runcomfy_models import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    JournalError,
    RateLimitError,
)
from runcomfy_models.batch import AsyncBatch
from runcomfy_models.runwayml.runway_aleph import video_to_video

URL = sys.argv[2]
HEARTBEAT_TIMEOUT = 10
"""Seconds without a heartbeat after which a worker counts as dead."""

app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=URL))
RETRIED = {
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    JournalError,
    RateLimitError,
}
"""Errors after which a job is handed out again: no other one would be accepted now either."""


retries = procrastinate.RetryStrategy(wait=5, retry_exceptions=RETRIED)


@app.task(name="pay", retry=retries, pass_context=True)
async def pay(context: JobContext, key: str, row: dict[str, str]) -> None:
    """Run one row to its end."""
    untyped: Any = context  # the type of `additional_context` is unknown
    batch: AsyncBatch = untyped.additional_context["batch"]
    inputs = video_to_video.Input.from_strings(row)
    entry = await batch.one(video_to_video, inputs, key=key)
    print(entry.key, entry.state, entry.cost, flush=True)


async def enqueue(rows: Path) -> None:
    """Put the rows into the queue, except those that are in it already."""
    async with app.open_async():
        if not await app.check_connection_async():
            await app.schema_manager.apply_schema_async()
        with rows.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                key = row.pop("key")
                with suppress(AlreadyEnqueued):
                    await pay.configure(queueing_lock=key).defer_async(key=key, row=row)


async def take_over() -> None:
    """Hand out the jobs of dead workers again, which Procrastinate leaves to its users."""
    while True:
        for job in await app.job_manager.get_stalled_jobs(
            seconds_since_heartbeat=HEARTBEAT_TIMEOUT
        ):
            with suppress(ConnectorException):  # another worker has taken it over
                await app.job_manager.retry_job(job)
        await asyncio.sleep(1)


async def work() -> None:
    """Work until the process is ended."""
    async with app.open_async(), AsyncBatch(URL) as batch:
        takeover = asyncio.create_task(take_over())
        await app.run_worker_async(
            additional_context={"batch": batch},
            concurrency=20,
            update_heartbeat_interval=1,
            stalled_worker_timeout=HEARTBEAT_TIMEOUT,
            fetch_job_polling_interval=1,
        )
        takeover.cancel()


if __name__ == "__main__":
    asyncio.run(enqueue(Path(sys.argv[3])) if sys.argv[1] == "enqueue" else work())
