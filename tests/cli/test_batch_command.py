"""A batch from the shell: planned, run, run again, and errors in its table."""

from __future__ import annotations

import io
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from runcomfy_models import Price
from runcomfy_models.batch import Plan
from runcomfy_models.cli.errors.exit_codes import ExitCode
from runcomfy_models.cli.jobs.batch_question import batch_question
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import COMMAND, Cli
from tests.platforms import needs_linux, needs_posix
from tests.simulator.real_models import KLING

HEAD = "key,prompt,start_image_url,duration"
URL = "https://example.com/a.png"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\0\0\0\4\0\b\2\0\0\0"


def table(*rows: str, name: str = "rows.csv") -> str:
    Path(name).write_text("\n".join([HEAD, *rows, ""]))
    return name


def test_a_plan_lists_row_and_column_of_every_problem(cli: Cli) -> None:
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},99", f"carl,c,{URL},x")
    result = cli("batch", KLING, name, "--plan")
    assert result.code == 1
    assert "3 rows: 1 to send, 2 invalid" in result.out
    assert "rows.csv:3 (ben): duration: Input should be less than or equal to 15" in result.out
    assert "rows.csv:4 (carl): duration: Input should be a valid integer" in result.out
    assert [path.name for path in Path().iterdir()] == [name]  # not even a journal
    problems = cli("batch", KLING, name, "--plan", "--json").json["problems"]
    assert [(problem["row"], problem["column"]) for problem in problems] == [
        ("rows.csv:3", "duration"),
        ("rows.csv:4", "duration"),
    ]
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--plan").code == 0


def test_a_folder_that_takes_no_files_is_found_before_a_job_is_paid_for(
    cli: Cli, simulator: Simulator
) -> None:
    before = len(simulator.ledger.jobs)
    name = table(f"anna,a,{URL},5")
    result = cli("batch", KLING, name, "--yes", "--files", name + "/{key}{suffix}")
    assert result.code == 2
    assert "files cannot be stored in rows.csv: rows.csv is a file" in result.err
    assert len(simulator.ledger.jobs) == before
    assert not Path("rows.csv.db").exists()


def test_the_home_folder_may_be_written_in_quotes(
    cli: Cli, simulator: Simulator, home: Path
) -> None:
    name = table(f"anna,a,{URL},5")
    assert cli("batch", KLING, name, "--yes", "--files", "~/o/{key}{suffix}").code == 0
    assert (home / "o/anna.mp4").is_file()


def test_rows_are_run_once_and_the_files_get_their_keys(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},")
    arguments = ("batch", KLING, name, "--yes", "--files", "o/{key}{suffix}")
    result = cli(*arguments, "--json")
    assert result.code == 0
    items = [json.loads(line) for line in result.out.splitlines()]
    assert {item["key"]: item["state"] for item in items} == {"anna": "done", "ben": "done"}
    assert sorted(path.name for path in Path("o").iterdir()) == ["anna.mp4", "ben.mp4"]
    again = cli(*arguments)
    assert (again.code, again.out) == (0, "")
    assert len(simulator.ledger.jobs) - before == 2


def test_a_table_is_read_from_standard_input(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"key": "dora", "prompt": "d", "start_image_url": URL}
    for text in (f"{HEAD}\nemil,e,{URL},5\n", json.dumps(row)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        result = cli("batch", KLING, "-", "--journal", "j.db", "--yes")
        assert (result.code, result.out.split("\t")[1]) == (0, "done")


@needs_posix("named pipes")
@pytest.mark.parametrize("name", ["rows.jsonl", "rows"])
def test_a_table_that_is_a_pipe_is_read_whole(cli: Cli, simulator: Simulator, name: str) -> None:
    row = {"prompt": "d", "start_image_url": URL}
    os.mkfifo(name)
    lines = "".join(json.dumps({"key": f"k{n}", **row}) + "\n" for n in range(300))
    with ThreadPoolExecutor() as pool:
        pool.submit(Path(name).write_text, lines)
        result = cli("batch", KLING, name, "--plan", "--json")
    assert (result.json["to_send"], result.json["invalid"]) == (300, 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("key,prompt\na,b\n", "the column 'start_image_url'"),
        (f"{HEAD},sed\n", "the column 'sed'"),
        (f"{HEAD}\nanna,a\n", "rows.csv:2"),
        (f'{HEAD}\nanna,"a,{URL},5\n', "a quote is not closed"),
        (f"{HEAD}\n,a,{URL},5\n", "rows.csv:2: key: "),
        (f"{HEAD}\nanna,a,photo.png,5\n", "start_image_url: photo.png cannot be read: No such"),
        (f"key,promt,start_image_url\na,b,{URL}\n", "the column 'promt' is not an input"),
    ],
)
def test_errors_in_a_table_are_reported_and_not_sent(
    cli: Cli, simulator: Simulator, text: str, message: str
) -> None:
    before = len(simulator.ledger.jobs)
    Path("rows.csv").write_text(text)
    for options in (["--plan"], ["--yes"]):
        result = cli("batch", KLING, "rows.csv", *options)
        assert result.code == 1
        assert message in result.out + result.err
    assert len(simulator.ledger.jobs) == before


