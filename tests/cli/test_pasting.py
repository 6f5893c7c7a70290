"""Keys, paths and curl calls are printed so that pasting them gives the same text."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_models.cli.jobs.consent import ask_for_consent
from runcomfy_models.cli.output.pasting import pasteable, shell_word
from runcomfy_models.testing import Simulator, faults
from tests.cli.conftest import Cli
from tests.cli.test_exit_codes import RUN
from tests.platforms import needs_posix
from tests.simulator.real_models import KLING

ODD_TEXT = "a  b\u00a0c \U0001fae9 \u0430"
"""Two blanks, a no-break space, an emoji of 2024, a Cyrillic letter."""

IMAGE = "https://example.com/a.png"


@needs_posix("a shell")
@pytest.mark.parametrize(
    "text", [ODD_TEXT, "it's", "a\\b", "\x1b[2J\u202e", "a\tb\nc", "\udcff", "-x"]
)
def test_bash_reads_a_word_as_the_text(text: str) -> None:
    word = shell_word(text)
    assert word.isprintable()
    completed = subprocess.run(["bash", "-c", f"printf %s {word}"], capture_output=True, check=True)
    assert completed.stdout == text.encode("utf-8", "surrogateescape")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "Cn"])))
def test_a_text_of_printable_characters_is_pasted_unchanged(text: str) -> None:
    assert pasteable(text) == text


@given(st.text(min_size=1))
def test_no_text_that_is_pasted_controls_a_terminal(text: str) -> None:
    word = shell_word(text.encode("utf-8", "replace").decode())
    assert word.isprintable()


def test_the_call_of_curl_has_the_same_json(cli: Cli) -> None:
    result = cli("run", KLING, "--prompt", ODD_TEXT, "--start-image-url", IMAGE, "--dry-run")
    body = shlex.split(result.out.splitlines()[-1])[-1]
    assert json.loads(body)["prompt"] == ODD_TEXT
    assert result.out.replace("\n", "").isprintable()


def test_a_key_of_the_history_settles_its_job(cli: Cli, simulator: Simulator) -> None:
    simulator.faults.submit(faults.lost_answer())
    cli(*RUN, "--yes", "--key", ODD_TEXT)
    key = cli("history", "--unknown").out.partition("\t")[0]
    assert cli("settle", key, "--not-sent").out == f"{ODD_TEXT}\tplanned\n"


def test_a_path_that_is_printed_exists(cli: Cli, simulator: Simulator) -> None:
    printed = cli(*RUN, "--yes", "--out", f"{ODD_TEXT}.mp4").out.removesuffix("\n")
    assert Path(printed).is_file()


def test_the_question_has_one_line_for_each_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("runcomfy_models.cli.jobs.consent.is_terminal", lambda _: True)
    monkeypatch.setattr("click.confirm", lambda *_, **__: True)
    lines = ["  prompt: x\nprice: $0.00 (the catalog)", "price: $0.84"]
    ask_for_consent(lines, "Pay $0.84?", assume_yes=False, has_cost_limit=False)
    printed = capsys.readouterr().err.splitlines()
    assert printed == [r"  prompt: x\nprice: $0.00 (the catalog)", "price: $0.84"]


def test_a_key_of_a_table_adds_no_line_to_the_plan(cli: Cli) -> None:
    row = {"key": "k\nprice: $0.00", "prompt": "a", "start_image_url": IMAGE, "duration": 99}
    Path("rows.jsonl").write_text(json.dumps(row))
    plan = cli("batch", KLING, "rows.jsonl", "--plan").out
    assert [line for line in plan.splitlines() if line.startswith("price:")] == ["price: $0.00"]
