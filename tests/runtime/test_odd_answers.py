"""An answer to the paid call that is not quite as documented does not lose the job's id."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runcomfy_models import SubmissionUnknown
from tests.loopback import REQUEST_ID, SUBMITTED, Loopback, Reply
from tests.runtime.side import EVERY_TRANSPORT, TOKEN, Side

pytestmark = EVERY_TRANSPORT

ELSEWHERE: dict[str, tuple[Any, str]] = {
    "in an envelope": ({"data": {"request_id": "job-4711"}}, "job-4711"),
    "under another name": ({"id": "job-4711"}, "job-4711"),
    "in camel case": ({"requestId": "job-4711"}, "job-4711"),
    "a number": ({"request_id": 4711}, "4711"),
    "in a list": ([{"request_id": "job-4711"}], "job-4711"),
    "in a URL alone": ({"status_url": "https://x/v1/requests/job-4711/status"}, "job-4711"),
    "in text": ("queued as request_id=job-4711", "job-4711"),
}


@pytest.mark.parametrize(("body", "request_id"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_an_id_in_another_place_is_offered(
    body: Any, request_id: str, side: Side, service: Loopback
) -> None:
    service.submit = [Reply(body=body), SUBMITTED]
    client = side.client(service.url)
    with pytest.raises(SubmissionUnknown, match=rf"client\.request\('{request_id}'\)") as caught:
        side.do(client.submit(prompt="x"))
    assert caught.value.possible_request_ids == (request_id,)
    assert request_id in caught.value.body
    assert len(service.submitted()) == 1
    assert side.do(client.request(request_id).result()).id == request_id


@pytest.mark.parametrize(
    "text", ['{"request_id": "job-4711"', '{"a": "ü", "request_id": "job-4711']
)
def test_an_id_in_an_answer_that_breaks_off_is_offered(
    text: str, side: Side, service: Loopback
) -> None:
    service.submit = [Reply(body=text, missing=20), SUBMITTED]
    with pytest.raises(SubmissionUnknown) as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    assert caught.value.possible_request_ids == ("job-4711",)
    assert caught.value.body == text
    assert len(service.submitted()) == 1


def test_an_answer_may_begin_with_a_byte_order_mark(side: Side, service: Loopback) -> None:
    marked = "\ufeff" + json.dumps({"request_id": REQUEST_ID})
    service.submit = [Reply(body=marked)]
    assert side.do(side.client(service.url).submit(prompt="x")).id == REQUEST_ID


def test_an_answer_without_an_id_offers_none(side: Side, service: Loopback) -> None:
    service.submit = [Reply(body={"queued": True})]
    with pytest.raises(SubmissionUnknown) as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    assert caught.value.possible_request_ids == ()
    assert caught.value.body == '{"queued": true}'


def test_the_body_in_an_error_contains_neither_the_token_nor_a_whole_prompt(
    side: Side, service: Loopback
) -> None:
    service.submit = [Reply(body={"token": TOKEN, "prompt": "a prompt " * 100, "id": "job-1"})]
    with pytest.raises(SubmissionUnknown) as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    assert TOKEN not in caught.value.body
    assert len(caught.value.body) < 500
    assert caught.value.possible_request_ids == ("job-1",)


def test_at_most_ten_possible_ids_are_offered(side: Side, service: Loopback) -> None:
    service.submit = [Reply(body=[{"id": f"r{number}"} for number in range(99)])]
    with pytest.raises(SubmissionUnknown) as caught:
        side.do(side.client(service.url).submit(prompt="x"))
    assert len(caught.value.possible_request_ids) == 10
