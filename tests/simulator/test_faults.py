"""Each fault: what happens on the wire, and which error a client raises."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from http.client import HTTPConnection, IncompleteRead
from random import Random
from typing import Any

import httpx
import pytest

from runcomfy_models import (
    AuthenticationError,
    CancelOutcome,
    InsufficientBalanceError,
    RateLimitError,
    ResponseError,
    RunComfyError,
    SubmissionUnknown,
    WaitTimeout,
)
from runcomfy_models.testing import Course, Fault, Reply, Simulator, faults
from tests.simulator.real_models import INPUTS, KLING, SUBMIT, Client

WIRE: dict[str, tuple[Fault, type[Exception], int]] = {
    "before the body": (faults.drop(before=True), ConnectionResetError, 0),
    "after the body": (faults.drop(), ConnectionResetError, 0),
    "the answer is lost": (faults.lost_answer(), ConnectionResetError, 1),
    "the answer is cut": (faults.truncated(), IncompleteRead, 1),
    "the answer is slow": (faults.delay(60), TimeoutError, 1),
}


@pytest.mark.parametrize(("fault", "kind", "jobs"), WIRE.values(), ids=WIRE.keys())
def test_a_fault_breaks_the_connection_for_real(
    fault: Fault, kind: type[Exception], jobs: int, simulator: Simulator, http: httpx.Client
) -> None:
    """Checked with the standard library, which hides nothing."""
    simulator.faults.submit(fault)
    address = simulator.base_url.removeprefix("http://")
    timeout = 1 if fault.pause else 60
    with closing(HTTPConnection(address, timeout=timeout)) as connection, pytest.raises(kind):
        ask(connection, simulator.token)
    assert len(simulator.ledger.jobs) == len(simulator.ledger.untold) == jobs
    assert http.post(SUBMIT, json=INPUTS[KLING]).status_code == 200


def ask(connection: HTTPConnection, token: str) -> bytes:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection.request("POST", SUBMIT, json.dumps(INPUTS[KLING]), headers)
    return connection.getresponse().read()


def test_a_value_that_is_not_a_fault_or_course_is_refused(simulator: Simulator) -> None:
    wrong: Any = faults.drop  # not called
    with pytest.raises(TypeError, match=r"is not a fault, such as drop\(\) or None"):
        simulator.faults.submit(wrong)
    wrong = "failed"
    with pytest.raises(TypeError, match="'failed' is not a Course"):
        simulator.jobs.next(wrong)


def test_a_reset_before_the_body_records_no_submission(
    simulator: Simulator, http: httpx.Client
) -> None:
    simulator.faults.submit(faults.drop(before=True))
    with pytest.raises(httpx.TransportError):
        http.post(SUBMIT, content=b"a" * 2**24)
    assert simulator.ledger.submissions == []


ANSWERS: dict[str, tuple[Fault, int, str, int]] = {
    "429": (faults.too_many_requests(7), 429, "slow down", 0),
    "500": (faults.server_error(500, ""), 500, "", 0),
    "502": (faults.server_error(502, "<html>"), 502, "<html>", 0),
    "504 too late": (faults.server_error(504, "", carried_out=True), 504, "", 1),
    "bad JSON": (faults.bad_json(), 200, '{"request_id": "re', 1),
    "200 with error_code": (faults.error_code(), 200, '"error_code": 500001', 0),
    "402 with error_code": (faults.error_code(400002, 402), 402, '"error_code": 400002', 0),
    "no request_id": (faults.no_request_id(), 200, "status_url", 1),
    "an id elsewhere": (faults.moved_request_id(), 200, '{"data":{"request_id":', 1),
    "not known yet": (faults.not_known_yet(), 404, "not found", 0),
    "refused early": (faults.refused_early(), 413, "refused", 0),
    "a redirect": (faults.redirect(), 307, "", 0),
    "a custom fault": (Fault(name="418", instead=Reply(418, "teapot")), 418, "teapot", 1),
}


@pytest.mark.parametrize(("fault", "status", "text", "jobs"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_fault_changes_the_answer(
    fault: Fault, status: int, text: str, jobs: int, simulator: Simulator, http: httpx.Client
) -> None:
    simulator.faults.submit(fault)
    answer = http.post(SUBMIT, json=INPUTS[KLING])
    assert answer.status_code == status
    assert text in answer.text
    assert len(simulator.ledger.jobs) == jobs


def test_a_body_can_be_refused_before_it_is_read(simulator: Simulator, http: httpx.Client) -> None:
    simulator.faults.submit(faults.refused_early(413))
    assert http.post(SUBMIT, content=b"a" * 2**24).status_code == 413
    assert simulator.ledger.submissions == []
    assert http.post(SUBMIT, json=INPUTS[KLING]).status_code == 200


def test_a_body_that_was_refused_is_still_read_to_its_end(simulator: Simulator) -> None:
    """A connection that is closed with unread bytes is reset, and the answer with it."""
    simulator.faults.submit(faults.refused_early(413))
    host, _, port = simulator.base_url.removeprefix("http://").partition(":")
    head = f"POST {SUBMIT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {simulator.token}\r\n"
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(f"{head}Content-Length: {2**24}\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 413"
        connection.sendall(bytes(2**24))


def test_retry_after_is_sent_as_given(simulator: Simulator, http: httpx.Client) -> None:
    date = "Thu, 01 Jan 2026 00:00:30 GMT"
    simulator.faults.models(
        faults.too_many_requests(7),
        faults.too_many_requests(date),
        faults.too_many_requests(None),
        faults.server_error(503, retry_after=3),
    )
    answers = [http.get("/v1/models") for _ in range(4)]
    assert [answer.headers.get("Retry-After") for answer in answers] == ["7", date, None, "3"]


def test_wrong_urls_and_redirects_lead_to_the_other_origin(
    simulator: Simulator, http: httpx.Client
) -> None:
    simulator.faults.submit(faults.wrong_origin(), faults.redirect())
    document = http.post(SUBMIT, json=INPUTS[KLING]).json()
    request = f"/v1/requests/{document['request_id']}"
    assert document["status_url"] == f"{simulator.other_url}{request}/status"
    assert simulator.other_url != simulator.base_url
    moved = http.post(SUBMIT, json=INPUTS[KLING]).headers["Location"]
    assert moved == simulator.other_url + SUBMIT
    assert http.get(document["status_url"]).json()["status"] == "in_queue"
    assert simulator.ledger.calls[-1].origin == simulator.other_url


def test_a_script_is_followed_in_order_and_none_means_no_fault(
    simulator: Simulator, http: httpx.Client
) -> None:
    simulator.faults.models(faults.server_error(500), None, faults.server_error(502))
    simulator.faults.models(faults.server_error(504))
    statuses = [http.get("/v1/models").status_code for _ in range(5)]
    assert statuses == [500, 200, 502, 504, 200]


def test_faults_by_chance_follow_the_seed(http: httpx.Client, simulator: Simulator) -> None:
    def failed(seed: int) -> list[int]:
        simulator.faults.by_chance(0.3, Random(seed), "models", choices=(faults.server_error(),))
        statuses = [http.get("/v1/models/categories").status_code for _ in range(60)]
        return [number for number, status in enumerate(statuses) if status == 503]

    first = failed(1)
    assert 8 < len(first) < 30
    assert failed(1) == first != failed(2)
    simulator.faults.clear()
    assert http.get("/v1/models/categories").status_code == 200


UNKNOWN_OUTCOMES = {name: fault for name, (fault, _, _) in WIRE.items() if not fault.pause} | {
    "500": faults.server_error(500),
    "502": faults.server_error(502, "<html>"),
    "503": faults.server_error(503, ""),
    "504, accepted": faults.server_error(504, carried_out=True),
    "bad JSON": faults.bad_json(),
    "no request_id": faults.no_request_id(),
    "error_code under 200": faults.error_code(),
    "a redirect": faults.redirect(),
}


@pytest.mark.parametrize("fault", UNKNOWN_OUTCOMES.values(), ids=UNKNOWN_OUTCOMES.keys())
def test_a_client_reports_an_unknown_submission_and_does_not_repeat_it(
    fault: Fault, client: Client, simulator: Simulator
) -> None:
    simulator.faults.submit(fault)
    with pytest.raises(SubmissionUnknown) as caught:
        client.run()
    assert len(simulator.ledger.submissions) <= 1
    assert {job.digest for job in simulator.ledger.untold} <= {caught.value.digest}
    simulator.ledger.assert_nothing_sent_again()
    simulator.ledger.assert_token_stayed_home()


REFUSED: dict[str, tuple[Fault, type[RunComfyError]]] = {
    "token": (faults.error_code(400004, 400), AuthenticationError),
    "balance": (faults.error_code(400002, 402), InsufficientBalanceError),
    "balance under 200": (faults.error_code(400002), InsufficientBalanceError),
}


@pytest.mark.parametrize(("fault", "kind"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_submission_raises_a_definite_error(
    fault: Fault, kind: type[RunComfyError], client: Client, simulator: Simulator
) -> None:
    simulator.faults.submit(fault)
    with pytest.raises(kind):
        client.run()
    assert len(simulator.ledger.submissions) == 1


def test_a_client_waits_as_long_as_429_asks_and_submits_again(
    client: Client, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.too_many_requests(7), faults.too_many_requests(3))
    assert client.run().status == "completed"
    assert client.side.clock.pauses[:2] == [7, 3]
    assert len(simulator.ledger.jobs) == 1
    simulator.ledger.assert_nothing_sent_again()
    simulator.faults.submit(*[faults.too_many_requests()] * 9)
    with pytest.raises(RateLimitError):
        client.run(prompt="b")


TRANSIENT: dict[str, Fault] = {
    **{name: fault for name, (fault, _, _) in WIRE.items() if not fault.pause},
    "429": faults.too_many_requests(),
    "503": faults.server_error(503, ""),
    "bad JSON": faults.bad_json(),
    "error_code under 200": faults.error_code(),
    "URLs elsewhere": faults.wrong_origin(),
}


@pytest.mark.parametrize("fault", TRANSIENT.values(), ids=TRANSIENT.keys())
def test_a_job_survives_failed_polls(fault: Fault, client: Client, simulator: Simulator) -> None:
    simulator.faults.submit(faults.wrong_origin())
    simulator.faults.status(fault, None, fault)
    simulator.faults.result(fault, fault)
    assert client.run().status == "completed"
    assert len(simulator.ledger.jobs) == 1
    simulator.ledger.assert_token_stayed_home()


def test_an_unknown_status_causes_a_warning(client: Client, simulator: Simulator) -> None:
    simulator.faults.status(faults.unknown_status())
    with pytest.warns(UserWarning, match="reticulating"):
        assert client.run().status == "completed"


def test_a_redirect_of_a_poll_is_not_followed(client: Client, simulator: Simulator) -> None:
    simulator.faults.status(*[faults.redirect()] * 9)
    with pytest.raises(ResponseError, match="307"):
        client.run()
    simulator.ledger.assert_token_stayed_home()


@pytest.mark.parametrize(
    ("fault", "outcome", "charged"),
    [
        (faults.late_cancel(), CancelOutcome.ALREADY_RUNNING, True),
        (faults.late_cancel(requested=True), CancelOutcome.CANCELLATION_REQUESTED, True),
        (faults.lost_answer(), CancelOutcome.NOT_CONFIRMED, False),
        (faults.drop(), CancelOutcome.NOT_CONFIRMED, True),
        (faults.bad_json(), CancelOutcome.NOT_CONFIRMED, False),
    ],
)
def test_a_cancel_request_may_be_late_or_lost(
    fault: Fault, outcome: CancelOutcome, charged: bool, client: Client, simulator: Simulator
) -> None:
    simulator.jobs.next(Course(queued=9))
    request = client.submit()
    simulator.faults.cancel(fault)
    assert client.do(request.cancel()) is outcome
    assert bool(simulator.ledger.charged) is charged
    assert (simulator.ledger.jobs[0].status == "cancelled") is not charged


def test_a_client_stops_waiting_for_a_slow_service(simulator: Simulator) -> None:
    """The wait is real, so it is short; the simulator notices that the client has left."""
    from runcomfy_models.kling.kling_3_0.standard import image_to_video

    simulator.faults.submit(faults.delay(60))
    with (
        image_to_video.Client(
            base_url=simulator.base_url, token=simulator.token, read_timeout=1
        ) as client,
        pytest.raises(SubmissionUnknown),
    ):
        client.submit(**INPUTS[KLING])
    assert len(simulator.ledger.untold) == 1


def test_an_outage_ends_the_wait_and_not_the_job(client: Client, simulator: Simulator) -> None:
    request = client.submit()
    simulator.faults.status(*[faults.server_error(503)] * 999)
    with pytest.raises(WaitTimeout):
        client.do(request.result(timeout=60))
    simulator.faults.clear()
    assert client.do(request.result()).status == "completed"


@pytest.mark.filterwarnings("ignore:unknown status")
def test_with_random_faults_each_run_ends_in_a_result_or_a_typed_error(
    client: Client, simulator: Simulator
) -> None:
    simulator.faults.by_chance(0.3, Random(5))
    outcomes: dict[str, list[Any]] = {"completed": [], "unknown": []}
    for number in range(30):
        try:
            outcomes["completed"].append(client.run(prompt=str(number)).id)
        except SubmissionUnknown as error:
            outcomes["unknown"].append(error.digest)
    untold = {job.id for job in simulator.ledger.untold}
    assert set(outcomes["completed"]) == {job.id for job in simulator.ledger.jobs} - untold
    assert {job.digest for job in simulator.ledger.untold} <= set(outcomes["unknown"])
    simulator.ledger.assert_nothing_paid_twice()
    simulator.ledger.assert_nothing_sent_again()
    simulator.ledger.assert_token_stayed_home()
