"""Polling: fast at first, then slower, tolerant of failures, and never longer than the wait."""

from __future__ import annotations

import random
from typing import Any

import pytest

from runcomfy_models import (
    AuthenticationError,
    ConnectionFailed,
    ResponseError,
    RunComfyError,
    ServerError,
    WaitTimeout,
)
from runcomfy_models._runtime.http.retry import backoff
from runcomfy_models._runtime.jobs.polling_pace import TICK, PollingPace
from runcomfy_models._runtime.options import Options
from runcomfy_models._runtime.timing import Timing
from tests.loopback import COMPLETED, REQUEST_ID, Loopback, Reply, status
from tests.runtime.models import ManualClock
from tests.runtime.side import Side

DONE = status("completed")


def run(side: Side, service: Loopback, **options: Any) -> Any:
    return side.do(side.client(service.url, **options).run(prompt="x"))


def test_pauses_start_short_and_grow_up_to_a_limit(side: Side, service: Loopback) -> None:
    service.status = [*[status("in_progress")] * 12, DONE]
    side.clock.dice = 0
    run(side, service)
    assert side.clock.pauses[:4] == [0.25, 0.375, 0.5625, 0.84375]
    assert side.clock.pauses[-3:] == [5, 5, 5]


def test_pauses_are_short_again_when_the_status_changes(side: Side, service: Loopback) -> None:
    service.status = [*[status("in_queue")] * 6, *[status("in_progress")] * 2, DONE]
    side.clock.dice = 0
    run(side, service)
    assert side.clock.pauses[5:] == [pytest.approx(0.25 * 1.5**5), 0.25, 0.375]


def test_jitter_only_shortens_a_pause() -> None:
    clock = ManualClock()
    for clock.dice in (0.0, 0.3, 1.0):
        pace = PollingPace(Options(poll_first=4, poll_max=4), clock)
        assert 3 <= pace.next() <= 4


@pytest.mark.parametrize("dice", [0, 0.1, 0.5, 0.77, 1])
@pytest.mark.parametrize("moment", [0, 0.1, 1234.56])
def test_long_pauses_end_at_common_moments(dice: float, moment: float) -> None:
    clock = ManualClock()
    clock.dice = dice
    clock.sleep(moment)
    pause = PollingPace(Options(poll_first=5), clock).next()
    assert 5 * 0.75 - TICK <= pause <= 5
    ticks = (clock.monotonic() + pause) / TICK
    assert ticks == pytest.approx(round(ticks))


def test_backoff_is_exponential_with_full_jitter_and_a_limit() -> None:
    clock = ManualClock()
    clock.dice = 1
    assert [backoff(attempt, clock, 0) for attempt in (1, 2, 3, 9, 9999)] == [0.5, 1, 2, 20, 20]
    clock.dice = 0
    assert backoff(5, clock, 0) == 0
    assert backoff(5, clock, 3) == 3


TRANSIENT = {
    "a broken connection": Reply(drop=True),
    "408": Reply(408, {}),
    "429": Reply(429, {}),
    "500": Reply(500, "oops"),
    "503": Reply(503, {"error_code": 500001}),
    "500001 under 200": Reply(200, {"error_code": 500001}),
    "a proxy's page under 200": Reply(200, "<html>"),
}


