"""Hundreds of simultaneous jobs on a service with faults: none lost, none paid twice."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from random import Random

import pytest

from runcomfy_models import (
    AsyncRequest,
    AsyncResult,
    RunComfyError,
    SubmissionUnknown,
)
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator
from tests.platforms import needs_posix

if sys.platform != "win32":
    import resource

JOBS = 1000 if os.environ.get("SOAK") else 300
FAULTY = 0.05
"""Share of calls that meet a fault."""

MORE_MEMORY = 200 * 2**20
"""Bytes of memory that client and simulator may take together at their peak."""

Outcome = AsyncResult[video_to_video.Output] | RunComfyError


async def job(client: video_to_video.AsyncClient, number: int) -> Outcome:
    """Run a job with unique inputs; anything but a typed error fails the test."""
    try:
        return await client.run(
            prompt=f"{number}", video_url="https://example.com/v.mp4", ratio="1280:720"
        )
    except RunComfyError as error:
        return error


async def soak(simulator: Simulator) -> list[Outcome]:
    async with video_to_video.AsyncClient(
        token=simulator.token,
        base_url=simulator.base_url,
        poll_first=0.05,
        poll_max=0.2,
        attempts=8,
    ) as client:
        return await asyncio.gather(*(job(client, number) for number in range(JOBS)))


def peak_memory() -> int:
    """Return the bytes of memory that this process has used at its peak."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@needs_posix("measure of a process's memory in the standard library")
@pytest.mark.timeout(600)  # seconds, unless the machine is busy
@pytest.mark.filterwarnings("ignore:unknown status")
def test_jobs_with_faults_complete_or_raise_typed_errors(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(
        logging.ERROR, "runcomfy_models"
    )  # a log record would keep its error in memory
    before = peak_memory()
    with Simulator(course=Course(queued=0, running=1)) as simulator:
        simulator.faults.by_chance(FAULTY, Random(7))  # noqa: S311
        outcomes = asyncio.run(soak(simulator))
        ledger = simulator.ledger
    results = [outcome for outcome in outcomes if isinstance(outcome, AsyncResult)]
    errors = [outcome for outcome in outcomes if isinstance(outcome, RunComfyError)]
    unknown = [error for error in errors if isinstance(error, SubmissionUnknown)]

    faulty = [call for call in ledger.calls if call.fault]
    assert len(faulty) > JOBS * FAULTY
    assert len(results) + len(errors) == JOBS
    assert len(results) > JOBS * 0.9

    ledger.assert_nothing_paid_twice()
    ledger.assert_nothing_sent_again()
    ledger.assert_token_stayed_home()

    known_ids = {result.id for result in results} | {error.request_id for error in errors} - {None}
    unanswered = {job.id for job in ledger.jobs} - known_ids
    assert unanswered == {job.id for job in ledger.untold}
    digests = {error.digest for error in unknown}
    assert {job.digest for job in ledger.untold} <= digests
    assert errors == unknown, "every fault but a lost submission is transient"

    del results, errors, unknown, outcomes
    gc.collect()
    assert not [item for item in gc.get_objects() if type(item) is AsyncRequest]
    assert peak_memory() - before < MORE_MEMORY
