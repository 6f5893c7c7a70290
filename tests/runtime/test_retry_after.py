"""Repeated calls: which failures may pass, the longest pause of a server, and what is logged."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from math import inf

import pytest

from runcomfy_models import ConnectionFailed, NotFoundError, RunComfyError, ServerError
from runcomfy_models._runtime.http.answers import read_retry_after
from runcomfy_models._runtime.http.calls import status_call
from runcomfy_models._runtime.http.retry import (
    Retries,
    is_not_yet,
    log_failure,
    server_pause,
)
from runcomfy_models._runtime.options import Options
from runcomfy_models._runtime.timing import MAX_SECONDS, Deadline
from tests.runtime.models import ManualClock

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CALL = status_call("acme/one", "r-1")
AT_ONE = "Thu, 01 Jan 2026 01:00:00 GMT"

HEADERS: list[tuple[str | None, str | None, float | None]] = [
    # Retry-After, Date, seconds
    (None, None, None),
    ("", None, None),
    ("0", None, 0),
    ("7", None, 7),
    (" 7 ", None, 7),
    ("7.5", None, 7.5),
    ("9" * 30, None, MAX_SECONDS),
    ("-7", None, None),
    ("7s", None, None),
    ("7.", None, None),
    ("\u0667", None, None),
    ("soon", None, None),
    (AT_ONE, None, 3600),
    ("Thu, 01 Jan 2026 01:00:00", None, 3600),
    ("Thu, 01 Jan 2015 01:00:00 GMT", None, 0),
    (AT_ONE, "Thu, 01 Jan 2026 00:59:50 GMT", 10),
    (AT_ONE, "soon", 3600),
    (AT_ONE, "Thu, 01 Jan 2026 01:00:01 GMT", 0),
    ("Thu, 01 Jan 2026 01:00:00 -0000", None, 3600),
    ("Thu, 01 Jan 2026 01:00:00 +0100", None, 0),
    ("Thu, 31 Dec 9999 23:59:59 GMT", None, MAX_SECONDS),
    ("Thu, 01 Jan 2026 01:00:00 +999999999999", None, None),
    ("Thu, 01 Jan 2026 01:00:00 -999999999999", None, None),
    (AT_ONE, "Thu, 01 Jan 2026 01:00:00 +999999999999", 3600),
]


@pytest.mark.parametrize(("header", "date", "seconds"), HEADERS)
def test_retry_after_is_read_as_seconds_or_as_a_date(
    header: str | None, date: str | None, seconds: float | None
) -> None:
    headers = {"Retry-After": header, "Date": date}
    present = {name: value for name, value in headers.items() if value is not None}
    assert read_retry_after(present, NOW) == seconds


def test_a_pause_is_limited_by_the_options() -> None:
    options = Options(retry_after_max=30)
    assert [server_pause(pause, options) for pause in (None, 0.0, 7, 30, 31)] == [0, 0, 7, 30, 30]


@pytest.mark.parametrize(
    ("status", "code", "may_pass"),
    [
        (404, None, True),
        (404, 404001, True),
        (409, None, True),
        (421, None, True),
        (425, None, True),
        (403, None, True),
        (403, 403001, False),
        (400, None, False),
        (410, None, False),
        (500, None, False),
        (None, None, False),
    ],
)
def test_some_statuses_mean_that_the_service_does_not_know_the_job_yet(
    status: int | None, code: int | None, may_pass: bool
) -> None:
    assert is_not_yet(RunComfyError("x", http_status=status, error_code=code)) == may_pass


def pauses(error: RunComfyError, fresh: bool = False, step: float = 0) -> int:
    """Return how often a call that ends in `error` is repeated, 99 times at most."""
    clock = ManualClock()
    known_after = Deadline(clock, 30) if fresh else None
    retries = Retries(Options(attempts=3), clock, Deadline(clock, inf), known_after)
    for count in range(99):
        try:
            retries.pause(error, CALL)
        except RunComfyError:
            return count
        clock.sleep(step)
    return 99


def test_a_call_is_repeated_for_as_long_as_it_may_succeed() -> None:
    missing = NotFoundError("x", http_status=404)
    assert pauses(missing) == 0
    assert pauses(missing, fresh=True) == 99
    assert pauses(missing, fresh=True, step=10) == 3
    assert pauses(ServerError("x", http_status=500)) == 99
    assert pauses(ConnectionFailed("x", sent=True)) == 99
    lasting = ConnectionFailed("x", sent=False, lasting=True)
    assert pauses(lasting) == 99
    assert pauses(lasting, step=10) == 6


def test_the_first_failure_is_information_and_others_are_warnings(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    for attempt in (1, 2, 3):
        log_failure(ServerError("oops"), CALL, attempt, 0.25)
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING", "WARNING"]
    assert caplog.messages[1] == f"GET {CALL.path}: attempt 2 failed: oops; next in 0.2 s"
