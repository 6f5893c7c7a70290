"""On a real terminal: the question before paying, Ctrl-C, and completion in a real bash."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator, faults
from tests.cli.conftest import CommandResult
from tests.cli.test_exit_codes import RUN
from tests.platforms import needs_posix
from tests.programs import default_ctrl_c
from tests.simulator.real_models import ALEPH, KLING

pexpect = pytest.importorskip("pexpect")
pytestmark = needs_posix("a pseudo-terminal")

Terminal = Callable[..., "pexpect.spawn[str]"]
END = pexpect.EOF


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    """Run the command on a terminal of 100 columns."""
    running: list[pexpect.spawn[str]] = []

    def started(*arguments: str, **environment: str) -> pexpect.spawn[str]:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "runcomfy_models.cli", *arguments],
            env={**os.environ, "TERM": "xterm", **environment},
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=60,
            preexec_fn=default_ctrl_c,
        )
        running.append(child)
        return child

    yield started
    for child in running:
        child.close(force=True)


def wait_for_end(child: pexpect.spawn[str]) -> CommandResult:
    """Wait for the end; return the exit status, and what is left of the output."""
    child.expect(END)
    child.close()
    return CommandResult(child.exitstatus, child.before, "")


def test_the_question_shows_model_inputs_and_price(
    terminal: Terminal, simulator: Simulator
) -> None:
    child = terminal(*RUN)
    child.expect(re.escape("Pay a price that is not known? [y/N]: "))
    question = child.before
    assert f"model: {KLING}" in question
    assert "prompt: a" in question
    assert "price: unknown" in question
    child.sendline("y")
    result = wait_for_end(child)
    assert (result.code, "out.mp4" in result.out) == (0, True)


@pytest.mark.parametrize(("answer", "code"), [("n\r", 3), ("\r", 3), ("\x04", 130), ("\x03", 130)])
def test_without_a_yes_nothing_is_paid_for(
    terminal: Terminal, simulator: Simulator, answer: str, code: int
) -> None:
    before = len(simulator.ledger.jobs)
    child = terminal(*RUN)
    child.expect_exact("[y/N]: ")
    child.send(answer)
    result = wait_for_end(child)
    assert result.code == code
    assert "nothing was sent" in result.out
    assert "Traceback" not in result.out
    assert len(simulator.ledger.jobs) == before


@pytest.mark.parametrize(
    ("options", "words"),
    [((), "the job goes on"), (("--on-interrupt", "cancel"), "asked to cancel, outcome cancelled")],
)
def test_ctrl_c_prints_the_id_and_whether_the_job_goes_on(
    terminal: Terminal, simulator: Simulator, options: tuple[str, ...], words: str
) -> None:
    simulator.jobs.next(Course(queued=10_000))
    child = terminal(*RUN, "--yes", *options)
    child.expect("in queue, place 1")
    child.send("\x03")
    result = wait_for_end(child)
    [job] = simulator.ledger.jobs[-1:]
    assert result.code == 130
    assert f"request {job.id}" in result.out
    assert words in result.out
    assert "Traceback" not in result.out


def test_ctrl_c_during_the_paid_call_is_unknown(terminal: Terminal, simulator: Simulator) -> None:
    simulator.faults.submit(faults.delay(30))
    before = len(simulator.ledger.jobs)
    child = terminal(*RUN, "--yes", "--key", "k1", "--journal", "j.db")
    while len(simulator.ledger.jobs) == before:
        child.expect([pexpect.TIMEOUT, END], timeout=0.1)
    child.send("\x03")
    result = wait_for_end(child)
    assert result.code == 6
    assert "never run it again without looking" in result.out
    with Journal("j.db") as journal:
        assert [entry.key for entry in journal.unknown()] == ["k1"]


def test_sigterm_ends_it_like_ctrl_c(terminal: Terminal, simulator: Simulator) -> None:
    simulator.jobs.next(Course(queued=10_000))
    child = terminal(*RUN, "--yes")
    child.expect("in queue, place 1")
    child.kill(signal.SIGTERM)
    result = wait_for_end(child)
    assert result.code == 143
    assert f"request {simulator.ledger.jobs[-1].id}" in result.out


@pytest.mark.parametrize(("setting", "are_there"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_output_has_colours_unless_no_color_is_set(
    terminal: Terminal, simulator: Simulator, setting: dict[str, str], are_there: bool
) -> None:
    result = wait_for_end(terminal(*RUN, "--yes", **setting))
    assert result.code == 0
    assert bool(re.search(r"\x1b\[[\d;]*3\dm", result.out)) is are_there


ALEPH_RUN = f"runcomfy-models run {ALEPH}"
KLING_RUN = f"runcomfy-models run {KLING}"
COMPLETED = {
    "runcomfy-models mod": "runcomfy-models models ",
    "runcomfy-models run kl": f"{KLING_RUN} ",
    "runcomfy-models show runw": f"runcomfy-models show {ALEPH} ",
    f"{KLING_RUN} --start-im": f"{KLING_RUN} --start-image-url ",
    f"runcomfy-models run --yes {KLING} --no-gen": f"{KLING} --no-generate-audio ",
    f"true && {ALEPH_RUN} --ratio 15": f"{ALEPH_RUN} --ratio 1584:672 ",
    f"{ALEPH_RUN} --ratio 1584:": f"{ALEPH_RUN} --ratio 1584:672 ",
    f"{ALEPH_RUN} --ratio=84": f"{ALEPH_RUN} --ratio=848:480 ",
    f"{KLING_RUN} --prompt 'a b' --start-image-url pho": "--start-image-url photo.png ",
    f"{KLING_RUN} --input pho": "--input photo.png ",
    "runcomfy-models history --js": "history --json ",
}
"""A typed line: how it goes on after the Tab key."""


SHELLS = {
    "bash": (["--norc", "--noprofile"], "bind 'set enable-bracketed-paste off'"),
    "zsh": (["-f"], "autoload -U compinit && compinit -u"),
}
"""Shell: its arguments, and what it has to run before."""


def require_shell(shell: str) -> None:
    """Skip without that shell; CI on Linux does not skip."""
    if not shutil.which(shell):
        is_ci = os.environ.get("CI") == "true" and sys.platform == "linux"
        (pytest.fail if is_ci else pytest.skip)(f"there is no {shell}: apt-get install {shell}")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_commands_models_flags_values_and_files(
    shell: str, with_program: dict[str, str]
) -> None:
    require_shell(shell)
    arguments, setup = SHELLS[shell]
    Path("photo.png").touch()
    child = pexpect.spawn(
        shell,
        arguments,
        env=with_program,
        encoding="utf-8",
        dimensions=(40, 200),
        timeout=30,
    )
    child.sendline(setup)
    child.sendline(f'eval "$(runcomfy-models completion {shell})"; echo re""ady')
    child.expect("ready\r")
    for typed, completed in COMPLETED.items():
        child.send(typed + "\t")
        child.expect_exact(completed)
        child.send("\x15")  # the line is given up
    child.close(force=True)


def test_fish_completes(with_program: dict[str, str]) -> None:
    require_shell("fish")
    Path("photo.png").touch()
    commands = "".join(f"complete -C {shlex.quote(typed)}; echo ---;" for typed in COMPLETED)
    completed = subprocess.run(
        ["fish", "--no-config", "-c", f"runcomfy-models completion fish | source; {commands}"],
        env=with_program,
        capture_output=True,
        text=True,
        check=True,
    )
    answers = completed.stdout.split("---\n")
    for answer, (typed, expected) in zip(answers, COMPLETED.items(), strict=False):
        candidates = [line.partition("\t")[0] for line in answer.splitlines()]
        assert expected.split()[-1] in candidates, typed
    assert "--json\tPrint JSON, one object a line." in completed.stdout  # to its end


def test_ctrl_c_in_a_batch_says_how_to_go_on(terminal: Terminal, simulator: Simulator) -> None:
    simulator.jobs.course = Course(queued=10_000)
    rows = [f"k{n},a,https://example.com/a.png" for n in range(3)]
    Path("rows.csv").write_text("\n".join(["key,prompt,start_image_url", *rows, ""]))
    before = len(simulator.ledger.jobs)
    child = terminal("batch", KLING, "rows.csv")
    child.expect_exact("Pay an unknown price for 3 jobs? [y/N]: ")
    child.sendline("y")
    while len(simulator.ledger.jobs) < before + 3:
        child.expect([pexpect.TIMEOUT, END], timeout=0.1)
    child.send("\x03")
    result = wait_for_end(child)
    assert result.code == 130
    assert "run the same again to go on" in result.out
    assert "Traceback" not in result.out
