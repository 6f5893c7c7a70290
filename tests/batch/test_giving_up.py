"""A job that a living process gives up is left to the other processes of its journal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from runcomfy_models import AsyncRunComfy, SubmissionUnknown
from runcomfy_models._runtime.batch.batch_job import BatchJob
from runcomfy_models.batch import AsyncBatch, Entry
from runcomfy_models.journal import Journal
from runcomfy_models.runwayml.runway_aleph import video_to_video
from runcomfy_models.testing import Course, Simulator, faults
from tests.journal.jobs import inputs

RUNNING, ENDED = 0.0, 100.0
"""Seconds on the service's clock: every job runs for ten."""

KEY: Any = {"key": "k", **inputs("x")}


class Service:
    """A service whose clock stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = RUNNING
        course = Course(queued=0, running=10, output={})
        self.simulator = Simulator(course=course, clock=lambda: self.now)

    def account(self, **options: Any) -> AsyncRunComfy:
        """Return an account that polls often."""
        account_options: Any = {"token": self.simulator.token, "base_url": self.simulator.base_url}
        return AsyncRunComfy(**account_options, poll_first=0.01, poll_max=0.05, **options)

    async def until_submitted(self) -> None:
        """Wait until a job was submitted."""
        while not self.simulator.ledger.jobs:
            await asyncio.sleep(0.01)


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()
    with service.simulator:
        yield service


async def finish_in_another_batch(service: Service, location: str) -> Entry:
    """Run the same key as another process would, after the job has ended."""
    service.now = ENDED
    async with (
        asyncio.timeout(20),
        service.account() as account,
        AsyncBatch(location, account=account) as batch,
    ):
        return await batch.one(video_to_video, **KEY)


async def cancelled_in_a_batch(service: Service, location: str) -> Entry:
    """As in a worker that was cancelled: its queue gives the job to another worker."""
    async with service.account() as account, AsyncBatch(location, account=account) as batch:
        task = asyncio.ensure_future(batch.one(video_to_video, **KEY))
        await service.until_submitted()
        task.cancel()
        await asyncio.wait([task])
        return await finish_in_another_batch(service, location)


async def failed_to_poll_in_a_batch(service: Service, location: str) -> Entry:
    service.simulator.faults.status(faults.error_code(401001, 401))
    async with service.account() as account, AsyncBatch(location, account=account) as batch:
        assert (await batch.one(video_to_video, **KEY)).state == "submitted"
        return await finish_in_another_batch(service, location)


async def submitted_by_a_client(service: Service, location: str) -> Entry:
    """A server may submit what a batch finishes."""
    journal = Journal(location)
    async with service.account(journal=journal) as account:
        client = video_to_video.AsyncClient(account).with_options(key="k")
        await client.submit(**inputs("x"))
        try:
            return await finish_in_another_batch(service, location)
        finally:
            journal.close()


async def settled_after_a_lost_answer(service: Service, location: str) -> Entry:
    service.simulator.faults.submit(faults.lost_answer())
    journal = Journal(location)
    async with service.account(journal=journal) as account:
        client = video_to_video.AsyncClient(account).with_options(key="k")
        with pytest.raises(SubmissionUnknown):
            await client.submit(**inputs("x"))
        journal.settle("k", request_id=service.simulator.ledger.jobs[0].id)
        try:
            return await finish_in_another_batch(service, location)
        finally:
            journal.close()


@pytest.mark.parametrize(
    "give_up",
    [
        cancelled_in_a_batch,
        failed_to_poll_in_a_batch,
        submitted_by_a_client,
        settled_after_a_lost_answer,
    ],
)
def test_another_process_finishes_a_job_that_a_living_one_gave_up(
    give_up: Callable[[Service, str], Coroutine[Any, Any, Entry]], service: Service, location: str
) -> None:
    entry = asyncio.run(give_up(service, location))
    assert entry.state == "done"
    assert len(service.simulator.ledger.submissions) == 1


def test_a_job_may_be_given_up_when_its_journal_is_closed(location: str) -> None:
    """Otherwise, the callback of a task that ends late would raise, and the run would never end."""
    journal = Journal(location)
    journal.close()
    nothing: Any = None
    BatchJob("k", journal, nothing, nothing).leave()
