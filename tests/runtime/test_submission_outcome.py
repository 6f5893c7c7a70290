"""The error of a submission decides whether a job may be queued, and whether it is sent again."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from runcomfy_models import (
    AuthenticationError,
    ConnectionFailed,
    InsufficientBalanceError,
    InvalidInputError,
    RateLimitError,
    ResponseError,
    RunComfyError,
    ServerError,
)
from runcomfy_models._runtime.http import calls
from runcomfy_models._runtime.http.answers import Answer
from runcomfy_models._runtime.http.calls import submit_call
from runcomfy_models._runtime.http.request_ids import is_request_id, possible_request_ids
from runcomfy_models._runtime.http.submission import (
    may_be_queued,
    may_be_sent_again,
    submission_unknown,
)

ERRORS: list[tuple[RunComfyError, bool, bool]] = [
    # error, whether the job may be queued, whether the submission is sent again
    (ConnectionFailed("x", sent=False), False, True),
    (ConnectionFailed("x", sent=True), True, False),
    (RateLimitError("x", http_status=429), False, True),
    (ServerError("x", http_status=429), False, True),
    (InsufficientBalanceError("x", http_status=429), False, False),
    (ServerError("x", http_status=500), True, False),
    (ServerError("x", http_status=408), True, False),
    (ServerError("x", http_status=400), True, False),
    (ResponseError("x", http_status=200), True, False),
    (ResponseError("x", http_status=307), True, False),
    (ResponseError("x", http_status=399), True, False),
    (ResponseError("x", http_status=400), False, False),
    (ResponseError("x", http_status=410), False, False),
    (ResponseError("x", http_status=499), False, False),
    (ResponseError("x", http_status=500), True, False),
    (InvalidInputError("x", http_status=422), False, False),
    (AuthenticationError("x", http_status=503), False, False),
]


@pytest.mark.parametrize(("error", "is_queued", "is_retried"), ERRORS)
def test_the_error_decides_whether_a_job_may_be_queued_and_is_retried(
    error: RunComfyError, is_queued: bool, is_retried: bool
) -> None:
    assert (may_be_queued(error), may_be_sent_again(error)) == (is_queued, is_retried)


def test_an_unknown_submission_has_all_facts() -> None:
    call = submit_call("acme/one", {"prompt": "x"})
    failed = ServerError("oops", http_status=502, error_code=7, server_message="down")
    sent_at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    error = submission_unknown(failed, call, sent_at, Answer(502, '{"id": "r-1", "job_id": "r-2"}'))
    digest = hashlib.sha256(b'{"prompt": "x"}').hexdigest()
    assert str(error) == (
        "acme/one: whether the job was queued is unknown (oops), so it was not sent again; "
        "the answer may contain its id: try client.request('r-1') or client.request('r-2'); "
        f"it was sent at 2026-01-02T03:04:05Z, the SHA-256 of its body is {digest}"
    )
    assert (error.http_status, error.error_code, error.server_message) == (502, 7, "down")
    assert (error.digest, error.sent_at) == (digest, sent_at)
    assert error.possible_request_ids == ("r-1", "r-2")
    assert (error.model_id, error.request_id) == ("acme/one", None)


def test_an_unknown_submission_without_an_answer_offers_no_id() -> None:
    call = submit_call("acme/one", {})
    error = submission_unknown(RunComfyError("x"), call, datetime.now(UTC), None)
    assert (error.body, error.possible_request_ids) == ("", ())
    assert "try" not in str(error)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"request_id": "a"}', ("a",)),
        ('{"requestId": "a"}', ("a",)),
        ('{"job_id": "a"}', ("a",)),
        ('{"taskId": "a"}', ("a",)),
        ('{"prediction_id": "a"}', ("a",)),
        ('{"run_id": "a"}', ("a",)),
        ('{"ID": 12}', ("12",)),
        ("id=a&x=b", ("a",)),
        ("id: a-b_c", ("a-b_c",)),
        ("https://x/v1/requests/a/status", ("a",)),
        ('{"id": "a", "url": "https://x/requests/b"}', ("a", "b")),
        ('{"id": "a", "request_id": "a"}', ("a",)),
        ("", ()),
        ('{"status": "in_queue"}', ()),
        ("\n".join(f"id={number}" for number in range(11)), tuple("0123456789")),
    ],
)
def test_all_possible_request_ids_are_found(text: str, ids: tuple[str, ...]) -> None:
    assert possible_request_ids(text) == ids


@pytest.mark.parametrize(
    ("value", "is_id"),
    [
        ("a", True),
        ("A-b_9", True),
        ("a" * 128, True),
        ("a" * 129, False),
        ("", False),
        ("a b", False),
        ("a/b", False),
        ("a\n", False),
        ("\u00e4", False),
        (5, False),
        (None, False),
    ],
)
def test_a_request_id_has_letters_digits_and_dashes(value: object, is_id: bool) -> None:
    assert is_request_id(value) == is_id


def test_a_body_beyond_the_limit_is_refused_with_its_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls, "MAX_BODY", len(b'{"prompt": "x"}'))
    assert submit_call("acme/one", {"prompt": "x"}).body == b'{"prompt": "x"}'
    for payload in ({"prompt": "xy"}, {"prompt": float("nan")}, {"prompt": object()}):
        with pytest.raises(InvalidInputError, match="nothing was sent") as caught:
            submit_call("acme/one", payload)
        assert caught.value.model_id == "acme/one"
