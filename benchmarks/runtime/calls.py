"""`run()` on loopback, beside the same three calls by hand over httpx."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from benchmarks.rows import Row, Sample, interleaved, row, table
from benchmarks.runtime.peers import peers
from benchmarks.runtime.server import serving
from runcomfy_models.runwayml.runway_aleph import video_to_video

TOKEN = "tok-0123456789-secret"  # noqa: S105
HEADERS = {"Authorization": f"Bearer {TOKEN}"}
INPUTS: dict[str, Any] = {
    "prompt": "A lighthouse in the fog.",
    "video_url": "https://example.com/v.mp4",
    "ratio": "1280:720",
}
SUBMIT = f"/v1/models/{video_to_video.MODEL_ID}"
LIMIT = 1.25
RUNS, ROUNDS = 20, 40
"""Runs in one measurement, and the number of measurements."""


def by_hand(http: httpx.Client) -> Any:
    """Submit, ask for the status once, get the result: the code that needs no library."""
    submitted = http.post(SUBMIT, json=INPUTS)
    submitted.raise_for_status()
    request = f"/v1/requests/{submitted.json()['request_id']}"
    status = http.get(f"{request}/status")
    status.raise_for_status()
    assert status.json()["status"] == "completed"
    result = http.get(f"{request}/result", params={"include_cost": "true"})
    result.raise_for_status()
    return result.json()["output"]


async def by_hand_async(http: httpx.AsyncClient) -> Any:
    """Do the same as `by_hand`, asynchronously."""
    submitted = await http.post(SUBMIT, json=INPUTS)
    submitted.raise_for_status()
    request = f"/v1/requests/{submitted.json()['request_id']}"
    status = await http.get(f"{request}/status")
    status.raise_for_status()
    assert status.json()["status"] == "completed"
    result = await http.get(f"{request}/result", params={"include_cost": "true"})
    result.raise_for_status()
    return result.json()["output"]


def rows() -> list[Row]:
    """Return the rows of both sides, and of the clients of other services."""
    with serving() as url:
        return [*_sync_rows(url), *asyncio.run(_async_rows(url))]


def _sync_rows(url: str) -> list[Row]:
    with (
        httpx.Client(base_url=url, headers=HEADERS) as http,
        video_to_video.Client(base_url=url, token=TOKEN) as ours,
        peers() as others,
    ):
        runs = {"by hand": lambda: by_hand(http), "ours": lambda: ours.run(**INPUTS), **others}
        measurements = interleaved({name: _timed(run) for name, run in runs.items()}, ROUNDS)
    hand = measurements["by hand"]
    return [
        row("`run()`, sync, over httpx by hand", measurements["ours"], hand, LIMIT),
        *(row(f"{name} over httpx by hand", measurements[name], hand, None) for name in others),
    ]


def _timed(run: Callable[[], Any]) -> Sample:
    run()  # connections, and what is made once

    def sample() -> float:
        start = time.perf_counter()
        for _ in range(RUNS):
            run()
        return (time.perf_counter() - start) * 1000 / RUNS

    return sample


async def _async_rows(url: str) -> list[Row]:
    async with (
        httpx.AsyncClient(base_url=url, headers=HEADERS) as http,
        video_to_video.AsyncClient(base_url=url, token=TOKEN) as ours,
    ):
        hand: list[float] = []
        run: list[float] = []
        for _ in range(ROUNDS):
            hand.append(await _timed_async(lambda: by_hand_async(http)))
            run.append(await _timed_async(lambda: ours.run(**INPUTS)))
    return [row("`run()`, async, over httpx by hand", run[1:], hand[1:], LIMIT)]


async def _timed_async(run: Callable[[], Awaitable[Any]]) -> float:
    start = time.perf_counter()
    for _ in range(RUNS):
        await run()
    return (time.perf_counter() - start) * 1000 / RUNS


if __name__ == "__main__":
    print(table(rows()))
