"""A failure gives a clear error, the right exit status, and no half-written file."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.platforms import needs_linux, needs_posix

if sys.platform != "win32":
    import resource

from runcomfy_codegen.atomic_write import write_if_changed
from tests.programs import CTRL_C

from .conftest import MINIMAL, Command, tree

SIGNALLED_RUN = """
import os, sys
from pathlib import Path
from runcomfy_codegen.__main__ import main
replace, written = Path.replace, []
signal = int(sys.argv.pop())
def signalling(self, target):
    written.append(target)
    if len(written) == 30:
        os.kill(os.getpid(), signal)
    return replace(self, target)
Path.replace = signalling
sys.argv.append("generate")
main()
"""
"""A run that gets a signal after writing its thirtieth file, and before moving it in place."""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "acme/one/input.json:: error[invalid-json]: not JSON: Expecting value at line 1"),
        ('{"type": "object", "prop', "error[invalid-json]: not JSON: Unterminated string"),
        ("[1, 2]", "error[not-an-object]: the input schema does not describe an object"),
        ('{"type": "string"}', "error[not-an-object]"),
        ("\x00", "error[invalid-json]: not JSON"),
        ('{"a":' * 5000, "error[invalid-json]: nested deeper than 100 levels"),
    ],
)
def test_a_broken_schema_stops_the_run(
    text: str, message: str, schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    (schemas / "acme/one/input.json").write_text(text)
    completed = codegen("generate")
    assert completed.returncode == 1
    assert message in completed.stderr
    assert "Traceback" not in completed.stderr
    assert not (tmp_path / "generated").exists()


def test_one_run_reports_all_diagnostics_of_all_files(schemas: Path, codegen: Command) -> None:
    (schemas / "acme/one/input.json").write_text("{")
    (schemas / "acme/two").mkdir()
    (schemas / "acme/two/input.json").write_text(MINIMAL.replace("string", "text"))
    (schemas / "acme/two/output.json").write_text("[]")
    (schemas / "acme/three").mkdir()
    (schemas / "acme/three/output.json").write_text("{}")
    completed = codegen("generate")
    assert completed.returncode == 1
    codes = [
        line.partition("[")[2].partition("]")[0] for line in completed.stderr.splitlines()[:-1]
    ]
    assert codes == [
        *("invalid-json", "missing-input", "not-an-object", "unknown-type", "not-an-object")
    ]
    assert completed.stderr.endswith("5 errors: nothing was generated\n")


def test_diagnostics_are_printed_as_json(schemas: Path, codegen: Command) -> None:
    (schemas / "acme/one/input.json").write_text(MINIMAL.replace("string", "text"))
    completed = codegen("generate", "--format", "json")
    assert completed.returncode == 1
    (diagnostic,) = json.loads(completed.stdout)["diagnostics"]
    assert diagnostic == {
        "file": "schemas/acme/one/input.json",
        "pointer": "/properties/prompt/type",
        "severity": "error",
        "code": "unknown-type",
        "message": "unknown type 'text'",
        "hint": "one of JSON Schema's types",
    }


def test_info_is_printed_with_v(schemas: Path, codegen: Command) -> None:
    assert "info[" not in codegen("generate").stderr
    assert "info[output-map]" in codegen("generate", "-v").stderr


def test_a_folder_that_is_not_a_model_id_is_an_error(schemas: Path, codegen: Command) -> None:
    (schemas / "acme/one").rename(schemas / "one")
    completed = codegen("generate")
    assert completed.returncode == 1
    assert "error[invalid-model-id]" in completed.stderr


def test_a_folder_without_models_is_an_error_and_removes_nothing(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """An empty folder is probably the wrong one."""
    codegen("generate")
    before = tree(tmp_path / "generated")
    (tmp_path / "empty").mkdir()
    completed = codegen("generate", "--schemas", "empty")
    assert completed.returncode == 1
    assert (
        "empty:: error[no-models]: contains no model (hint: runcomfy-codegen import"
        in completed.stderr
    )
    assert codegen("check", "--schemas", "empty").returncode == 2
    assert tree(tmp_path / "generated") == before


def test_a_missing_schemas_folder_is_an_error(codegen: Command) -> None:
    completed = codegen("generate")
    assert (completed.returncode, completed.stderr) == (
        1,
        "error: schemas: is not a folder of schemas\n",
    )
    assert codegen("check").returncode == 2


@pytest.mark.parametrize(
    "arguments", [("generate", "--no-such"), ("import",), ("nonsense",), ("generate", "extra")]
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], codegen: Command) -> None:
    completed = codegen(*arguments)
    assert completed.returncode == 2
    assert "Usage:" in completed.stderr


@pytest.mark.parametrize(
    "out",
    [pytest.param("/proc/nowhere", marks=needs_posix("/proc")), "schemas/acme/one/input.json/out"],
)
def test_an_output_folder_that_cannot_be_written_is_an_error(
    out: str, schemas: Path, codegen: Command
) -> None:
    completed = codegen("generate", "--out", out)
    assert completed.returncode == 1
    assert completed.stderr.startswith(f"error: {out}")
    assert "Traceback" not in completed.stderr


@needs_posix("limit for the size of files")
def test_a_full_disk_leaves_no_half_file(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    """Simulated by a limit on the size of files; the next run completes the rest."""
    limited = subprocess.run(
        [sys.executable, "-m", "runcomfy_codegen", "generate"],
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.returncode == 1
    (name, reason) = limited.stderr.removeprefix("error: ").rsplit(": ", 1)
    assert reason == "File too large\n"
    assert re.fullmatch(r"generated/runcomfy_models/[a-z/_]+\.py|.*/runcomfy-codegen-.*\.py", name)
    partial = tree(tmp_path / "generated")
    assert codegen("generate").returncode == 0
    assert partial.items() <= tree(tmp_path / "generated").items()


@needs_posix("limit for the size of files")
def test_the_error_of_a_full_disk_names_the_file(tmp_path: Path) -> None:
    """The system's own error names none, since it comes from writing, not from opening."""
    code = "from runcomfy_codegen.atomic_write import *; write_if_changed(Path('x'), 9999 * 'x')"
    limited = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.stderr.endswith("OSError: [Errno 27] File too large: 'x'\n")
    assert list(tmp_path.iterdir()) == []


