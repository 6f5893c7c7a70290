"""The progress display: what it draws, and when it releases the screen."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from runcomfy_models import WaitTimeout
from runcomfy_models._runtime.status import RequestStatus
from runcomfy_models.progress import ProgressDisplay
from tests.loopback import Loopback, status
from tests.runtime.side import Side

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"


def screen(terminal: bool = True) -> tuple[Console, io.StringIO]:
    text = io.StringIO()
    return Console(file=text, force_terminal=terminal, width=100), text


def test_every_status_of_a_run_is_shown(side: Side, service: Loopback) -> None:
    service.status = [
        status("in_queue", queue_position=2),
        status("in_progress"),
        status("completed"),
    ]
    console, text = screen()
    side.do(side.client(service.url, on_update=ProgressDisplay(console)).run(prompt="x"))
    for words in ("in queue, place 2", "in progress", "completed", "acme/Live Video 01"):
        assert words in text.getvalue()
    assert text.getvalue().rstrip().endswith(SHOW)


def test_the_screen_is_released_when_the_wait_ends(side: Side, service: Loopback) -> None:
    service.status = [status("in_progress")]
    console, text = screen()
    client = side.client(service.url, on_update=ProgressDisplay(console), wait_timeout=3)
    with pytest.raises(WaitTimeout):
        side.do(client.run(prompt="x"))
    assert "no longer waited for" in text.getvalue()
    assert text.getvalue().rstrip().endswith(SHOW)


def test_without_a_terminal_the_last_state_is_printed_once() -> None:
    console, text = screen(terminal=False)
    with ProgressDisplay(console) as display:
        for name in ("in_queue", "in_progress", "failed"):
            display(RequestStatus("r1", "acme/x", name, None, {}))
    assert text.getvalue().count("acme/x") == 1
    assert "failed" in text.getvalue()


def test_a_status_cannot_move_the_cursor_or_add_markup() -> None:
    console, text = screen()
    display = ProgressDisplay(console)
    display(RequestStatus("r1", "acme/[bold]x", "in_\x1b[2Jprogress", None, {}))
    display(RequestStatus("r1", "acme/[bold]x", "failed", None, {}))
    assert "\x1b[2J" not in text.getvalue()
    assert "acme/[bold]x" in text.getvalue()


def test_jobs_of_one_model_are_distinguished_and_counted() -> None:
    console, text = screen(terminal=False)
    with ProgressDisplay(console) as display:
        for request_id, state in [("job-1111aaaa", "completed"), ("job-2222bbbb", "in_queue")]:
            display(RequestStatus(request_id, "acme/x", state, None, {}))
    assert "1111aaaa" in text.getvalue()
    assert "2222bbbb" in text.getvalue()
    assert "1 of 2 ended" in text.getvalue()


def test_one_job_is_not_counted() -> None:
    console, text = screen(terminal=False)
    with ProgressDisplay(console) as display:
        display(RequestStatus("r1", "acme/x", "completed", None, {}))
    assert "of 1" not in text.getvalue()


def test_a_notebook_that_cannot_redraw_gets_a_line_for_each_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("runcomfy_models.progress.find_spec", lambda _: None)
    console, text = screen(terminal=False)
    console.is_jupyter = True
    lines: list[str] = []
    monkeypatch.setattr(console, "print", lambda line, **_: lines.append(line))
    with ProgressDisplay(console) as display:
        for state in ("in_queue", "completed"):
            display(RequestStatus("job-1111aaaa", "acme/x", state, None, {}))
        display.left("job-1111aaaa")
    assert lines == ["acme/x 1111aaaa: in queue", "acme/x 1111aaaa: completed"]
    assert text.getvalue() == ""
