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


@pytest.mark.parametrize(("each", "shown"), [(0.2, False), (0.6, True)])
def test_a_bar_is_shown_once_a_second_has_gone_by(
    each: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert list(with_progress(range(4), 4, "models", _clock(each))) == [0, 1, 2, 3]
    assert ("100%" in terminal.getvalue()) is shown


def test_no_bar_goes_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr("sys.stderr", file)
    assert list(with_progress(range(4), 4, "models", _clock(9))) == [0, 1, 2, 3]
    assert file.getvalue() == ""


def _clock(each: float) -> Callable[[], float]:
    """A clock that goes on by `each` second a look."""
    times = (number * each for number in range(100))
    return lambda: next(times)


def test_steps_are_added_up() -> None:
    times = iter([0, 2, 5, 6])
    timings = Timings(lambda: next(times))
    for _ in range(2):
        with timings.of("planning"):
            pass
    timings.add({"planning": 1, "types": 4})
    assert timings.seconds == {"planning": 4, "types": 4}


def test_timings_name_every_step(command: Command) -> None:
    done = command("generate", "--timings", "--no-changelog", "--format", "json")
    steps = json.loads(done.stdout)["timings"]
    order = "reading imports planning types rendering assembling comparing writing"
    assert list(steps) == order.split()
    again = command("generate", "--timings", "--no-changelog")
    assert [line.split()[0] for line in again.stderr.splitlines()[-3:]] == [
        "reading",
        "comparing",
        "writing",
    ]