@pytest.mark.parametrize("name", ["gone.csv", "rows.xlsx", "rows.csv"])
def test_a_table_that_cannot_be_used_leaves_no_journal(
    cli: Cli, simulator: Simulator, name: str
) -> None:
    Path("rows.csv").write_text("promt\n")
    assert cli("batch", KLING, name, "--yes").code == 1
    assert [path.name for path in Path().iterdir()] == ["rows.csv"]


def test_a_local_file_in_a_table_is_sent_like_one_of_a_flag(cli: Cli, simulator: Simulator) -> None:
    Path("photo.png").write_bytes(PNG)
    line = {"key": "jsonl", "prompt": "a", "start_image_url": "photo.png", "duration": 5}
    Path("lines.jsonl").write_text(json.dumps(line))
    flags = ("--prompt", "a", "--start-image-url", "photo.png", "--duration", "5")
    assert cli("run", KLING, *flags, "--yes").code == 0
    expected_digest = simulator.ledger.jobs[-1].digest
    for name in (table("csv,a,photo.png,5", name="ROWS.CSV"), "lines.jsonl"):
        assert cli("batch", KLING, name, "--yes").code == 0
        assert simulator.ledger.jobs[-1].digest == expected_digest


def test_a_plan_of_standard_input_needs_no_journal(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{HEAD}\nemil,e,{URL},5\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    result = cli("batch", KLING, "-", "--plan")
    assert (result.code, result.out.splitlines()[0]) == (0, "1 row: 1 to send")
    assert [*Path().iterdir()] == []


def test_utf_16_is_named(cli: Cli, simulator: Simulator) -> None:
    Path("rows.csv").write_text(f"{HEAD}\na,b,{URL},5\n", "utf-16")
    result = cli("batch", KLING, "rows.csv", "--plan")
    assert result.err == "error: rows.csv is UTF-16: save it as UTF-8; nothing was sent\n"


def test_a_budget_needs_the_maximum_cost_of_a_job(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    arguments = ("batch", KLING, table(*(f"k{n},a,{URL},5" for n in range(3))), "--yes")
    refused = cli(*arguments, "--budget", "1.00")
    assert refused.code == 3
    assert "give --max-cost DOLLARS --max-cost-unknown allow; nothing was sent" in refused.err
    planned = cli(*arguments, "--budget", "1.00", "--plan")
    assert planned.code == 3
    assert "give --max-cost DOLLARS --max-cost-unknown allow" in planned.out
    assert "Traceback" not in refused.err
    assert len(simulator.ledger.jobs) == before
    limits = ("--budget", "1.00", "--max-cost", "0.60", "--max-cost-unknown", "allow")
    result = cli(*arguments, *limits, "--at-once", "1")
    assert result.code == 3  # two at 0.35 leave less than 0.60
    assert sorted(line.split("\t")[1] for line in result.out.splitlines()) == [
        "done",
        "done",
        "over_budget",
    ]


@pytest.mark.parametrize(("option", "amount"), [("--budget", ""), ("--budget", "much")])
def test_an_invalid_amount_is_a_usage_error(cli: Cli, option: str, amount: str) -> None:
    result = cli("batch", KLING, table(f"a,a,{URL},5"), "--plan", option, amount)
    assert result.code == 2
    assert f"{option} has to be an amount" in result.err


def test_a_price_that_is_too_high_is_refused_but_invalid_rows_count_first(
    cli: Cli, simulator: Simulator
) -> None:
    name = table(f"a,a,{URL},5")
    assert cli("batch", KLING, name, "--max-cost", "0.10").code == 3
    mixed = table(f"a,a,{URL},5", f"b,b,{URL},99")
    assert cli("batch", KLING, mixed, "--max-cost", "0.10", "--plan").code == 1


@needs_linux("a device that is always full")
def test_a_batch_whose_output_cannot_be_written_can_be_run_again(simulator: Simulator) -> None:
    arguments = ["batch", KLING, table(f"a,a,{URL},5"), "--yes"]
    with Path("/dev/full").open("w") as full:
        completed = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert completed.returncode == 5
    assert "run the same again to go on" in completed.stderr
    assert "Traceback" not in completed.stderr


def test_a_table_that_does_not_exist_is_reported(cli: Cli, simulator: Simulator) -> None:
    result = cli("batch", KLING, "no.csv", "--yes")
    assert result.code == 1
    assert "no.csv: No such file or directory" in result.err


def test_a_batch_without_consent_is_not_paid_for(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--budget", "5").code == 3
    assert len(simulator.ledger.jobs) == before


@pytest.mark.parametrize(
    ("rows", "retries", "question"),
    [
        ({"to_send": 1}, 0, "Pay $0.21 for 1 job?"),
        ({"to_send": 2}, 3, "Pay $0.21 for 2 jobs (up to 4 tries: $0.84)?"),
        (
            {"to_send": 2, "to_finish": 1},
            1,
            "Pay $0.21 for 2 jobs (up to 2 tries: an unknown price)?",
        ),
        ({"to_finish": 1}, 0, None),
        ({"to_finish": 1}, 1, "Pay for up to 2 tries of 1 job in all?"),
    ],
)
def test_the_question_names_all_that_may_be_paid_for(
    rows: dict[str, int], retries: int, question: str | None
) -> None:
    price = Price(Decimal("0.21"), Decimal("0.21"), "output", "")
    counts = {"to_send": 0, "to_finish": 0, **rows}
    plan = Plan(counts={}, price=price, problems=[], **counts)
    assert batch_question(plan, retries) == question


def test_a_job_that_was_paid_for_is_finished_without_a_question(
    cli: Cli, simulator: Simulator
) -> None:
    name = table(f"anna,a,{URL},5")
    simulator.faults.files(faults.server_error(403, "no"))
    arguments = ("batch", KLING, name, "--files", "o/{key}{suffix}")
    assert cli(*arguments, "--yes").code == ExitCode.STILL_GOING
    assert cli(*arguments).code == 0
    assert Path("o/anna.mp4").is_file()


def test_each_run_says_what_to_do_about_unknown_rows(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},5")
    command = "runcomfy-models history --unknown --journal rows.csv.db"
    advice = f"1 row is unknown, and never sent again; look for it: {command}"
    for _ in range(2):
        assert cli("batch", KLING, name, "--yes").err.splitlines()[-1] == advice
    shown = cli(*command.split()[1:])
    assert (shown.code, "unknown" in shown.out) == (0, True)


def test_each_run_says_what_to_do_about_failed_rows(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(*[Course(queued=0, running=0, end=end) for end in ("failed", "cancelled")])
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},5")
    advice = "2 rows failed or were cancelled; --retries 1 pays for another job each"
    for _ in range(2):
        assert cli("batch", KLING, name, "--yes").err.splitlines()[-1] == advice
    again = cli("batch", KLING, name, "--yes", "--retries", "1")
    assert (again.code, "--retries" in again.err) == (0, False)


def test_a_batch_ends_with_the_worst_of_its_rows(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end="failed"))
    assert cli("batch", KLING, table(f"anna,a,{URL},5"), "--yes").code == 4
    assert cli("batch", KLING, "rows.csv", "--yes").code == 4  # it stays failed
    simulator.faults.submit(faults.lost_answer())
    name = table(f"anna,a,{URL},5", f"ben,b,{URL},99", name="other.csv")
    assert cli("batch", KLING, name, "--yes").code == 6
    assert cli("batch", KLING, table(f"a,a,{URL},99", name="3.csv"), "--yes").code == 1
