"""A long run says how far it is, and where its time went."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from runcomfy_codegen.commands.progress import with_progress
from runcomfy_codegen.generate.timings import Timings

from .conftest import Command


class Terminal(io.StringIO):
    """Standard error, as it is on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("step", "is_shown"), [(0.2, False), (0.6, True)])
def test_a_bar_is_shown_once_a_second_has_gone_by(
    step: float, is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(with_progress(range(4), 4, "models", _clock(step))) == [0, 1, 2, 3]
    assert ("100%" in terminal.getvalue()) is is_shown


def test_no_bar_goes_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr("sys.stderr", file)
    assert list(with_progress(range(4), 4, "models", _clock(9))) == [0, 1, 2, 3]
    assert file.getvalue() == ""


def _clock(step: float) -> Callable[[], float]:
    """A clock that goes on by `each` second a look."""
    times = (number * step for number in range(100))
    return lambda: next(times)


def test_the_times_of_a_step_are_added_up() -> None:
    times = iter([0, 2, 5, 6])
    timings = Timings(lambda: next(times))
    for _ in range(2):
        with timings.of("planning"):
            pass
    timings.add({"planning": 1, "types": 4})
    assert timings.seconds == {"planning": 4, "types": 4}


def test_timings_name_every_step(command: Command) -> None:
    completed = command("generate", "--timings", "--no-changelog", "--format", "json")
    steps = json.loads(completed.stdout)["timings"]
    order = "reading imports planning types rendering assembling comparing writing"
    assert list(steps) == order.split()
    as_text = command("generate", "--timings", "--no-changelog")
    assert [line.split()[0] for line in as_text.stderr.splitlines()[-3:]] == [
        "reading",
        "comparing",
        "writing",
    ]
