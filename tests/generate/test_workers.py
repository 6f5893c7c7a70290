"""Worker processes end with the process that they work for, and a lost one is an error."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from runcomfy_codegen.generate.workers import WorkerLostError, map_in_workers
from tests.platforms import needs_posix
from tests.programs import started

from .conftest import Project

pytestmark = needs_posix("signals that end a process")

REPOSITORY = Path(__file__).parents[2]

WORKING = """
import sys
sys.path.insert(0, sys.argv[1])
from runcomfy_codegen import cli
from runcomfy_codegen.__main__ import main
from runcomfy_codegen.generate.workers import map_in_workers
from tests.generate.lasting_work import work
cli.runcomfy_codegen.main = lambda **_: list(map_in_workers(work, range(4), 2))
main()
"""
"""A command that builds in two workers, and lasts."""

LOSING = """
import os
from runcomfy_codegen.__main__ import main
from runcomfy_codegen.generate import parallel_builder
from runcomfy_codegen.generate.workers import map_in_workers
parallel_builder.MODELS_PER_PROCESS = 1
parallel_builder._processors = lambda: 2
parallel_builder.map_in_workers = lambda *_: map_in_workers(os._exit, [9], 2)
main()
"""
"""A command whose worker ends without a message, as if the kernel had killed it."""


@pytest.fixture
def working() -> Iterator[tuple[subprocess.Popen[str], list[int], Path]]:
    """A command with two workers that have begun, their ids, and their temporary folder."""
    with started(WORKING, str(REPOSITORY), bufsize=1) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().split() for _ in range(2)]
        yield process, [int(line[0]) for line in lines], Path(lines[0][1])


@pytest.mark.parametrize(
    ("signal_name", "status"),
    [
        ("SIGINT", 130),
        ("SIGTERM", 143),
        ("SIGHUP", 129),
        ("SIGKILL", -9),
    ],
)
def test_workers_end_with_their_parent_and_close_its_output(
    signal_name: str,
    status: int,
    working: tuple[subprocess.Popen[str], list[int], Path],
) -> None:
    """Readers of the output see its end at once, not after a minute."""
    process, _, folder = working
    process.send_signal(signal.Signals[signal_name])
    _, errors = process.communicate(timeout=20)
    assert process.returncode == status
    assert "Traceback" not in errors
    assert not folder.exists()


def test_a_signal_to_the_process_group_ends_the_command_like_one_to_the_process(
    working: tuple[subprocess.Popen[str], list[int], Path],
) -> None:
    """A terminal and a service manager send it to the workers as well: no worker is lost."""
    process, workers, _ = working
    for number in (*workers, process.pid):
        os.kill(number, signal.SIGTERM)
    assert process.wait(timeout=20) == 143


@pytest.mark.parametrize("command", ["check", "generate"])
def test_a_killed_worker_is_reported_on_one_line_with_exit_status_2(
    command: str, project: Project
) -> None:
    """Not 1, which means that generated files differ."""
    completed = subprocess.run(
        [sys.executable, "-c", LOSING, command],
        cwd=project.folder,
        env={"RUNCOMFY_CODEGEN_CACHE": str(project.cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == 2
    (line,) = completed.stderr.splitlines()
    assert "a worker process was killed, perhaps for lack of memory: run it again" in line


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(map_in_workers(abs, [-3, 2, -1], 2)) == [3, 2, 1]


def test_a_worker_that_ends_by_itself_is_lost() -> None:
    with pytest.raises(WorkerLostError):
        list(map_in_workers(os._exit, [1], 2))
