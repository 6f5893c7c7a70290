"""A submission is repeated only if it certainly was not accepted."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from typing import Any

import pytest

from runcomfy_models import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    RunComfyError,
    SubmissionUnknown,
)
from tests.loopback import SUBMITTED, Call, Loopback, Reply, serving
from tests.runtime.models import MODEL_ID
from tests.runtime.side import EVERY_TRANSPORT, Side

pytestmark = EVERY_TRANSPORT

LOST_ANSWERS = {
    "the connection breaks after the body was read": Reply(drop=True),
    "the answer is cut": Reply(body=SUBMITTED.body, headers={"Content-Length": "9999"}),
    "the answer is not what its encoding says": Reply(
        body="x", headers={"Content-Encoding": "gzip"}
    ),
    "HTTP 500": Reply(500, {"message": "oops"}),
    "HTTP 502 from a proxy": Reply(502, "<html>"),
    "HTTP 503 with Retry-After": Reply(503, {}, {"Retry-After": "1"}),
    "HTTP 503 with an unknown error_code": Reply(503, {"error_code": 777001}),
    "HTTP 503 with an error_code that is not a number": Reply(503, {"error_code": "E7"}),
    "HTTP 408": Reply(408, {}),
    "HTTP 499": Reply(499, "<html>"),
    "an internal error under HTTP 400": Reply(400, {"error_code": 500001}),
    "an error_code under HTTP 200": Reply(200, {"error_code": 500001, "request_id": "req-1"}),
    "an unknown error_code under HTTP 200": Reply(200, {"error_code": 777001}),
    "an error_code that is not a number": Reply(200, {"error_code": "E7", "request_id": "req-1"}),
    "half a JSON": Reply(200, '{"request_id": "re'),
    "JSON that is nested too deep": Reply(200, "[" * 100_000),
    "a number with too many digits": Reply(200, '{"request_id": ' + "1" * 5000 + "}"),
    "a list": Reply(200, [SUBMITTED.body]),
    "nothing": Reply(200, ""),
    "no request_id": Reply(200, {"status": "in_queue"}),
    "a request_id that is a number": Reply(200, {"request_id": 7}),
    "a request_id that leads elsewhere": Reply(200, {"request_id": "../../v1/models/x"}),
    "a request_id that is too long": Reply(200, {"request_id": "a" * 129}),
    "a redirect": Reply(307, {}, {"Location": "/v1/models/other"}),
    "an unknown charset": Reply(200, "x", {"Content-Type": "text/plain; charset=hex"}),
}
"""Answers after which it is unknown whether the job was queued."""


@pytest.mark.parametrize("reply", LOST_ANSWERS.values(), ids=LOST_ANSWERS.keys())
def test_a_lost_answer_raises_submission_unknown_and_is_not_repeated(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.submit = [reply, SUBMITTED]
    with pytest.raises(SubmissionUnknown, match="not sent again") as caught:
        side.do(side.client(service.url).run(prompt="für"))
    assert len(service.submitted()) == 1
    assert caught.value.model_id == MODEL_ID
    assert caught.value.digest == digest(service.submitted()[0])
    assert caught.value.sent_at == side.clock.now()


def digest(call: Call) -> str:
    """Return the SHA-256 of the body of a call."""
    return hashlib.sha256(json.dumps(call.body, ensure_ascii=False).encode()).hexdigest()


def test_a_slow_answer_raises_submission_unknown_and_is_not_repeated(side: Side) -> None:
    class Slow(Loopback):
        def answer(self, call: Call) -> Reply:
            super().answer(call)
            released.wait(60)
            return Reply(drop=True)  # the client has closed the connection

    released = threading.Event()
    with serving(Slow()) as service:
        with pytest.raises(SubmissionUnknown, match=r"ReadTimeout|nothing arrived for 1 s"):
            side.do(side.client(service.url, read_timeout=1).submit(prompt="x"))
        released.set()
        assert len(service.submitted()) == 1


def test_the_error_keeps_the_message_of_the_service(side: Side, service: Loopback) -> None:
    service.submit = [Reply(500, {"error_code": 500001, "message": "disk full"})]
    with pytest.raises(SubmissionUnknown, match="disk full") as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    error = caught.value
    assert (error.http_status, error.error_code, error.server_message) == (
        500,
        500001,
        "disk full",
    )


def test_429_is_repeated_after_the_requested_pause(side: Side, service: Loopback) -> None:
    service.submit = [Reply(429, {}, {"Retry-After": "7"}), Reply(429, {}), SUBMITTED]
    assert side.do(side.client(service.url).submit(prompt="x")).id == "req-1"
    assert len(service.submitted()) == 3
    assert side.clock.pauses == [7, 0.5]


@pytest.mark.parametrize("code", [500001, 777001, "E7"])
def test_429_is_repeated_with_any_error_code(code: Any, side: Side, service: Loopback) -> None:
    service.submit = [Reply(429, {"error_code": code}), SUBMITTED]
    assert side.do(side.client(service.url).submit(prompt="x")).id == "req-1"
    assert len(service.submitted()) == 2


def test_429_is_repeated_a_limited_number_of_times(side: Side, service: Loopback) -> None:
    service.submit = [Reply(429, {}, {"Retry-After": "7"})]
    with pytest.raises(RateLimitError) as caught:
        side.do(side.client(service.url, attempts=3).submit(prompt="x"))
    assert len(service.submitted()) == 3
    assert caught.value.retry_after == 7
    text = "HTTP 429: the service asks to wait 7 s; tried 3 times in 14 s"
    assert str(caught.value) == text


def test_a_pause_longer_than_the_wait_is_not_started(side: Side, service: Loopback) -> None:
    service.submit = [Reply(429, {}, {"Retry-After": "3601"})]
    with pytest.raises(RateLimitError):
        side.do(side.client(service.url).submit(prompt="x"))
    assert side.clock.pauses == []


def test_a_failed_connection_is_tried_again(side: Side) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ConnectionFailed) as caught:
        side.do(side.client(f"http://127.0.0.1:{port}").submit(prompt="x"))
    assert not caught.value.sent
    assert side.clock.pauses == [0.25, 0.5, 1.0]


REFUSED: dict[str, tuple[Reply, type[RunComfyError]]] = {
    "balance, under HTTP 400": (Reply(400, {"error_code": 400002}), InsufficientBalanceError),
    "balance, under HTTP 429": (Reply(429, {"error_code": 400002}), InsufficientBalanceError),
    "balance, under HTTP 200": (Reply(200, {"error_code": 400002}), InsufficientBalanceError),
    "balance, under HTTP 500": (Reply(500, {"error_code": 400002}), InsufficientBalanceError),
    "balance, under HTTP 408": (Reply(408, {"error_code": 400002}), InsufficientBalanceError),
    "balance, by status": (Reply(402, {}), InsufficientBalanceError),
    "token, under HTTP 503": (Reply(503, {"error_code": 401001}), AuthenticationError),
    "token, under HTTP 400": (Reply(400, {"error_code": "400004"}), AuthenticationError),
    "token, by status": (Reply(401, "<html>"), AuthenticationError),
    "permission": (Reply(403, {}), PermissionDeniedError),
    "unknown model": (Reply(404, {"error_code": 404001}), NotFoundError),
    "wrong input": (Reply(422, {"error_code": 422001}), InvalidInputError),
    "wrong input, under HTTP 502": (Reply(502, {"error_code": 422001}), InvalidInputError),
    "too large": (Reply(413, "<html>"), ResponseError),
    "gone": (Reply(410, {"message": "no more"}), ResponseError),
}


@pytest.mark.parametrize(("reply", "kind"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_raises_its_error_and_is_not_repeated(
    reply: Reply, kind: type[RunComfyError], side: Side, service: Loopback
) -> None:
    service.submit = [reply, SUBMITTED]
    with pytest.raises(kind) as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    assert type(caught.value) is kind
    assert len(service.submitted()) == 1


def test_a_passed_in_http_client_does_not_repeat_a_submission(
    side: Side, service: Loopback
) -> None:
    """By itself, it would answer the digest challenge and follow the redirect."""
    service.submit = [
        Reply(401, {}, {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}),
        Reply(307, {}, {"Location": f"{service.url}/v1/models/other"}),
    ]
    http = side.http_client(auth=side.library.DigestAuth("user", "word"), follow_redirects=True)
    client = side.client(service.url, http_client=http)
    for kind in (AuthenticationError, SubmissionUnknown):
        with pytest.raises(kind):
            side.do(client.submit(prompt="x"))
    assert len(service.submitted()) == 2
    assert all(call.authorization.startswith("Bearer ") for call in service.calls)


@pytest.mark.parametrize("inputs", [{"prompt": 3}, {"prompt": "x", "steps": 51}])
def test_invalid_inputs_are_never_sent(inputs: Any, side: Side, service: Loopback) -> None:
    with pytest.raises(InvalidInputError):
        side.do(side.client(service.url).run(**inputs))
    assert service.calls == []
