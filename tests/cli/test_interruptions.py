"""After Ctrl-C, a command reports the state of the job that it followed or submitted."""

from __future__ import annotations

import subprocess

import pytest

from runcomfy_models._runtime._sync.connections import Connections
from runcomfy_models._runtime._sync.request import Request
from runcomfy_models._runtime._sync.submitting import Submission
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import COMMAND, Cli, CommandResult
from tests.cli.test_exit_codes import RUN
from tests.cli.test_jobs import submitted as submitted
from tests.platforms import needs_posix
from tests.programs import wait_until


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("command", "method", "state_of_job"),
    [
        ("cancel", "cancel", "it may have been cancelled"),
        ("status", "status", "the job was left as it is"),
        ("download", "result", "the job was left as it is"),
    ],
)
def test_an_interrupted_command_names_the_job_and_does_not_mention_sending(
    cli: Cli,
    submitted: str,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    method: str,
    state_of_job: str,
) -> None:
    monkeypatch.setattr(Request, method, interrupt)
    result = cli(command, submitted, "--json")
    assert (result.code, result.json["request_id"], result.json["key"]) == (130, submitted, "anna")
    assert f"interrupted: request {submitted}: {state_of_job}" in result.err


@needs_posix("signals")
def test_a_signal_during_a_cancel_is_reported_as_ctrl_c_is(
    submitted: str, simulator: Simulator
) -> None:
    simulator.faults.cancel(faults.delay(30))
    with subprocess.Popen(
        [*COMMAND, "cancel", submitted, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        wait_until(lambda: simulator.ledger.calls[-1].path.endswith("/cancel"))
        process.terminate()
        result = CommandResult(process.wait(60), *process.communicate())
    assert (result.code, result.json["exit_code"], result.json["request_id"]) == (
        143,
        143,
        submitted,
    )
    assert f"it may have been cancelled; look: runcomfy-models status {submitted}" in result.err


def test_ctrl_c_before_the_intent_is_recorded_has_sent_nothing(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Connections, "prepare", interrupt)
    result = cli(*RUN, "--yes")
    assert (result.code, result.err) == (130, "interrupted: nothing was sent\n")


def test_ctrl_c_in_a_paid_call_without_a_journal_is_unknown(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Submission, "send", interrupt)
    result = cli(*RUN, "--yes", "--no-journal")
    assert result.code == 6
    assert "interrupted: it is unknown whether the job was queued" in result.err


@pytest.mark.parametrize("command", ["result", "wait", "download"])
def test_a_failure_names_the_key_that_the_journal_has(
    cli: Cli, simulator: Simulator, command: str
) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed", error="no face"))
    request_id = cli(*RUN, "--yes", "--no-wait", "--key", "ben").out.strip()
    result = cli(command, request_id, "--json")
    assert (result.code, result.json["key"]) == (4, "ben")