@pytest.mark.parametrize("reply", TRANSIENT.values(), ids=TRANSIENT.keys())
def test_a_job_survives_transient_failures_of_polls(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.status = [*[reply] * 3, status("in_queue"), *[reply] * 3, DONE]
    service.result = [*[reply] * 3, COMPLETED]
    assert run(side, service).id == REQUEST_ID
    assert len(service.submitted()) == 1


def test_retry_after_is_respected(side: Side, service: Loopback) -> None:
    service.status = [
        Reply(503, {}, {"Retry-After": "9"}),
        Reply(429, {}, {"Retry-After": "Thu, 01 Jan 2026 00:00:30 GMT"}),
        Reply(body=status("in_queue").body, headers={"Retry-After": "11"}),
        DONE,
    ]
    run(side, service)
    assert side.clock.pauses == [9, 21, 11]


def test_a_date_is_compared_with_the_clock_of_the_service(side: Side, service: Loopback) -> None:
    """This machine's clock is an hour behind."""
    headers = {"Date": "Thu, 01 Jan 2026 01:00:00 GMT"}
    headers["Retry-After"] = "Thu, 01 Jan 2026 01:00:02 GMT"
    service.status = [Reply(429, {}, headers), DONE]
    run(side, service)
    assert side.clock.pauses == [2]


def test_a_requested_pause_is_limited_and_is_in_the_updates(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    updates: list[Any] = []
    queued = status("in_queue").body
    service.status = [
        Reply(503, {}, {"Retry-After": "3000"}),
        Reply(body=queued, headers={"Retry-After": "50"}),
        Reply(body=queued, headers={"Retry-After": "3000"}),
        DONE,
    ]
    side.do(side.client(service.url, on_update=updates.append).run(prompt="x"))
    assert side.clock.pauses == [120, 50, 120]
    assert [update.retry_after for update in updates] == [50, 3000, None]
    assert "asks for a pause of 3000 s, which is limited to 120 s" in caplog.text


def test_too_long_a_pause_with_a_new_status_logs_a_warning(
    side: Side, service: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    queued = status("in_queue").body
    service.status = [Reply(body=queued, headers={"Retry-After": "3000"}), DONE]
    side.do(side.client(service.url).run(prompt="x"))
    assert "asks for a pause of 3000 s, which is limited to 120 s" in caplog.text


def test_two_polls_that_differ_only_in_the_pause_are_one_update(
    side: Side, service: Loopback
) -> None:
    updates: list[Any] = []
    queued = status("in_queue").body
    service.status = [
        *(Reply(body=queued, headers={"Retry-After": text}) for text in ("1", "2", "3")),
        DONE,
    ]
    side.do(side.client(service.url, on_update=updates.append).run(prompt="x"))
    assert [update.status for update in updates] == ["in_queue", "completed"]


NOT_YET = {
    **{str(code): Reply(code, {"message": "?"}) for code in (404, 409, 421, 425)},
    "404 with its code": Reply(404, {"error_code": 404001}),
    "403 of something else": Reply(403, "<html>challenge</html>"),
}


@pytest.mark.parametrize("reply", NOT_YET.values(), ids=NOT_YET)
def test_a_job_that_was_just_submitted_may_be_unknown_for_a_moment(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.status, service.result = [reply, reply, DONE], [reply, COMPLETED]
    assert run(side, service).id == REQUEST_ID
    service.status = [reply, DONE]
    client = side.client(service.url)
    request = side.do(client.submit(prompt="x"))
    assert side.do(request.wait()).ended


@pytest.mark.parametrize("reply", NOT_YET.values(), ids=NOT_YET)
def test_a_new_job_may_be_unknown_for_a_minute_at_most(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.status = [reply]
    with pytest.raises(RunComfyError) as caught:
        run(side, service)
    assert caught.value.http_status == reply.status
    assert 30 <= sum(side.clock.pauses) <= 50


@pytest.mark.parametrize("reply", NOT_YET.values(), ids=NOT_YET)
def test_a_job_given_by_its_id_has_to_exist(reply: Reply, side: Side, service: Loopback) -> None:
    service.status = [reply, DONE]
    with pytest.raises(RunComfyError) as caught:
        side.do(side.client(service.url).request(REQUEST_ID).wait())
    assert caught.value.http_status == reply.status
    assert side.clock.pauses == []


def test_a_job_that_outlives_its_wait_can_be_waited_for_again(
    side: Side, service: Loopback
) -> None:
    service.status = [status("in_progress")]
    client = side.client(service.url, wait_timeout=30)
    with pytest.raises(WaitTimeout, match=r"after 30 s; request .*: the job goes on") as caught:
        side.do(client.run(prompt="x"))
    assert sum(side.clock.pauses) == pytest.approx(30)
    service.status = [DONE]
    assert side.do(caught.value.request.result()).id == REQUEST_ID
    assert len(service.submitted()) == 1


@pytest.mark.parametrize("reply", [Reply(500, {}), Reply(drop=True)])
def test_an_unavailable_service_ends_the_wait_with_the_last_error(
    reply: Reply, side: Side, service: Loopback
) -> None:
    service.status = [reply]
    with pytest.raises(WaitTimeout, match="the last call failed") as caught:
        run(side, service, wait_timeout=60)
    assert isinstance(caught.value.__cause__, ServerError | ConnectionFailed)
    assert sum(side.clock.pauses) == pytest.approx(60)


def test_a_long_retry_after_does_not_outlast_the_wait(side: Side, service: Loopback) -> None:
    service.status = [Reply(503, {}, {"Retry-After": "9999999999"}), DONE]
    run(side, service, wait_timeout=60)
    assert side.clock.pauses == [60]


@pytest.mark.parametrize("timeout", [0, -1])
def test_a_wait_without_any_time_polls_once(timeout: float, side: Side, service: Loopback) -> None:
    service.status = [status("in_queue")]
    with pytest.raises(WaitTimeout):
        side.do(side.client(service.url).request(REQUEST_ID).wait(timeout=timeout))
    assert len(service.calls) == 1


def test_an_unknown_status_is_reported_once_and_is_not_final(side: Side, service: Loopback) -> None:
    service.status = [status("reticulating"), status("reticulating", queue_position=1), DONE]
    request = side.client(service.url).request(REQUEST_ID)
    with pytest.warns(UserWarning, match="reticulating") as warned:
        updates = side.all(request.updates())
    assert [update.status for update in updates] == ["reticulating", "reticulating", "completed"]
    assert len(warned) == 1


def test_waiting_with_an_unknown_status_is_limited(side: Side, service: Loopback) -> None:
    service.status = [status("reticulating")]
    with pytest.warns(UserWarning, match="reticulating"), pytest.raises(WaitTimeout):
        run(side, service, wait_timeout=60)


@pytest.mark.parametrize("name", ["completed", "succeeded"])
def test_both_names_of_a_completed_job_are_known(name: str, side: Side, service: Loopback) -> None:
    service.status = [status(name)]
    service.result = [Reply(body={**COMPLETED.body, "status": name})]
    assert run(side, service).status == name


def test_a_result_that_lags_behind_the_status_is_polled(side: Side, service: Loopback) -> None:
    service.result = [status("in_progress"), status("in_progress"), COMPLETED]
    assert run(side, service).id == REQUEST_ID


@pytest.mark.parametrize(
    ("reply", "kind", "polls"),
    [
        (Reply(401, {}), AuthenticationError, 1),
        (Reply(200, {"queue_position": 3}), ResponseError, 1),
        (Reply(200, {"status": ["completed"]}), ResponseError, 1),
        (Reply(200, "<html>"), ResponseError, 4),
    ],
)
def test_an_error_that_will_not_pass_ends_the_wait(
    reply: Reply, kind: type[Exception], polls: int, side: Side, service: Loopback
) -> None:
    service.status = [reply]
    with pytest.raises(kind) as caught:
        run(side, service)
    assert getattr(caught.value, "request_id", None) == REQUEST_ID
    assert len(service.calls) == 1 + polls


def test_a_status_call_gives_up_after_the_read_timeout(side: Side, service: Loopback) -> None:
    service.status = [Reply(500, {})]
    with pytest.raises(ServerError):
        side.do(side.client(service.url, read_timeout=8).request(REQUEST_ID).status())
    assert sum(side.clock.pauses) == pytest.approx(8)


def test_the_callback_is_called_for_each_change(side: Side, service: Loopback) -> None:
    service.status = [
        status("in_queue", queue_position=2),
        status("in_queue", queue_position=2),
        status("in_queue", queue_position=1),
        status("in_progress"),
        DONE,
    ]
    updates: list[tuple[str, int | None]] = []
    run(
        side,
        service,
        on_update=lambda update: updates.append((update.status, update.queue_position)),
    )
    assert updates == [("in_queue", 2), ("in_queue", 1), ("in_progress", None), ("completed", None)]


def test_the_real_clock_moves_on_and_random_numbers_are_in_range() -> None:
    timing = Timing()
    assert timing.monotonic() <= timing.monotonic()
    assert timing.now().utcoffset() is not None
    random.seed(1)
    assert all(0 <= timing.random() <= 1 for _ in range(9))
