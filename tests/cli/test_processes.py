"""The command in its own process: killed, without a reader, a home, or its extra."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from runcomfy_models.journal import Journal
from runcomfy_models.testing import Course, Simulator
from tests.cli.conftest import COMMAND, Cli
from tests.cli.test_exit_codes import RUN
from tests.platforms import needs_linux, needs_posix
from tests.simulator.real_models import KLING

KILLED = """
import os, signal
from runcomfy_models.cli.jobs import running
running.print_to_stderr = lambda text: os.kill(os.getpid(), signal.SIGKILL)
from runcomfy_models.cli import main
main()
"""
"""The command, killed when it is about to print the id of a job."""


@needs_posix("SIGKILL")
def test_the_journal_has_the_id_of_a_run_that_is_killed_before_printing_it(
    simulator: Simulator, home: Path
) -> None:
    completed = subprocess.run([sys.executable, "-c", KILLED, *RUN, "--yes"], check=False)
    assert completed.returncode == -signal.SIGKILL
    with Journal(home / ".local/share/runcomfy-models/journal.db") as journal:
        [entry] = journal.entries()
    assert entry.request_id == simulator.ledger.jobs[-1].id
    assert entry.state == "submitted"


@needs_posix("a closed pipe")
def test_a_closed_pipe_does_not_end_the_command(simulator: Simulator) -> None:
    """Neither a traceback nor another exit status: the job goes on and its files arrive."""
    simulator.jobs.next(Course(queued=1, running=0))
    with subprocess.Popen(
        [*COMMAND, *RUN, "--yes", "--out", "o"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stderr.close()
    assert running.returncode == 0
    assert list(Path("o").iterdir())


@needs_posix("a shell")
def test_the_head_of_a_list_is_not_an_error() -> None:
    code = f"{' '.join(COMMAND)} models --json | head -n 0; echo ${{PIPESTATUS[0]}}"
    completed = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    assert (completed.stdout, completed.stderr) == ("0\n", "")


@needs_posix("closed descriptors")
def test_standard_output_may_be_closed() -> None:
    code = f"{' '.join(COMMAND)} models >&- 2>&-"
    assert subprocess.run(["bash", "-c", code], check=False).returncode == 0


@needs_linux("a device that is always full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("models",), 1),
        (("run", KLING, "--help"), 1),
        (("completion", "bash"), 1),
        (("nope", "--json"), 2),
        ((*RUN, "--yes", "--json"), 5),  # paid for: never a status that says that nothing was sent
    ],
)
def test_a_full_disk_is_reported(
    simulator: Simulator, arguments: tuple[str, ...], code: int
) -> None:
    with Path("/dev/full").open("w") as full:
        completed = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert completed.returncode == code
    assert "Traceback" not in completed.stderr
    assert ("standard output: No space left on device" in completed.stderr) is (code != 2)


@needs_posix("a closed pipe")
@pytest.mark.parametrize("arguments", [("run", KLING, "--help"), ("completion", "zsh")])
def test_help_into_a_closed_pipe_is_not_an_error(arguments: tuple[str, ...], home: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    completed = subprocess.run(
        [*COMMAND, *arguments], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (completed.returncode, completed.stderr) == (0, "")


HOMELESS = """
import os, sys
del os.environ["HOME"]
sys.modules["pwd"] = None
from runcomfy_models.cli import main
main()
"""


@needs_posix("a home folder that a variable names")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("history",), "this user has no home folder for a journal: give --journal FILE\n"),
        (("settle", "k", "--not-sent"), "give --journal FILE\n"),
        ((*RUN, "--yes"), "a journal: give --journal FILE, or --no-journal to record nothing\n"),
        (("mcp",), "this user has no home folder for a journal: give --journal FILE\n"),
    ],
)
def test_a_user_without_a_home_gets_advice(
    simulator: Simulator, arguments: tuple[str, ...], message: str
) -> None:
    completed = subprocess.run(
        [sys.executable, "-c", HOMELESS, *arguments], capture_output=True, text=True, check=False
    )
    assert completed.returncode == 1
    assert completed.stderr.endswith(message)
    assert completed.stderr.count("give --journal") == 1


@needs_posix("/dev/null")
@pytest.mark.parametrize("environment", [{"HOME": "/dev/null"}, {"XDG_DATA_HOME": "/dev/null/x"}])
def test_without_a_home_nothing_is_sent_unless_the_journal_is_switched_off(
    process: Cli, simulator: Simulator, environment: dict[str, str]
) -> None:
    before = len(simulator.ledger.jobs)
    completed = process(*RUN, "--yes", **environment)
    assert (completed.code, completed.out) == (1, "")
    assert "give --journal FILE, or --no-journal" in completed.err
    assert "Traceback" not in completed.err
    assert len(simulator.ledger.jobs) == before
    assert process(*RUN, "--yes", "--no-journal", **environment).code == 0


WITHOUT_EXTRA = """
import sys
sys.modules["click"] = None
from runcomfy_models.cli import main
main()
"""


def test_without_the_extra_it_says_what_to_install() -> None:
    completed = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA], capture_output=True, text=True, check=False
    )
    assert completed.returncode == 1
    assert completed.stderr == 'runcomfy-models needs click: pip install "runcomfy-models[cli]"\n'


FORBIDDEN = ("pydantic", "httpx", "rich", "asyncio", "sqlite3", "platformdirs")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["run", KLING, "--help"], {}),
        (["models", "video"], {}),
        ([], {"_RUNCOMFY_MODELS_COMPLETE": "bash_complete", "COMP_WORDS": "runcomfy-models run k"}),
    ],
    ids=["help", "models", "completion"],
)
def test_help_search_and_completion_import_nothing_that_is_slow(
    arguments: list[str], environment: dict[str, str]
) -> None:
    code = (
        "import sys\nfrom runcomfy_models.cli.group import run\n"
        f"try: run({arguments})\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    completed = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert KLING in completed.stdout
    assert not set(FORBIDDEN) & set(completed.stderr.split())


def test_the_library_imports_nothing_of_the_command() -> None:
    code = "import runcomfy_models as r, sys; r.prepare(*r.MODELS); r.RunComfy(token='t-123')"
    code += "; print([name for name in sys.modules if name.startswith('runcomfy_models.cli')])"
    completed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert completed.stdout == "[]\n"


def test_a_batch_that_is_killed_goes_on(simulator: Simulator, process: Cli) -> None:
    simulator.jobs.course = Course(queued=2, running=2, output={})
    rows = [
        {"key": f"k{n}", "prompt": f"p{n}", "start_image_url": "https://example.com/a.png"}
        for n in range(30)
    ]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    before = len(simulator.ledger.jobs)
    arguments = ["batch", KLING, "rows.jsonl", "--yes"]
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL) as first_run:
        while len(simulator.ledger.jobs) < before + 5:
            time.sleep(0.01)
        first_run.kill()
    second_run = process(*arguments, "--json")
    with Journal("rows.jsonl.db") as journal:
        assert second_run.code == (6 if journal.unknown() else 0)
    simulator.ledger.assert_nothing_sent_again()
