"""Output for people and for programs, in which no text of a page can control a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcomfy_codegen.planning.ir import InfoSpec
from runcomfy_codegen.rendering.catalog_context import catalog_context
from runcomfy_models import _catalog
from runcomfy_models.cli import group
from runcomfy_models.cli.flags.click_options import help_of, metavar_of
from runcomfy_models.cli.flags.index import read_flags
from runcomfy_models.cli.output.printing import json_text, printable
from runcomfy_models.testing import Course, Simulator
from tests.cli.conftest import Cli
from tests.simulator.real_models import KLING

SNAPSHOTS = Path(__file__).parent / "snapshots"

COMMANDS = {
    "help": ("--help",),
    "run": ("run", KLING, "--help"),
    "run-without-a-model": ("run", "--help"),
    "show": ("show", KLING),
    "show-json": ("show", KLING, "--json"),
    "models": ("models", "--json"),
    "dry-run": (
        *("run", KLING, "--prompt", "Waves.", "--start-image-url", "https://example.com/sea.png"),
        *("--no-generate-audio", "--multi-prompt", "prompt=a close-up,duration=10", "--dry-run"),
    ),
    "batch": ("batch", "--help"),
}
"""Name of a snapshot: the command whose output it is."""


@pytest.mark.parametrize("name", COMMANDS)
def test_help_and_json_match_their_snapshots(
    name: str, cli: Cli, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = cli(*COMMANDS[name])
    assert result.code == 0
    snapshot = SNAPSHOTS / f"{name}.txt"
    if request.config.getoption("--accept"):
        snapshot.write_text(result.out, "utf-8")
    assert result.out == snapshot.read_text("utf-8"), "if this is intended: make accept"


def test_every_command_but_the_server_prints_json(cli: Cli) -> None:
    without_json = [name for name in group.COMMANDS if "--json" not in cli(name, "--help").out]
    assert without_json == ["mcp"]
    assert "complete" in cli("completion", "fish", "--json").json["script"]


HOSTILE = "a\x1b]0;owned\x07\x9b2J\r\u202eb\x00\x7f"


def is_harmless(text: str) -> bool:
    return all(char.isprintable() or char in "\n\t" for char in text)


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog whose texts try to command a terminal."""
    info = InfoSpec(HOSTILE, f"{HOSTILE}\n{HOSTILE}", (HOSTILE,), HOSTILE, HOSTILE, "0.1", HOSTILE)
    context: Any = catalog_context({KLING: info})
    monkeypatch.setattr(_catalog, "INFOS", dict(context.infos))
    monkeypatch.setattr(_catalog, "WORDS", dict(context.words))


@pytest.mark.usefixtures("hostile")
def test_texts_of_a_page_cannot_control_a_terminal(cli: Cli) -> None:
    for result in (cli("models"), cli("models", "--json"), cli("models", HOSTILE), cli(HOSTILE)):
        assert is_harmless(result.out + result.err)
        assert "owned" in result.out + result.err
    [flag] = read_flags(
        (json.dumps({"name": "a", "help": HOSTILE, "choices": [HOSTILE]}),)
    ).values()
    assert is_harmless(help_of(flag) + metavar_of(flag))


def test_answers_of_the_service_cannot_control_a_terminal(cli: Cli, simulator: Simulator) -> None:
    simulator.jobs.course = Course(queued=0, running=0, output={"image": HOSTILE})
    result = cli(
        "run", KLING, "--prompt", "a", "--start-image-url", "https://example.com/a.png", "-y"
    )
    assert is_harmless(result.out + result.err)
    assert "owned" in result.out


@given(st.text())
def test_all_output_is_harmless_and_json_stays_json(text: str) -> None:
    assert is_harmless(printable(text))
    assert json.loads(json_text({"a": text})) == {"a": text}
    assert is_harmless(json_text({text: [text]}))


def test_a_table_in_a_pipe_is_never_wrapped(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    lines = cli("models").out.splitlines()
    assert [line.count("\t") for line in lines] == [3, 3]
    assert not re.search(r"[─━│]", "".join(lines))
