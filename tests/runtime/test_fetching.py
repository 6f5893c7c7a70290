"""A request for a file does not take its deadline from the call before it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from runcomfy_models._runtime._sync.call_state import CURRENT_CALL, CallState
from runcomfy_models._runtime._sync.fetching import Fetch, fetched
from runcomfy_models._runtime.http.libraries import find_library
from runcomfy_models._runtime.timing import Deadline, Timing

INTERRUPTED = CallState(Deadline(Timing(), 0))


@pytest.fixture
def _interrupted() -> Iterator[None]:
    """Leave the state of a call behind, as Ctrl-C between two lines can."""
    before = CURRENT_CALL.get()
    CURRENT_CALL.set(INTERRUPTED)
    yield
    CURRENT_CALL.set(before)


@pytest.mark.usefixtures("_interrupted")
@pytest.mark.parametrize("deadline", [None, Deadline(Timing(), 60)])
def test_a_request_for_a_file_has_its_own_deadline_or_none(deadline: Deadline | None) -> None:
    current_calls: list[CallState | None] = []

    def answer(_: httpx.Request) -> httpx.Response:
        current_calls.append(CURRENT_CALL.get())
        return httpx.Response(200)

    fetch = Fetch("https://example.com/a.png", {}, {}, "HEAD", deadline)
    http = httpx.Client(transport=httpx.MockTransport(answer))
    with http, fetched(find_library("httpx"), http, fetch, lambda _: None):
        pass
    assert [call and call.deadline for call in current_calls] == [deadline]
    assert CURRENT_CALL.get() is INTERRUPTED
