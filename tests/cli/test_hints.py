"""The commands that messages name find the same job: they have the journal that was given."""

from __future__ import annotations

import re
import shlex

from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import Cli
from tests.cli.test_exit_codes import RUN

ELSEWHERE = ("--journal", "my jobs.db")


def named(text: str, command: str) -> list[str]:
    """Return the arguments of a command that `text` names."""
    [found] = re.findall(rf"runcomfy-models ({command} .*?)(?: \(|, or|; | or --|$)", text, re.M)
    return shlex.split(found)


def test_a_lost_answer_is_looked_for_and_settled_in_its_journal(
    cli: Cli, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.lost_answer())
    lost = cli(*RUN, "--yes", "--key", "k", *ELSEWHERE)
    history = cli(*named(lost.err, "history"))
    assert history.out.startswith("k\t")
    request_id = simulator.ledger.jobs[-1].id
    assert named(history.err, "settle")[1:4] == ["KEY", *ELSEWHERE]
    again = cli(*RUN, "--yes", "--key", "k", *ELSEWHERE)
    settle = [request_id if word == "…" else word for word in named(again.err, "settle")]
    settled = cli(*settle)
    assert settled.out == "k\tsubmitted\n"
    assert cli(*named(settled.err, "wait"), "--json").json["key"] == "k"


def test_a_job_that_goes_on_is_followed_in_its_journal(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=10_000))
    done = cli(*RUN, "--yes", "--timeout", "0", *ELSEWHERE)
    assert named(done.err, "wait")[2:] == list(ELSEWHERE)


def test_without_a_journal_no_key_is_named(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    done = cli(*RUN, "--yes", "--no-journal", "--json")
    assert (done.code, done.json["key"]) == (6, None)
    assert "look" in done.err
    assert "its key is" not in done.err
    assert "runcomfy-models history" not in done.err
