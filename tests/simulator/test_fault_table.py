"""Each fault by itself: its name in the ledger, and what it does to a call."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runcomfy_models.testing import Fault, faults
from runcomfy_models.testing.faults import USUAL

UNDONE = {"carried_out": False}

ROWS: list[tuple[Fault, str, dict[str, Any]]] = [
    # fault, name, what differs from a call without a fault
    (faults.drop(), "reset after the body was read", {**UNDONE, "reset": True}),
    (faults.lost_answer(), "answer lost", {"reset": True}),
    (faults.delay(1.5), "answer after 1.5 s", {"pause": 1.5}),
    (faults.truncated(), "truncated", {"cut": True}),
    (faults.no_request_id(), "no request_id", {"without": ("request_id",)}),
    (faults.moved_request_id(), "request_id below data", {"under": "data"}),
    (faults.wrong_origin(), "URLs elsewhere", {"elsewhere": True}),
    (faults.unknown_status(), "status reticulating", {"fields": {"status": "reticulating"}}),
    (faults.late_cancel(), "cancelled too late", {"starts_job": True}),
    (
        faults.late_cancel(requested=True),
        "cancelled too late",
        {"starts_job": True, "fields": {"outcome": "cancellation_requested"}},
    ),
]


@pytest.mark.parametrize(("fault", "name", "facts"), ROWS)
def test_a_fault_does_what_it_says_and_nothing_else(
    fault: Fault, name: str, facts: dict[str, Any]
) -> None:
    assert fault == Fault(name=name, **facts)


REPLIES: list[tuple[Fault, str, int, bool, dict[str, str]]] = [
    # fault, name, status, whether the call is carried out, headers
    (faults.too_many_requests(), "HTTP 429", 429, False, {"Retry-After": "1"}),
    (faults.too_many_requests(None), "HTTP 429", 429, False, {}),
    (faults.server_error(), "HTTP 503", 503, False, {}),
    (faults.server_error(504, carried_out=True), "HTTP 504", 504, True, {}),
    (faults.server_error(retry_after=0), "HTTP 503", 503, False, {"Retry-After": "0"}),
    (faults.bad_json(), "bad JSON", 200, True, {}),
    (faults.error_code(), "error 500001 under HTTP 200", 200, False, {}),
    (faults.error_code(400002, 402), "error 400002 under HTTP 402", 402, False, {}),
    (faults.redirect(), "redirect 307", 307, False, {"Location": ""}),
]


@pytest.mark.parametrize(("fault", "name", "status", "is_done", "headers"), REPLIES)
def test_a_fault_answers_in_place_of_the_service(
    fault: Fault, name: str, status: int, is_done: bool, headers: dict[str, str]
) -> None:
    assert (fault.name, fault.carried_out, fault.reads_body) == (name, is_done, True)
    assert fault.instead is not None
    assert (fault.instead.status, dict(fault.instead.headers)) == (status, headers)
    assert fault.elsewhere == (name == "redirect 307")


def test_an_error_code_comes_with_a_message() -> None:
    reply = faults.error_code(7, message="no").instead
    assert reply is not None
    assert json.loads(reply.body) == {"error_code": 7, "message": "no"}


def test_the_usual_faults_are_quick_and_each_kind_of_call_has_some() -> None:
    assert USUAL.keys() == {*"submit status result cancel models balance files".split()}
    assert not [fault for row in USUAL.values() for fault in row if fault.pause]
    assert {kind: len(row) for kind, row in USUAL.items()} == {
        "submit": 15,
        "status": 13,
        "result": 11,
        "cancel": 13,
        "models": 11,
        "balance": 11,
        "files": 3,
    }
