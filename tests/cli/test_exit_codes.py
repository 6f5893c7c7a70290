"""Every exit status, and what is printed with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import pytest

from runcomfy_models.cli.errors.exit_codes import ExitCode
from runcomfy_models.cli.models import ids
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import Cli
from tests.simulator.real_models import KLING

RUN = ("run", KLING, "--prompt", "a", "--start-image-url", "https://example.com/a.png")


@pytest.mark.parametrize(
    "arguments",
    [
        ("login",),
        ("batch", KLING, "-", "--journal", "jobs.db"),
        ("run", KLING, "--input", "-"),
        ("run", KLING, "--start-image-url", "-"),
    ],
)
def test_a_closed_standard_input_is_named(
    cli: Cli, simulator: Simulator, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    result = cli(*arguments)
    assert (result.code, result.err) == (1, "error: standard input is closed; nothing was sent\n")


def test_0_done(cli: Cli, simulator: Simulator) -> None:
    result = cli(*RUN, "--yes")
    assert (result.code, result.out) == (0, "out.mp4\n")
    assert "cost: $0.35" in result.err
    assert Path("out.mp4").read_bytes() == b"a video"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--duration", "99"), "--duration: Input should be less than or equal to 15"),
        (("--duration", "abc"), "--duration: Input should be a valid integer, got 'abc' (str)"),
        (("--start-image-url", "no.png"), "--start-image-url: no.png cannot be read: No such file"),
        (("--multi-prompt", "duration=1"), "--multi-prompt[0].duration: Input should be greater"),
        (("--set", "elements=[1]"), "--set elements[0]: Input should be an object, got 1 (int)"),
        (("--set", "sed=5"), "--set sed: the model has no such input"),
        (("--set", "multi_prompt=[{"), "--set multi_prompt: not JSON: Expecting"),
        (("--input", "no.json"), "--input no.json: No such file or directory"),
        (("--input", "list.json"), "--input list.json: not a JSON object"),
        (("--input", "broken.json"), "--input broken.json: not JSON: Expecting"),
        (("--input", "twice.json"), "--input twice.json: not JSON: 'duration' is there twice"),
        (("--input", "latin.json"), "--input latin.json: not UTF-8"),
        (("--multi-prompt", '{"prompt": "a", "prompt": "b"}'), "'prompt' is there twice"),
        (("--input", "wrong.json"), "wrong.json: duration: Input should be less"),
        (("--multi-prompt", "duration=4"), "--multi-prompt, --duration: the segments last 4 s"),
        (
            ("--multi-prompt", "prompt=a,duraton=4"),
            "--multi-prompt: unknown name 'duraton'; did you",
        ),
        (("--start-image-url", "~nobody-here/a.png"), "~nobody-here/a.png cannot be read"),
    ],
)
def test_1_wrong_input_and_nothing_sent(
    cli: Cli, simulator: Simulator, arguments: tuple[str, ...], message: str
) -> None:
    Path("list.json").write_text("[]")
    Path("broken.json").write_text("{")
    Path("twice.json").write_text('{"duration": 5, "duration": 6}')
    Path("latin.json").write_bytes(b'"\xe9"')
    Path("wrong.json").write_text('{"duration": 99}')
    before = len(simulator.ledger.jobs)
    result = cli(*RUN, *arguments, "--yes")
    assert (result.code, result.out) == (1, "")
    assert message in result.err
    assert "nothing was sent" in result.err
    assert len(simulator.ledger.jobs) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("rn",), "unknown command 'rn'; did you mean run?"),
        (("run", "kling/kling-3.0/standrd/image-to-video"), f"did you mean {KLING}?"),
        (
            ("run", "--yes", "--prompt", "a"),
            "the model is missing: runcomfy-models run MODEL --yes …",
        ),
        (("price", "--json"), "the model is missing: runcomfy-models price MODEL --json …"),
        (("status", "sim-1", "--model", "klng"), f"did you mean {KLING}?"),
        (("show", "klng"), f"did you mean {KLING}?"),
        ((*RUN, "--durtion", "5"), "--duration"),
        ((*RUN, "--set", "duration"), "is not NAME=VALUE"),
        *(
            ((*RUN, "--max-cost", amount), "has to be an amount of at least 0")
            for amount in ("much", "", " ", "nan", "-1")
        ),
        *(
            ((*RUN, "--yes", option, ""), f"'{option}': it is empty")
            for option in ("--key", "--journal", "--input", "--out")
        ),
        (("mcp", "--files", ""), "'--files': it is empty"),
        ((*RUN, "--yes", "--key", "\udcff"), "'--key': it is not UTF-8"),
        (("status", "\udcff"), "'ID': it is not UTF-8"),
        (("settle", "\udcff", "--not-sent"), "'KEY...': it is not UTF-8"),
        ((*RUN, "--timeout", "nan"), "'nan' is not a number of seconds"),
        ((*RUN, "--out", "~nobody-here"), "the home folder does not exist"),
        ((*RUN, "--out", "{nmae}"), "the template of files '{nmae}' has {nmae}"),
        ((*RUN, "--yes", "--key", "k", "--no-journal"), "--key needs a journal"),
        (("batch", KLING, "-", "--yes"), "a table on standard input needs --journal FILE"),
    ],
)
def test_2_usage(cli: Cli, simulator: Simulator, arguments: tuple[str, ...], message: str) -> None:
    result = cli(*arguments)
    assert result.code == 2
    assert result.out == "" or "--json" in arguments
    assert message in result.err


def test_a_model_that_was_renamed_runs_and_one_that_is_gone_is_named(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ids, "RENAMED", {"kling/old": KLING})
    monkeypatch.setattr(ids, "GONE", {"kling/gone": "2026-01-31"})
    renamed = cli("run", "kling/old", *RUN[2:], "--dry-run", "--json")
    assert (renamed.code, renamed.json["model_id"]) == (0, KLING)
    assert f"the model kling/old is called {KLING} now" in renamed.err
    for command in ("show", "run", "price"):
        gone = cli(command, "kling/gone")
        assert gone.code == 2
        assert "the model kling/gone was removed on 2026-01-31" in gone.err


def test_3_refused_without_a_token(cli: Cli) -> None:
    result = cli(*RUN, "--yes")
    assert result.code == 3
    assert "no token: set RUNCOMFY_API_TOKEN" in result.err
    assert "runcomfy-models login" in result.err


def test_3_refused_by_the_service(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.error_code(400002))
    assert cli(*RUN, "--yes").code == 3
    simulator.faults.submit(faults.refused_early())
    assert cli(*RUN, "--yes").code == 3
    simulator.faults.balance(faults.redirect())
    assert cli("balance").code == 3
    simulator.faults.submit(*[faults.too_many_requests(retry_after=0)] * 4)
    assert cli(*RUN, "--yes").code == 3


def test_3_refused_without_consent_to_pay(cli: Cli, simulator: Simulator) -> None:
    before = len(simulator.ledger.jobs)
    result = cli(*RUN)
    assert (result.code, result.out) == (3, "")
    assert "--yes" in result.err
    assert "--max-cost" in result.err
    assert len(simulator.ledger.jobs) == before


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_4_the_job_has_ended_without_a_result(
    cli: Cli, simulator: Simulator, end: Literal["failed", "cancelled"]
) -> None:
    simulator.jobs.next(Course(queued=0, running=0, end=end))
    assert cli(*RUN, "--yes").code == 4


def test_5_still_going_with_the_id(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=50))
    result = cli(*RUN, "--yes", "--timeout", "0")
    request_id = simulator.ledger.jobs[-1].id
    assert (result.code, result.out) == (5, "")
    assert f"follow it: runcomfy-models wait {request_id}" in result.err
    status = cli("status", request_id)
    assert (status.code, status.out[:8]) == (5, "in queue")
    assert cli("result", request_id).code == 5


def test_5_files_are_missing(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.files(*[faults.server_error(403)] * 4)
    result = cli(*RUN, "--yes")
    assert result.code == 5
    assert f"runcomfy-models download {simulator.ledger.jobs[-1].id}" in result.err


def test_6_unknown(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    result = cli(*RUN, "--yes", "--key", "k1")
    assert (result.code, result.out) == (6, "")
    assert "never run it again without looking" in result.err
    sent = len(simulator.ledger.jobs)
    again = cli(*RUN, "--yes", "--key", "k1")
    assert again.code == 6
    assert "runcomfy-models settle 'k1' --request-id" in again.err
    assert len(simulator.ledger.jobs) == sent


FAILURES: list[tuple[Any, tuple[str, ...], str]] = [
    (1, ("--duration", "99"), "InvalidInputError"),
    (3, ("--max-cost", "0.01", "--yes"), "PriceTooHigh"),
]


@pytest.mark.parametrize(("code", "arguments", "kind"), FAILURES)
def test_a_failure_is_printed_as_json(
    cli: Cli, simulator: Simulator, code: int, arguments: tuple[str, ...], kind: str
) -> None:
    result = cli(*RUN, *arguments, "--json")
    assert result.code == code == result.json["exit_code"]
    assert result.json["error"]["type"] == kind
    assert (result.json["request_id"], "key" in result.json) == (None, True)


def test_problems_are_json_with_their_wire_names(cli: Cli) -> None:
    [problem] = cli(*RUN, "--duration", "99", "--dry-run", "--json").json["error"]["problems"]
    assert problem == {
        "path": "duration",
        "message": "Input should be less than or equal to 15",
        "code": "less_than_equal",
        "value": "99",
    }


def test_the_guide_has_every_exit_status(root: Path) -> None:
    text = (root / "docs/command-line.md").read_text("utf-8")
    for code in ExitCode:
        assert f"\n| {code:d} | " in text, code


def test_json_of_an_error_is_one_line(cli: Cli) -> None:
    lines = cli(*RUN, "--json").out.splitlines()
    assert len(lines) == 1
    json.loads(lines[0])
