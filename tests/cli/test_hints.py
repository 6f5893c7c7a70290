"""The commands that messages name find the same job: they have the journal that was given."""

from __future__ import annotations

import json
import re
import shlex
import subprocess

import pytest

from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import Cli
from tests.cli.test_exit_codes import RUN
from tests.platforms import needs_posix

OTHER_JOURNAL = ("--journal", "my jobs.db")


def suggested_arguments(text: str, command: str) -> list[str]:
    """Return the arguments of a command that `text` names."""
    [command_line] = re.findall(
        rf"runcomfy-models ({command} .*?)(?: \(|, or|; | or --|$)", text, re.M
    )
    return shlex.split(command_line)


def test_a_lost_answer_is_looked_for_and_settled_in_its_journal(
    cli: Cli, simulator: Simulator
) -> None:
    simulator.faults.submit(faults.lost_answer())
    first = cli(*RUN, "--yes", "--key", "k", *OTHER_JOURNAL)
    history = cli(*suggested_arguments(first.err, "history"))
    assert history.out.startswith("k\t")
    request_id = simulator.ledger.jobs[-1].id
    assert suggested_arguments(history.err, "settle")[1:4] == ["KEY", *OTHER_JOURNAL]
    second = cli(*RUN, "--yes", "--key", "k", *OTHER_JOURNAL)
    settle = [
        request_id if word == "…" else word for word in suggested_arguments(second.err, "settle")
    ]
    settled = cli(*settle)
    assert settled.out == "k\tsubmitted\n"
    assert cli(*suggested_arguments(settled.err, "wait"), "--json").json["key"] == "k"


@needs_posix("a shell")
@pytest.mark.parametrize("key", ["it's", "a  b\u00a0c"])
def test_a_hint_quotes_the_key_for_a_shell(
    cli: Cli, simulator: Simulator, with_program: dict[str, str], key: str
) -> None:
    simulator.faults.submit(faults.lost_answer())
    cli(*RUN, "--yes", "--key", key, *OTHER_JOURNAL)
    hint = cli(*RUN, "--yes", "--key", key, *OTHER_JOURNAL).err
    [line] = re.findall(r"runcomfy-models settle .*? --request-id …", hint)
    line = line.replace("--request-id …", "--not-sent --json")
    completed = subprocess.run(
        ["bash", "-c", line], env=with_program, capture_output=True, check=True
    )
    assert json.loads(completed.stdout)["key"] == key


def test_a_job_that_goes_on_is_followed_in_its_journal(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=10_000))
    result = cli(*RUN, "--yes", "--timeout", "0", *OTHER_JOURNAL)
    assert suggested_arguments(result.err, "wait")[2:] == list(OTHER_JOURNAL)


def test_without_a_journal_no_key_is_named(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    result = cli(*RUN, "--yes", "--no-journal", "--json")
    assert (result.code, result.json["key"]) == (6, None)
    assert "look" in result.err
    assert "its key is" not in result.err
    assert "runcomfy-models history" not in result.err
