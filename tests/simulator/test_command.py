"""`runcomfy-codegen simulate`, in a separate process."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.platforms import needs_posix
from tests.programs import started
from tests.simulator.drawn_outputs import write_models
from tests.simulator.real_models import INPUTS, KLING, SUBMIT

COMMAND = [sys.executable, "-m", "runcomfy_codegen", "simulate"]


@pytest.fixture
def running() -> Iterator[subprocess.Popen[str]]:
    code = "from runcomfy_codegen.__main__ import main; main()"
    with started(code, "simulate", bufsize=1) as process:
        yield process


@needs_posix("SIGINT for another process")
@pytest.mark.parametrize(("signal_number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_command_prints_its_address_serves_calls_and_ends_with_a_signal(
    signal_number: signal.Signals, status: int, running: subprocess.Popen[str]
) -> None:
    assert running.stdout is not None
    lines = [running.stdout.readline() for _ in range(6)]
    assert re.fullmatch(r"# 2 models of /.*/schemas\n", lines[0])
    url = lines[1].removeprefix("export RUNCOMFY_BASE_URL=").strip()
    token = lines[2].removeprefix("export RUNCOMFY_API_TOKEN=").strip()
    assert lines[3] == f"# what happens, live: {url}/\n"
    assert lines[4] == f"# OpenAPI document: {url}/openapi.json\n"
    assert lines[5] == "# rules in words, which no schema expresses, apply, too: see --no-rules\n"
    headers = {"Authorization": f"Bearer {token}"}
    answer = httpx.post(url + SUBMIT, json=INPUTS[KLING], headers=headers)
    assert answer.json()["request_id"] == "sim-000001"
    running.send_signal(signal_number)
    _, logged = running.communicate(timeout=60)
    assert running.returncode == status
    assert logged.splitlines() == [
        f"POST {SUBMIT} 200",
        "stopped; jobs: 1, simulated charges: 0.35 US dollars",
    ]


NEVER = {"type": "object", "properties": {"a": False}, "required": ["a"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder where `schemas` has a model whose output has no sample, and `a.json` has one."""
    write_models({"never": NEVER}, tmp_path / "schemas")
    (tmp_path / "a.json").write_text('{"a": 5}')
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "broken.json").write_text("{")
    return tmp_path


@needs_posix("SIGINT for another process")
def test_outputs_and_media_checks_can_be_set_by_options(folder: Path) -> None:
    code = "from runcomfy_codegen.__main__ import main; main()"
    options = ("--schemas", "schemas", "--output", "acme/never", "a.json", "--no-media-checks")
    with started(code, "simulate", *options, bufsize=1, cwd=folder) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        assert lines[0].startswith("# 1 models of ")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@pytest.mark.parametrize(
    ("arguments", "status", "expected_error"),
    [
        (["--schemas", "none"], 1, "error: none: not a folder of schemas"),
        (["--schemas", "schemas"], 1, "acme/never/output.json: no value was found that fits"),
        (["--schemas", "schemas", "--output", "b", "a.json"], 1, "unknown model 'b'"),
        (["--schemas", "schemas", "--output", "b", "none.json"], 1, "error: none.json: "),
        (["--schemas", "schemas", "--output", "b", "list.json"], 1, "list.json: not a JSON obj"),
        (["--schemas", "schemas", "--output", "b", "broken.json"], 1, "broken.json: not JSON"),
        (["--port", "65536"], 2, "not in the range"),
        (["--port", "x"], 2, "not a valid integer"),
    ],
)
def test_a_wrong_option_is_reported_on_one_line(
    arguments: list[str], status: int, expected_error: str, folder: Path
) -> None:
    completed = subprocess.run(
        [*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (completed.returncode, "Traceback" in completed.stderr) == (status, False)
    assert expected_error in completed.stderr


def test_without_the_extra_the_command_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None; sys.argv[1:] = ['simulate']\n"
        "from runcomfy_codegen.__main__ import main; main()"
    )
    completed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert completed.returncode == 1
    assert 'pip install "runcomfy-models[testing]"' in completed.stderr
    assert "Traceback" not in completed.stderr
