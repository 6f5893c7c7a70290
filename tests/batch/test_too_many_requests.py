"""HTTP 429 makes a batch slower, and stops it when no job is accepted for long."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from runcomfy_models import InsufficientBalanceError, RateLimitError, RunComfy
from runcomfy_models._runtime.http.calls import status_call
from runcomfy_models._runtime.http.retry import log_failure
from runcomfy_models.testing import faults
from tests.batch.table import Table


def account(table: Table, **options: Any) -> RunComfy:
    account_options: Any = {"token": table.simulator.token, "base_url": table.simulator.base_url}
    return RunComfy(**account_options, poll_first=0.01, **options)


def assert_the_next_run_finishes(table: Table) -> None:
    table.simulator.faults.clear()
    assert table.run(["k"])["k"].state == "done"
    table.simulator.ledger.assert_nothing_paid_twice()


def test_a_pause_beyond_the_wait_timeout_stops_the_run(table: Table) -> None:
    table.simulator.faults.submit(faults.too_many_requests(retry_after=86400))
    with (
        table.batch(["k"], account=account(table, retry_after_max=2)) as batch,
        pytest.raises(RateLimitError, match="asks to wait 86400 s"),
    ):
        list(batch.run())
    assert table.sent == 1
    assert_the_next_run_finishes(table)


def test_a_run_stops_once_no_job_was_accepted_for_the_wait_timeout(table: Table) -> None:
    table.simulator.faults.submit(*[faults.too_many_requests(retry_after=0)] * 500)
    with (
        table.batch(["k"], account=account(table, wait_timeout=0.5)) as batch,
        pytest.raises(RateLimitError),
    ):
        list(batch.run())
    assert table.states() == {"planned": 1}
    assert_the_next_run_finishes(table)


def test_an_error_code_takes_precedence_over_the_status(table: Table) -> None:
    table.simulator.faults.submit(*[faults.error_code(400002, 429)] * 5)
    with table.batch(["k"]) as batch, pytest.raises(InsufficientBalanceError):
        list(batch.run())
    assert table.sent == 1


@pytest.mark.parametrize(("pause", "level"), [(1.0, logging.INFO), (60.0, logging.WARNING)])
def test_a_long_pause_is_a_warning_at_once(
    pause: float, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "runcomfy_models")
    log_failure(RateLimitError("HTTP 429"), status_call("some/model", "req-1"), 1, pause)
    assert [record.levelno for record in caplog.records] == [level]
