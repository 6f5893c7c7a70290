"""A thousand jobs at once through one client, over each library, against httpx by hand.

By hand, at most a hundred jobs run at a time, since httpx makes a hundred connections by default.
A thousand at once would wait in its pool, which looks through all of them for each call. Timeouts
are off by hand, since the default of five seconds would end the jobs.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

import httpx

from benchmarks.rows import Row, Sample, interleaved, row, table
from benchmarks.runtime.calls import HEADERS, INPUTS, TOKEN, by_hand_async
from benchmarks.runtime.server import serving
from runcomfy_models.runwayml.runway_aleph import video_to_video

JOBS, ROUNDS, AT_A_TIME = 1000, 4, 100
WAIT = 30
"""Seconds for which the CPU time of waiting is measured."""

LIMIT, HTTPX2_LIMIT, AIOHTTP_LIMIT = 0.65, 0.65, 0.2
"""The time by our client over each library, in that by hand."""

Jobs = Callable[[str], Awaitable[None]]


async def by_hand(url: str) -> None:
    """Run the jobs with only httpx."""
    turn = asyncio.Semaphore(AT_A_TIME)
    async with httpx.AsyncClient(base_url=url, headers=HEADERS, timeout=None) as http:  # noqa: S113

        async def job() -> None:
            async with turn:
                await by_hand_async(http)

        await asyncio.gather(*(job() for _ in range(JOBS)))


async def over_httpx(url: str) -> None:
    """Run all jobs at once, over httpx."""
    await _jobs(video_to_video.AsyncClient(base_url=url, token=TOKEN))


async def over_httpx2(url: str) -> None:
    """Run all jobs at once, over httpx2."""
    await _jobs(video_to_video.AsyncClient(base_url=url, token=TOKEN, http_client="httpx2"))


async def over_aiohttp(url: str) -> None:
    """Run all jobs at once, over aiohttp."""
    await _jobs(video_to_video.AsyncClient(base_url=url, token=TOKEN, http_client="aiohttp"))


async def _jobs(new_client: AbstractAsyncContextManager[video_to_video.AsyncClient]) -> None:
    async with new_client as client:
        await asyncio.gather(*(client.run(**INPUTS) for _ in range(JOBS)))


def rows() -> list[Row]:
    """Return the rows of all libraries, in wall time, and of waiting."""
    with serving() as url:
        runners: dict[str, Jobs] = {
            "by hand": by_hand,
            "over httpx": over_httpx,
            "over httpx2": over_httpx2,
            "over aiohttp": over_aiohttp,
        }
        samples = {name: _timed(jobs, url) for name, jobs in runners.items()}
        times = interleaved(samples, ROUNDS)
    name, hand = f"{JOBS:,} jobs at once", times["by hand"]
    return [
        row(f"{name}, over httpx by hand", times["over httpx"], hand, LIMIT),
        row(f"{name}, over httpx2", times["over httpx2"], hand, HTTPX2_LIMIT),
        row(f"{name}, over aiohttp", times["over aiohttp"], hand, AIOHTTP_LIMIT),
        waiting(),
    ]


def waiting() -> Row:
    """Return the row for the CPU time of jobs that are only waited for.

    Each is polled every five seconds, as a job that takes long is.
    """
    with serving("in_progress") as url:
        cpu = time.process_time()
        asyncio.run(_wait(url))
        spent = time.process_time() - cpu
    name = f"CPU of {JOBS:,} waiting jobs, over aiohttp, of one processor"
    return Row(name, f"{spent:.3g} s", f"{WAIT} s", 100 * spent / WAIT, None, "%")


async def _wait(url: str) -> None:
    new_client = video_to_video.AsyncClient(
        base_url=url, token=TOKEN, http_client="aiohttp", poll_first=5
    )
    async with new_client as client:
        requests = [client.request(f"job-{number}") for number in range(JOBS)]
        waits = [asyncio.ensure_future(request.wait()) for request in requests]
        await asyncio.wait(waits, timeout=WAIT)
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)


def _timed(jobs: Jobs, url: str) -> Sample:
    def sample() -> float:
        start = time.perf_counter()
        asyncio.run(_awaited(jobs(url)))
        return (time.perf_counter() - start) * 1000

    return sample


async def _awaited(jobs: Awaitable[None]) -> None:
    await jobs


if __name__ == "__main__":
    print(table(rows()))
