"""Jobs of another process and another day: looked at, waited for, cancelled, downloaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import Cli
from tests.cli.test_exit_codes import RUN
from tests.simulator.real_models import KLING


@pytest.fixture
def submitted(cli: Cli, simulator: Simulator) -> str:
    """The id of a job that was submitted before."""
    result = cli(*RUN, "--yes", "--no-wait", "--key", "anna")
    assert result.code == 0
    return result.out.strip()


def test_a_job_is_followed_by_its_id(cli: Cli, submitted: str) -> None:
    assert cli("status", submitted).out == "completed\n"
    url = cli("result", submitted).out
    assert url.startswith("http://127.0.0.1")
    assert cli("wait", submitted).out == url
    assert cli("wait", submitted, "--json").json["files"] is None
    result = cli("download", submitted, "--out", "o/{key}{suffix}", "--json")
    assert result.json["files"] == [str(Path("o/anna.mp4"))]
    assert result.json["request_id"] == submitted
    assert result.json["model_id"] == KLING
    assert (result.json["cost"], result.json["key"]) == ("0.35", "anna")


def test_a_job_of_which_only_the_id_is_known(cli: Cli, submitted: str, home: Path) -> None:
    for path in (home / ".local/share/runcomfy-models").glob("journal.db*"):
        path.rename(home / path.name)
    assert cli("result", submitted, "--json").json["model_id"] == "unknown"
    result = cli("download", submitted, "--model", KLING)
    assert (result.code, result.out) == (0, "out.mp4\n")
    assert not (home / ".local/share/runcomfy-models/journal.db").exists()


def test_the_journal_records_how_a_job_ended(cli: Cli, simulator: Simulator, home: Path) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed", error="no face"))
    request_id = cli(*RUN, "--yes", "--no-wait").out.strip()
    assert cli("status", request_id).code == 4
    with Journal(home / ".local/share/runcomfy-models/journal.db") as journal:
        assert [entry.state for entry in journal.entries()] == ["failed"]
    sent = len(simulator.ledger.jobs)
    result = cli("result", request_id)
    assert (result.code, "no face" in result.err) == (4, True)
    assert len(simulator.ledger.jobs) == sent


@pytest.mark.parametrize(
    ("course", "words", "code"),
    [
        (Course(queued=50), "cancelled: it will not be charged", 0),
        (Course(queued=0, running=50), "it runs already, and will be charged", 5),
        (Course(queued=0, running=0), "it had ended before", 0),
    ],
)
def test_a_job_is_cancelled_if_it_still_can_be(
    cli: Cli, simulator: Simulator, course: Course, words: str, code: int
) -> None:
    simulator.jobs.next(course)
    request_id = cli(*RUN, "--yes", "--no-wait").out.strip()
    cli("status", request_id)
    result = cli("cancel", request_id)
    assert (result.code, result.out) == (code, f"{words}\n")
    assert "outcome" in cli("cancel", request_id, "--json").json


@pytest.mark.parametrize("command", ["status", "wait", "result", "download", "cancel"])
def test_an_unknown_job_is_reported(cli: Cli, simulator: Simulator, command: str) -> None:
    assert cli(command, "no id").code == 1
    result = cli(command, "sim-999999")
    assert (result.code, result.out) == (1, "")
    assert "no such resource" in result.err


def test_a_named_journal_has_to_exist(cli: Cli, submitted: str) -> None:
    result = cli("status", submitted, "--journal", "no.db")
    assert (result.code, "there is no journal no.db" in result.err) == (1, True)
    assert not Path("no.db").exists()


def test_a_wait_that_loses_the_service_leaves_the_job_alone(
    cli: Cli, simulator: Simulator, submitted: str
) -> None:
    simulator.faults.status(*[faults.server_error(500)] * 50)
    result = cli("wait", submitted, "--timeout", "0.3")
    assert result.code == 5
    assert f"runcomfy-models wait {submitted}" in result.err
