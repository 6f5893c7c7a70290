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
    done = cli(*RUN, "--yes", "--no-wait", "--key", "anna")
    assert done.code == 0
    return done.out.strip()


def test_a_job_is_followed_by_its_id(cli: Cli, submitted: str) -> None:
    assert cli("status", submitted).out == "completed\n"
    url = cli("result", submitted).out
    assert url.startswith("http://127.0.0.1")
    assert cli("wait", submitted).out == url
    assert cli("wait", submitted, "--json").json["files"] is None
    done = cli("download", submitted, "--out", "o/{key}{suffix}", "--json")
    assert done.json["files"] == [str(Path("o/anna.mp4"))]
    assert done.json["request_id"] == submitted
    assert done.json["model_id"] == KLING
    assert (done.json["cost"], done.json["key"]) == ("0.35", "anna")


def test_a_job_of_which_only_the_id_is_known(cli: Cli, submitted: str, home: Path) -> None:
    for path in (home / ".local/share/runcomfy-models").glob("journal.db*"):
        path.rename(home / path.name)
    assert cli("result", submitted, "--json").json["model_id"] == "unknown"
    done = cli("download", submitted, "--model", KLING)
    assert (done.code, done.out) == (0, "out.mp4\n")
    assert not (home / ".local/share/runcomfy-models/journal.db").exists()


def test_the_journal_learns_how_a_job_has_ended(cli: Cli, simulator: Simulator, home: Path) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed", error="no face"))
    request_id = cli(*RUN, "--yes", "--no-wait").out.strip()
    assert cli("status", request_id).code == 4
    with Journal(home / ".local/share/runcomfy-models/journal.db") as journal:
        assert [entry.state for entry in journal.entries()] == ["failed"]
    sent = len(simulator.ledger.jobs)
    done = cli("result", request_id)
    assert (done.code, "no face" in done.err) == (4, True)
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
    done = cli("cancel", request_id)
    assert (done.code, done.out) == (code, f"{words}\n")
    assert "outcome" in cli("cancel", request_id, "--json").json


@pytest.mark.parametrize("command", ["status", "wait", "result", "download", "cancel"])
def test_an_unknown_job(cli: Cli, simulator: Simulator, command: str) -> None:
    assert cli(command, "no id").code == 1
    done = cli(command, "sim-999999")
    assert (done.code, done.out) == (1, "")
    assert "no such resource" in done.err


def test_a_journal_that_is_named_has_to_be_there(cli: Cli, submitted: str) -> None:
    done = cli("status", submitted, "--journal", "no.db")
    assert (done.code, "there is no journal no.db" in done.err) == (1, True)
    assert not Path("no.db").exists()


def test_a_wait_that_loses_the_service_leaves_the_job_alone(
    cli: Cli, simulator: Simulator, submitted: str
) -> None:
    simulator.faults.status(*[faults.server_error(500)] * 50)
    done = cli("wait", submitted, "--timeout", "0.3")
    assert done.code == 5
    assert f"runcomfy-models wait {submitted}" in done.err
