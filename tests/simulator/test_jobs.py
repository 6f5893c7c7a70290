"""The course of jobs: cancellation, cost, final status, and time with a clock."""

from __future__ import annotations

from decimal import Decimal

import httpx
import pytest

from runcomfy_models import CancelOutcome, InsufficientBalanceError, JobCancelled, JobFailed
from runcomfy_models.testing import Course, Simulator
from tests.simulator.real_models import INPUTS, KLING, SUBMIT, Client

QUEUED, RUNNING, ENDED = Course(queued=9), Course(queued=0), Course(queued=0, running=0)


def test_each_generated_client_runs_a_job(client: Client, simulator: Simulator) -> None:
    result = client.run()
    assert (result.status, result.cost) == ("completed", Decimal("0.35"))
    assert result.output.video == f"{simulator.base_url}/files/{result.id}/video.mp4"
    assert len(result.output.images) == 2
    assert simulator.ledger.charged == Decimal("0.35")


def test_a_client_sees_every_change_of_status(client: Client, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=2, running=3))
    updates = client.side.all(client.submit().updates())
    assert [(update.status, update.queue_position) for update in updates] == [
        ("in_queue", 2),
        ("in_queue", 1),
        ("in_progress", None),
        ("completed", None),
    ]


@pytest.mark.parametrize(
    ("course", "outcome", "charged"),
    [
        (QUEUED, CancelOutcome.CANCELLED, "0"),
        (RUNNING, CancelOutcome.ALREADY_RUNNING, "0.35"),
        (ENDED, CancelOutcome.ALREADY_FINISHED, "0.35"),
    ],
)
def test_only_a_queued_job_can_be_cancelled(
    course: Course, outcome: CancelOutcome, charged: str, client: Client, simulator: Simulator
) -> None:
    simulator.jobs.next(course)
    assert client.do(client.submit().cancel()) is outcome
    assert simulator.ledger.charged == Decimal(charged)
    assert len(simulator.ledger.cancelled) == (outcome is CancelOutcome.CANCELLED)


def test_a_cancelled_job_has_ended(client: Client, simulator: Simulator) -> None:
    simulator.jobs.next(QUEUED)
    request = client.submit()
    client.do(request.cancel())
    with pytest.raises(JobCancelled):
        client.do(request.result())
    assert client.do(request.cancel()) is CancelOutcome.CANCELLED


@pytest.mark.parametrize(
    ("course", "ends"),
    [(QUEUED, False), (RUNNING, False), (ENDED, True), (Course(queued=1), False)],
)
def test_a_job_has_a_time_of_its_end_once_it_has_ended(
    course: Course, ends: bool, simulator: Simulator, http: httpx.Client
) -> None:
    simulator.jobs.next(course)
    http.post(SUBMIT, json=INPUTS[KLING])
    [job] = simulator.ledger.jobs
    document = http.get(f"/v1/requests/{job.id}/result").json()
    assert ("finished_at" in document) == ("created_at" in document) == ends
    assert job.ended == (job.finished_at is not None)


def test_a_job_may_fail(client: Client, simulator: Simulator) -> None:
    simulator.jobs.next(Course(end="failed", error="no face was found", error_code=500001))
    with pytest.raises(JobFailed, match="no face was found") as caught:
        client.run()
    assert caught.value.error_code == 500001
    assert simulator.ledger.charged == 0
    assert client.run(prompt="b").status == "completed"
    assert simulator.ledger.charged == Decimal("0.35")


def test_a_course_may_set_the_output(client: Client, simulator: Simulator) -> None:
    simulator.jobs.next(Course(output={"video": "https://example.com/v.mp4", "seed": 7}))
    output = client.run().output
    assert (output.video, output.image, output.seed) == ("https://example.com/v.mp4", None, 7)


def test_an_unreported_cost_is_none_and_not_zero(client: Client, simulator: Simulator) -> None:
    simulator.jobs.next(Course(cost=None), Course(cost=0.1), Course(cost=0))
    results = [client.run(prompt=str(number)) for number in range(3)]
    assert [result.cost for result in results] == [None, Decimal("0.1"), 0]
    assert simulator.ledger.charged == Decimal("0.1")


def test_a_job_beyond_the_balance_is_refused(client: Client, simulator: Simulator) -> None:
    simulator.jobs.balance = Decimal("0.80")
    simulator.jobs.course = QUEUED
    first = client.submit()
    client.submit(prompt="b")
    with pytest.raises(InsufficientBalanceError):
        client.submit(prompt="c")
    client.do(first.cancel())
    client.submit(prompt="c")
    assert simulator.ledger.charged == Decimal("0.70")


def test_a_refused_submission_uses_up_no_course() -> None:
    with Simulator(balance=0) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        simulator.jobs.next(Course(end="failed"))
        url = simulator.base_url + SUBMIT
        answer = httpx.post(url, headers=headers, json=INPUTS[KLING])
        assert (answer.status_code, answer.json()["error_code"]) == (402, 400002)
        simulator.jobs.balance = None
        httpx.post(url, headers=headers, json=INPUTS[KLING])
    assert simulator.ledger.jobs[0].course.end == "failed"


def test_with_a_clock_jobs_take_seconds() -> None:
    now = [100.0]
    course = Course(queued=3, running=10)
    with Simulator(course=course, clock=lambda: now[0]) as simulator:
        headers = {"Authorization": f"Bearer {simulator.token}"}
        with httpx.Client(base_url=simulator.base_url, headers=headers) as http:
            path = f"/v1/requests/{http.post(SUBMIT, json=INPUTS[KLING]).json()['request_id']}"
            states = []
            for now[0] in (100, 101.5, 103, 112.9, 113, 999):
                document = http.get(f"{path}/status").json()
                states.append((document["status"], document.get("queue_position")))
    assert states == [
        ("in_queue", 3),
        ("in_queue", 2),
        ("in_progress", None),
        ("in_progress", None),
        ("completed", None),
        ("completed", None),
    ]
    job = simulator.ledger.jobs[0]
    assert job.finished_at is not None
    assert (job.finished_at - job.created_at).total_seconds() == 13


def test_a_job_may_stay_in_the_queue_for_ever(http: httpx.Client, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=float("inf")))
    path = f"/v1/requests/{http.post(SUBMIT, json=INPUTS[KLING]).json()['request_id']}"
    for _ in range(20):
        assert http.get(f"{path}/status").json()["queue_position"] == 1
    assert http.post(f"{path}/cancel").json()["outcome"] == "cancelled"
    assert http.get(f"{path}/result").json()["status"] == "cancelled"
