"""The cost of the journal and of a batch, beside the plain client and loops over other clients."""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from benchmarks.rows import Row, Sample, interleaved, row, table
from benchmarks.runtime.calls import TOKEN
from benchmarks.runtime.peers import fal_client_at, replicate_client_at
from benchmarks.runtime.server import serving
from runcomfy_models import AsyncRunComfy
from runcomfy_models._runtime.journal.paid_calls.claiming import make_claim
from runcomfy_models._runtime.journal.paid_calls.claims import Claim
from runcomfy_models.batch import AsyncBatch
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from tests.journal.postgres import postgres_server

JOBS, ROUNDS, CPU_ROUNDS, ROWS, INTENTS = 1000, 4, 9, 10_000, 3000
INPUTS: Any = {"video_url": "https://example.com/v.mp4", "ratio": "1280:720"}


def rows() -> list[Row]:
    """Return the rows of journal and batch."""
    return [*intents(), *batches(), finished(), memory(), *lost_answers()]


def intents() -> list[Row]:
    """Return the rows of durable intents, from one process."""
    with tempfile.TemporaryDirectory() as folder:
        measured = [_intents("SQLite", str(Path(folder, "jobs.db")), 1000 / 3000)]
    with suppress(pytest.skip.Exception), postgres_server(durable=True) as server:
        measured.append(_intents("PostgreSQL", server.new_database(), 1000 / 500))
    return measured


def _intents(name: str, where: str, limit: float) -> Row:
    with Journal(where) as journal:
        started = time.perf_counter()
        futures = [journal.do(partial(make_claim, claim=_claim(n))) for n in range(INTENTS)]
        for future in futures:
            future.result()
        milliseconds = (time.perf_counter() - started) * 1000 / INTENTS
    rate = f"{1000 / milliseconds:,.0f} a second"
    return Row(f"a durable intent, {name}", rate, f"{1000 / limit:,.0f}", milliseconds, limit, "ms")


def _claim(number: int) -> Claim:
    name = f"k{number}"
    return Claim(key=name, model_id="some/model", digest=name, inputs="{}", intent=name)


def batches() -> list[Row]:
    """Return the rows of a thousand jobs at once: wall time, and CPU time a job."""
    with serving() as url:
        runners = {"plain": partial(_plain, url), "batch": partial(_batch, url)}
        wall: dict[str, Sample] = {name: _timed(work) for name, work in runners.items()}
        wall_times = interleaved(wall, ROUNDS)
        cpu: dict[str, Sample] = {name: _timed(work, cpu=True) for name, work in runners.items()}
        cpu_times = interleaved(cpu, CPU_ROUNDS)
    name = f"{JOBS:,} jobs at once through a batch"
    return [
        row(f"{name}, over gather", wall_times["batch"], wall_times["plain"], 1.3),
        _cpu_of_a_job(cpu_times["batch"], cpu_times["plain"]),
    ]


def _cpu_of_a_job(ours: list[float], other: list[float]) -> Row:
    """Return the row of what a batch adds to the CPU time of a job; takes times of `JOBS` jobs."""
    differences = [our_time - their_time for our_time, their_time in zip(ours, other, strict=True)]
    per_job, per_plain_job = (f"{median(times) / JOBS:.3g} ms" for times in (ours, other))
    extra = median(differences) / JOBS
    return Row("CPU of a job, over the plain client", per_job, per_plain_job, extra, 0.5, "ms")


async def _plain(url: str) -> None:
    async with video_to_video.AsyncClient(base_url=url, token=TOKEN) as client:
        await asyncio.gather(*(client.run(prompt=f"{n}", **INPUTS) for n in range(JOBS)))


