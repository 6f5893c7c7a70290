"""The ledger: what was sent, queued and charged, and where the token went."""

from __future__ import annotations

import hashlib
import json

import httpx
import pytest

from runcomfy_models.testing import Simulator, faults
from runcomfy_models.testing.ledger import Submission
from tests.simulator.real_models import INPUTS, KLING, SUBMIT, Client


def test_a_submission_is_recorded_with_its_digest_and_its_job(
    simulator: Simulator, http: httpx.Client
) -> None:
    body = json.dumps(INPUTS[KLING]).encode()
    simulator.faults.submit(None, faults.lost_answer(), faults.too_many_requests())
    http.post(SUBMIT, content=body)
    with pytest.raises(httpx.TransportError):
        http.post(SUBMIT, content=body)
    http.post(SUBMIT, content=body)
    recorded = simulator.ledger.submissions
    assert {submission.digest for submission in recorded} == {hashlib.sha256(body).hexdigest()}
    assert {submission.model_id for submission in recorded} == {KLING}
    assert [submission.request_id for submission in recorded] == ["sim-000001", None, None]
    assert [submission.status for submission in recorded] == [200, None, 429]
    assert [submission.job and submission.job.id for submission in recorded] == [
        "sim-000001",
        "sim-000002",
        None,
    ]
    assert [job.id for job in simulator.ledger.untold] == ["sim-000002"]


def test_paying_twice_for_the_same_inputs_is_detected(
    simulator: Simulator, http: httpx.Client
) -> None:
    http.post(SUBMIT, json=INPUTS[KLING])
    simulator.ledger.assert_nothing_paid_twice()
    http.post(SUBMIT, json={**INPUTS[KLING], "prompt": "another"})
    simulator.ledger.assert_nothing_paid_twice()
    http.post(SUBMIT, json=INPUTS[KLING])
    with pytest.raises(AssertionError, match="image-to-video as sim-000001, sim-000003"):
        simulator.ledger.assert_nothing_paid_twice()
    http.post("/v1/requests/sim-000003/cancel")
    simulator.ledger.assert_nothing_paid_twice()


@pytest.mark.parametrize(
    "fault",
    [faults.drop(), faults.lost_answer(), faults.server_error(500), faults.error_code()],
)
def test_repeating_a_submission_that_may_have_been_accepted_is_detected(
    fault: faults.Fault, simulator: Simulator, http: httpx.Client
) -> None:
    """It is detected even if the first one was not accepted: the sender could not know."""
    simulator.faults.submit(fault)
    for _ in range(2):
        try:
            http.post(SUBMIT, json=INPUTS[KLING])
        except httpx.TransportError:
            simulator.ledger.assert_nothing_sent_again()
    with pytest.raises(AssertionError, match="may have been accepted"):
        simulator.ledger.assert_nothing_sent_again()


@pytest.mark.parametrize(
    ("status", "is_refusal"),
    [
        *((code, True) for code in (400, 401, 402, 404, 413, 415, 422, 429, 498)),
        *((code, False) for code in (399, 408, 499, 500, 503)),
    ],
)
def test_only_a_refusal_may_be_followed_by_the_same_body(
    status: int, is_refusal: bool, simulator: Simulator
) -> None:
    for _ in range(2):
        submission = Submission("acme/one", "digest")
        submission.answered(status, b"{}")
        simulator.ledger.submissions.append(submission)
    if is_refusal:
        simulator.ledger.assert_nothing_sent_again()
    else:
        with pytest.raises(AssertionError, match="may have been accepted"):
            simulator.ledger.assert_nothing_sent_again()


def test_a_token_sent_with_a_download_is_detected(simulator: Simulator, http: httpx.Client) -> None:
    http.get("/v1/models")
    httpx.get(f"{simulator.other_url}/v1/models")
    simulator.ledger.assert_token_stayed_home()
    http.get("/files/sim-000001/a.png")
    with pytest.raises(AssertionError, match="/files/sim-000001/a"):
        simulator.ledger.assert_token_stayed_home()


def test_a_token_sent_to_the_other_origin_is_detected(
    simulator: Simulator, http: httpx.Client
) -> None:
    http.get(f"{simulator.other_url}/v1/models")
    with pytest.raises(AssertionError, match="token was sent to http://127"):
        simulator.ledger.assert_token_stayed_home()


def test_every_call_is_recorded_with_its_outcome(simulator: Simulator, http: httpx.Client) -> None:
    simulator.faults.models(None, faults.server_error(502), faults.drop())
    http.get("/v1/models?limit=1")
    http.get("/v1/models")
    with pytest.raises(httpx.TransportError):
        http.get("/v1/models")
    http.get("/nowhere%0A")
    assert [str(call) for call in simulator.ledger.calls] == [
        "GET /v1/models?limit=1 200",
        "GET /v1/models 502  (HTTP 502)",
        "GET /v1/models no answer  (reset after the body was read)",
        "GET /nowhere%0A 404",
    ]
    assert {call.authorization for call in simulator.ledger.calls} == {f"Bearer {simulator.token}"}


def test_the_ledger_does_not_show_the_token(client: Client, simulator: Simulator) -> None:
    client.run()
    text = repr(simulator.ledger.calls) + "".join(map(str, simulator.ledger.calls))
    assert simulator.token not in text
