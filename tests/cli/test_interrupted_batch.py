"""An interrupted batch reports the state of its rows, and its exit status agrees with them."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import COMMAND, CommandResult
from tests.platforms import needs_posix
from tests.programs import default_ctrl_c, wait_until
from tests.simulator.real_models import KLING

pytestmark = needs_posix("signals")

Interrupted = Callable[..., CommandResult]
ROWS = 3


@pytest.fixture
def interrupted(simulator: Simulator) -> Interrupted:
    """Run a batch, and send it signals once all its rows were received by the service."""
    simulator.jobs.course = Course(queued=10_000)
    rows = [f"k{n},a,https://example.com/a.png" for n in range(ROWS)]
    Path("rows.csv").write_text("\n".join(["key,prompt,start_image_url", *rows, ""]))
    before = len(simulator.ledger.jobs)

    def run(*signals: signal.Signals, options: tuple[str, ...] = ()) -> CommandResult:
        with subprocess.Popen(
            [*COMMAND, "batch", KLING, "rows.csv", "--yes", "--json", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=default_ctrl_c,
        ) as process:
            wait_until(lambda: len(simulator.ledger.jobs) == before + ROWS)
            for signal_number in signals:
                time.sleep(0.3)  # two at the same time would be one
                process.send_signal(signal_number)
            out, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        return CommandResult(process.returncode, out, err)

    return run


def states() -> Counter[str]:
    with Journal("rows.csv.db") as journal:
        return Counter(entry.state for entry in journal.entries())


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_a_batch_with_its_own_status_and_a_failure_in_json(
    interrupted: Interrupted, name: str, code: int
) -> None:
    result = interrupted(getattr(signal, name))
    assert (result.code, result.json["exit_code"]) == (code, code)
    assert "nothing was sent" not in result.err
    assert "3 jobs go on; run the same again to go on" in result.err
    assert states() == {"submitted": ROWS}


def test_a_closed_terminal_waits_for_the_answers_to_paid_calls(
    interrupted: Interrupted, simulator: Simulator
) -> None:
    simulator.faults.submit(*[faults.delay(1.5)] * ROWS)
    result = interrupted(signal.SIGHUP, signal.SIGHUP)
    assert result.code == 129
    assert states() == {"submitted": ROWS}


def test_a_second_ctrl_c_during_the_paid_calls_is_unknown(
    interrupted: Interrupted, simulator: Simulator
) -> None:
    simulator.faults.submit(*[faults.delay(30)] * ROWS)
    result = interrupted(signal.SIGINT, signal.SIGINT)
    assert (result.code, result.json["exit_code"]) == (6, 6)
    assert "3 of 3 ended (3 unknown)" in result.err
    assert "go on" not in result.err
    assert "runcomfy-models history --unknown --journal rows.csv.db" in result.err
    assert states() == {"unknown": ROWS}


def test_cancelled_jobs_do_not_go_on(interrupted: Interrupted) -> None:
    result = interrupted(signal.SIGINT, options=("--on-interrupt", "cancel"))
    assert result.code == 130
    assert "3 of 3 ended (3 cancelled)" in result.err
    assert "go on" not in result.err
    assert states() == {"cancelled": ROWS}
