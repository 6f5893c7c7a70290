"""The journal from the shell: the jobs that were run, and settling unknown ones."""

from __future__ import annotations

import json
import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import COMMAND, Cli
from tests.simulator.real_models import KLING

RUN = ("run", KLING, "--prompt", "a", "--start-image-url", "https://example.com/a.png", "--yes")


def rows(cli: Cli, *options: str) -> list[list[str]]:
    return [line.split("\t") for line in cli("history", *options).out.splitlines()]


def run_with_lost_answer(cli: Cli, simulator: Simulator, key: str) -> None:
    """Run a job whose outcome is unknown."""
    simulator.faults.submit(faults.lost_answer())
    assert cli(*RUN, "--key", key).code == 6


def test_without_a_journal_history_is_empty_and_makes_none(cli: Cli, home: Path) -> None:
    result = cli("history")
    assert (result.code, result.out) == (0, "")
    assert "nothing was run yet" in result.err
    assert cli("history", "--json").out == ""
    assert [*home.rglob("*.db")] == []
    result = cli("history", "--journal", "no.db")
    assert (result.code, result.err) == (1, "error: there is no journal no.db\n")


def test_history_lists_what_was_run(cli: Cli, simulator: Simulator) -> None:
    cli(*RUN, "--key", "first")
    run_with_lost_answer(cli, simulator, "second")
    [first, second] = rows(cli)
    request_id = simulator.ledger.jobs[-2].id
    assert [first[0], *first[2:]] == ["first", "done", "$0.35", KLING, request_id]
    assert [second[0], *second[2:]] == ["second", "unknown", "", KLING, ""]
    assert rows(cli, "--unknown") == [second]
    assert rows(cli, "--state", "done") == [first]
    assert rows(cli, "--model", "acme/none") == rows(cli, "--since", "2999-12-31") == []
    result = cli("history", "--unknown", "--json")
    assert result.json["key"] == "second"
    assert result.json["inputs"]["prompt"] == "a"
    assert (result.json["paid"], result.json["attempts"]) == (1, [])
    assert "settle" not in result.err
    assert "runcomfy-models settle KEY" in cli("history", "--unknown").err


def test_an_unknown_state_is_reported(cli: Cli, simulator: Simulator) -> None:
    cli(*RUN)
    result = cli("history", "--state", "finished")
    assert result.code == 1
    assert "it is one of planned, submitting" in result.err
    assert cli("history", "--unknown", "--state", "done").code == 2


def test_settle_with_the_id_lets_the_job_be_waited_for(cli: Cli, simulator: Simulator) -> None:
    run_with_lost_answer(cli, simulator, "a")
    job = simulator.ledger.jobs[-1]
    result = cli("settle", "a", "--request-id", job.id)
    assert (result.code, result.out) == (0, "a\tsubmitted\n")
    assert f"runcomfy-models wait {job.id}" in result.err
    assert cli("wait", job.id).code == 0
    assert rows(cli)[0][2] == "done"


def test_settle_as_not_sent_lets_the_key_pay_again(cli: Cli, simulator: Simulator) -> None:
    run_with_lost_answer(cli, simulator, "a")
    run_with_lost_answer(cli, simulator, "b")
    before = len(simulator.ledger.submissions)
    assert cli(*RUN, "--key", "a").code == 6
    assert len(simulator.ledger.submissions) == before
    result = cli("settle", "a", "b", "--not-sent", "--json")
    assert [json.loads(line)["state"] for line in result.out.splitlines()] == ["planned", "planned"]
    assert cli(*RUN, "--key", "a").code == 0
    assert len(simulator.ledger.submissions) == before + 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("a",), 2, "give either --request-id ID or --not-sent"),
        (("a", "--not-sent", "--request-id", "x"), 2, "give either"),
        (("a", "b", "--request-id", "x"), 2, "needs exactly one KEY"),
        (("none", "--not-sent"), 1, "the journal has no key 'none'"),
        (("done", "--not-sent"), 1, "'done' is done, not unknown"),
        (("a", "--request-id", "no id!"), 1, "not a request_id"),
    ],
)
def test_settle_says_what_is_wrong(
    arguments: tuple[str, ...], code: int, message: str, cli: Cli, simulator: Simulator
) -> None:
    run_with_lost_answer(cli, simulator, "a")
    cli(*RUN, "--key", "done")
    result = cli("settle", *arguments)
    assert result.code == code
    assert message in result.err
    assert rows(cli, "--unknown")[0][0] == "a"


def test_settle_changes_all_keys_or_none(cli: Cli, simulator: Simulator) -> None:
    run_with_lost_answer(cli, simulator, "a")
    result = cli("settle", "a", "a", "none", "--not-sent")
    assert (result.code, result.out) == (1, "")
    assert rows(cli, "--unknown")[0][0] == "a"
    assert cli("settle", "a", "a", "--not-sent").out == "a\tplanned\n"


def test_since_reads_the_time_that_is_printed(cli: Cli, simulator: Simulator, process: Cli) -> None:
    cli(*RUN)
    [row] = rows(cli)
    later = str(datetime.fromisoformat(row[1]) + timedelta(seconds=1))
    results = [
        process("history", "--since", since, TZ="America/New_York")
        for since in (row[1], later, "9999-12-31T23:59:59")
    ]
    assert [(result.code, row[0] in result.out) for result in results] == [
        (0, True),
        (0, False),
        (0, False),
    ]


@pytest.mark.parametrize(
    "url",
    [
        *("postgresql://u:p%ZZSECRET@h/x", "postgresql://u:p/SECRET@h/x"),
        *("postgresql://u:p@SECRET@h/x", "postgresql:/u:SECRET@h/x"),
        "postgresql://h/x?password=%ZZSECRET",
    ],
)
def test_the_password_of_a_database_is_not_shown(cli: Cli, simulator: Simulator, url: str) -> None:
    Path("rows.csv").write_text("key,prompt,start_image_url\na,b,https://example.com/a.png\n")
    commands = [("history",), ("status", "x"), ("batch", KLING, "rows.csv", "--yes"), RUN]
    for command in commands:
        result = cli(*command, "--journal", url)
        assert result.code in (1, 2)
        assert "SECRET" not in result.out + result.err


def test_settle_needs_a_journal(cli: Cli) -> None:
    result = cli("settle", "a", "--not-sent")
    assert (result.code, result.err) == (1, "error: there is no journal: nothing was run yet\n")


def test_a_killed_run_is_in_the_history(cli: Cli, simulator: Simulator) -> None:
    """Kill -9 between the submission and the end: the id is there, and can be waited for."""
    simulator.jobs.next(Course(queued=9999))
    before = len(simulator.ledger.calls)
    pipes: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*COMMAND, *RUN, "--key", "killed"], **pipes) as program:
        for _ in range(2000):
            if any("/requests/" in call.path for call in simulator.ledger.calls[before:]):
                break
            time.sleep(0.01)
        program.kill()
    [row] = rows(cli)
    assert row[0] == "killed"
    assert row[5] == simulator.ledger.jobs[-1].id
    assert cli("status", row[5]).code == 5
