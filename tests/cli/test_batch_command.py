"""A batch from the shell: planned, run, run again, and what is wrong with a table."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import Cli
from tests.simulator.helpers import KLING

HEAD = "key,prompt,start_image_url,duration"
URL = "https://example.com/a.png"


def table(*rows: str, name: str = "rows.csv") -> str:
    Path(name).write_text("\n".join([HEAD, *rows, ""]))
    return name


def test_a_plan_lists_row_and_column_of_every_problem(cli: Cli) -> None:
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},99", f"carl,c,{URL},x")
    done = cli("batch", KLING, name, "--plan")
    assert done.code == 1
    assert "3 rows: 1 to send, 2 invalid" in done.out
    assert "rows.csv:3 (ben): duration: Input should be less than or equal to 15" in done.out
    assert "rows.csv:4 (carl): duration: Input should be a valid integer" in done.out
    assert [path.name for path in Path().iterdir()] == [name]  # not even a journal
    problems = cli("batch", KLING, name, "--plan", "--json").json["problems"]
    assert [(one["row"], one["column"]) for one in problems] == [
        ("rows.csv:3", "duration"),
        ("rows.csv:4", "duration"),
    ]
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--plan").code == 0


def test_rows_are_run_once_and_the_files_get_their_keys(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},")
    arguments = ("batch", KLING, name, "--yes", "--files", "o/{key}{suffix}")
    done = cli(*arguments, "--json")
    assert done.code == 0
    items = [json.loads(line) for line in done.out.splitlines()]
    assert {one["key"]: one["state"] for one in items} == {"anna": "done", "ben": "done"}
    assert sorted(path.name for path in Path("o").iterdir()) == ["anna.mp4", "ben.mp4"]
    again = cli(*arguments)
    assert (again.code, again.out) == (0, "")
    assert len(simulator.ledger.jobs) - before == 2


def test_a_table_on_standard_input(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"key": "dora", "prompt": "d", "start_image_url": URL}
    for text in (f"{HEAD}\nemil,e,{URL},5\n", json.dumps(row)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        done = cli("batch", KLING, "-", "--journal", "j.db", "--yes")
        assert (done.code, done.out.split("\t")[1]) == (0, "done")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("key,prompt\na,b\n", "the column 'start_image_url'"),
        (f"{HEAD},sed\n", "the column 'sed'"),
        (f"{HEAD}\nanna,a\n", "rows.csv:2"),
        (f'{HEAD}\nanna,"a,{URL},5\n', "unexpected end of data"),
        (f"{HEAD}\n,a,{URL},5\n", "rows.csv:2: key: "),
        (
            f"{HEAD}\nanna,a,photo.png,5\n",
            "start_image_url: is not a URL that",
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_told_and_not_sent(
    cli: Cli, simulator: Simulator, text: str, message: str
) -> None:
    before = len(simulator.ledger.jobs)
    Path("rows.csv").write_text(text)
    for options in (["--plan"], ["--yes"]):
        done = cli("batch", KLING, "rows.csv", *options)
        assert done.code == 1
        assert message in done.out + done.err
    assert len(simulator.ledger.jobs) == before


def test_there_is_no_such_table(cli: Cli, simulator: Simulator) -> None:
    done = cli("batch", KLING, "no.csv", "--yes")
    assert done.code == 1
    assert "no.csv: No such file or directory" in done.err


def test_nobody_has_agreed_to_pay_for_a_batch(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--budget", "5").code == 3
    assert len(simulator.ledger.jobs) == before


def test_a_batch_ends_with_the_worst_of_its_rows(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed"))
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--yes").code == 4
    assert cli("batch", KLING, "rows.csv", "--yes").code == 4  # it stays failed
    simulator.faults.submit(faults.lost_answer())
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},99", name="other.csv")
    assert cli("batch", KLING, name, "--yes").code == 6
    assert cli("batch", KLING, table(f"a,a,{URL},99", name="3.csv"), "--yes").code == 1
