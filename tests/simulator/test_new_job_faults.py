"""Faults around a new job, as a generated client handles them."""

from __future__ import annotations

import pytest

from runcomfy_models import ResponseError, SubmissionUnknown
from runcomfy_models.testing import Simulator, faults
from tests.simulator.real_models import KLING, Client


def test_an_id_in_another_place_is_reported(client: Client, simulator: Simulator) -> None:
    simulator.faults.submit(faults.moved_request_id())
    with pytest.raises(SubmissionUnknown) as caught:
        client.run()
    [job] = simulator.ledger.jobs
    assert job.id in caught.value.possible_request_ids
    assert job.id in str(caught.value)


def test_a_job_that_is_not_known_yet_is_waited_for(client: Client, simulator: Simulator) -> None:
    simulator.faults.status(faults.not_known_yet(), faults.not_known_yet())
    assert client.run().status == "completed"
    assert len(simulator.ledger.jobs) == 1


@pytest.mark.parametrize("status", [413, 415])
def test_an_early_refusal_of_a_body_is_reported_with_its_status(
    status: int, client: Client, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.refused_early(status))
    with pytest.raises(ResponseError) as caught:
        client.run()
    assert caught.value.http_status == status
    assert not simulator.ledger.jobs


@pytest.mark.parametrize("client", [KLING], indirect=True)
def test_an_early_refusal_of_a_large_body_is_reported_with_its_status(
    client: Client, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.refused_early(413))
    with pytest.raises(ResponseError) as caught:
        client.run(prompt="x" * 20_000_000)
    assert caught.value.http_status == 413