@needs_posix("signal that a process can be sent by itself")
def test_ctrl_c_leaves_no_temporary_file(tmp_path: Path) -> None:
    """Interrupt before each line of the writing, until the interrupt comes too late."""
    file = tmp_path / "file"
    file.write_text("old")
    for line in count(1):
        with interrupted_at(line):
            write_if_changed(file, "new")
        assert list(tmp_path.iterdir()) == [file]
        if file.read_text() == "new":
            break
    assert line > 5


@needs_posix("pipe that has a name")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """So is /dev/null, which root could replace for every program of the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert write_if_changed(pipe, "text")
    assert os.read(reading, 10) == b"text"
    assert pipe.is_fifo()
    os.close(reading)


@needs_linux("device that is always full")
def test_the_error_of_a_full_device_names_it() -> None:
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"):
        write_if_changed(Path("/dev/full"), "text")


@needs_posix("right to make links")
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    write_if_changed(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "new"


@contextmanager
def interrupted_at(number: int) -> Iterator[None]:
    """Raise KeyboardInterrupt before line number `number` that `atomic_write` executes."""
    lines = count(1)

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != write_if_changed.__code__.co_filename:
            return None
        if event == "line" and next(lines) == number:
            raise KeyboardInterrupt
        return trace

    sys.settrace(trace)
    with suppress(KeyboardInterrupt):
        yield
    sys.settrace(None)


@needs_posix("signal that a process can be sent by itself")
@pytest.mark.parametrize(("signal_name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_during_the_start_prints_no_traceback(
    signal_name: str, status: int, schemas: Path, process: Command, tmp_path: Path
) -> None:
    (tmp_path / "early").mkdir()
    (tmp_path / "early/click.py").write_text(
        CTRL_C + f"signal.raise_signal(signal.{signal_name})\n"
    )
    completed = process("generate", PYTHONPATH=str(tmp_path / "early"))
    assert (completed.returncode, completed.stderr) == (status, "interrupted; nothing was done\n")


def test_files_that_a_killed_run_left_are_removed(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """Even if the killed run wrote nothing else."""
    leftover = tmp_path / "generated/runcomfy_models/.0123abcd.tmp"
    leftover.parent.mkdir(parents=True)
    leftover.write_text("half")
    assert codegen("generate").returncode == 0
    assert not leftover.exists()


@needs_posix("signal that a process can be sent by itself")
@pytest.mark.parametrize(
    ("signal_name", "status"),
    [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129), ("SIGKILL", -9)],
)
def test_a_signalled_run_leaves_complete_files(
    signal_name: str, status: int, schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """After any of these signals, the next run completes the rest."""
    completed = subprocess.run(
        [sys.executable, "-c", CTRL_C + SIGNALLED_RUN, str(int(signal.Signals[signal_name]))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.returncode == status
    assert "Traceback" not in completed.stderr
    files = tree(tmp_path / "generated")
    complete = {name: data for name, data in files.items() if not name.endswith(".tmp")}
    assert len(files) - len(complete) == (signal_name == "SIGKILL")
    assert codegen("generate").returncode == 0
    repaired = tree(tmp_path / "generated")
    assert complete.items() <= repaired.items()
    assert not [name for name in repaired if name.endswith(".tmp")]