async def _batch(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with (
            AsyncRunComfy(base_url=url, token=TOKEN) as account,
            AsyncBatch(Path(folder, "jobs.db"), account=account, at_once=JOBS) as batch,
        ):
            for number in range(JOBS):
                batch.add(video_to_video, key=number, prompt=f"{number}", **INPUTS)
            ended = [entry.state async for entry in batch.run()]
    assert ended == ["done"] * JOBS


def finished() -> Row:
    """Return the row of finished rows, which are passed over."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder, "jobs.db")
        asyncio.run(_passed_over(where))
        with Journal(where) as journal:
            journal.do(lambda database: database.change("UPDATE jobs SET state = 'done'")).result()
        started = time.perf_counter()
        asyncio.run(_passed_over(where))
        seconds = time.perf_counter() - started
    return Row(f"{ROWS:,} finished rows are passed over", f"{seconds:.3g} s", "", seconds, 2, "s")


async def _passed_over(where: Path) -> None:
    async with AsyncRunComfy(token=TOKEN) as account, AsyncBatch(where, account=account) as batch:
        for number in range(ROWS):
            batch.add(video_to_video, key=number, prompt=f"{number}", **INPUTS)
        await batch.plan()


def memory() -> Row:
    """Return the row of the memory of a process with a hundred thousand rows."""
    command = [sys.executable, "-m", __spec__.name, "memory"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    peak = int(done.stdout) / 1024
    return Row("memory of 100,000 rows", f"{peak:.0f} MiB", "", peak, 150, "MiB")


def _peak_of_many_rows() -> None:
    global ROWS
    ROWS = 100_000
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_passed_over(Path(folder, "jobs.db")))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def lost_answers() -> list[Row]:
    """Return the rows of POSTs that are sent for one job when answers are lost."""
    ours = _posts(_ours)
    measured = [Row("POSTs of one job whose answers are lost", f"{ours}", "1", ours, 1)]
    for name, run in PEERS.items():
        with suppress(ImportError):
            posts = _posts(run)
            measured.append(Row(f"… by {name}", f"{ours}", f"{posts}", posts, None))
    return measured


def _ours(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Journal(Path(folder, "jobs.db")) as journal:
        options: Any = {"base_url": url, "token": TOKEN, "journal": journal, "key": "k"}
        with video_to_video.Client(**options) as client:
            for _ in range(3):
                with suppress(Exception):
                    client.run(prompt="x", **INPUTS)


def _fal(url: str) -> None:
    client = fal_client_at(url)
    with suppress(Exception):
        client.submit("some/model", {"prompt": "x"})


def _replicate(url: str) -> None:
    client = replicate_client_at(url)
    with suppress(Exception):
        client.models.predictions.create(("some", "model"), {"prompt": "x"})


def _runway(url: str) -> None:
    import runwayml

    client = runwayml.RunwayML(api_key="key", base_url=url)
    with suppress(Exception):
        client.image_to_video.create(
            model="gen4_turbo", prompt_image="https://example.com/a.png", ratio="1280:720"
        )


def _comfy(url: str) -> None:
    import comfy_sdk

    os.environ |= {"COMFY_BASE_URL": url, "COMFY_ROUTER_BASE_URL": url}
    with suppress(Exception):
        comfy_sdk.Comfy(api_key="key").models.run("some/model", {"prompt": "x"})


PEERS = {"fal-client": _fal, "replicate": _replicate, "runwayml": _runway, "comfy-sdk": _comfy}
"""Name of a client: sends one paid job."""


def _posts(run: Callable[[str], None]) -> int:
    with _losing() as (url, posts):
        run(url)
    return len(posts)


@contextmanager
def _losing() -> Iterator[tuple[str, list[str]]]:
    """Serve on loopback: every call is read, and never answered."""
    posts: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            posts.append(self.path)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", posts
    finally:
        server.shutdown()
        server.server_close()


def _timed(work: Callable[[], Awaitable[None]], *, cpu: bool = False) -> Sample:
    clock = time.process_time if cpu else time.perf_counter

    async def awaited() -> None:
        await work()

    def sample() -> float:
        started = clock()
        asyncio.run(awaited())
        return (clock() - started) * 1000

    return sample


if __name__ == "__main__":
    if sys.argv[1:] == ["memory"]:
        _peak_of_many_rows()
    else:
        print(table(rows()))
