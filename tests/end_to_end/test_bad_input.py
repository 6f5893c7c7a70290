"""Whatever goes wrong, there is a clear error, the right exit status, and no half-written file."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import MINIMAL, Command, tree


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
    done = codegen("generate")
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "generated").exists()


def test_all_diagnostics_of_all_files_come_in_one_run(schemas: Path, codegen: Command) -> None:
    """A maintainer mends ten problems in one go."""
    (schemas / "acme/one/input.json").write_text("{")
    (schemas / "acme/two").mkdir()
    (schemas / "acme/two/input.json").write_text(MINIMAL.replace("string", "text"))
    (schemas / "acme/two/output.json").write_text("[]")
    (schemas / "acme/three").mkdir()
    (schemas / "acme/three/output.json").write_text("{}")
    done = codegen("generate")
    assert done.returncode == 1
    codes = [line.partition("[")[2].partition("]")[0] for line in done.stderr.splitlines()[:-1]]
    assert codes == ["invalid-json", "missing-input", "unknown-type", "not-an-object"]
    assert done.stderr.endswith("4 errors: nothing was generated\n")


def test_diagnostics_come_as_json(schemas: Path, codegen: Command) -> None:
    (schemas / "acme/one/input.json").write_text(MINIMAL.replace("string", "text"))
    done = codegen("generate", "--format", "json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert found == {
        "file": "schemas/acme/one/input.json",
        "pointer": "/properties/prompt/type",
        "severity": "error",
        "code": "unknown-type",
        "message": "there is no type 'text'",
        "hint": "one of JSON Schema's types",
    }


def test_info_is_shown_when_asked_for(schemas: Path, codegen: Command) -> None:
    assert "info[" not in codegen("generate").stderr
    assert "info[output-map]" in codegen("generate", "-v").stderr


def test_a_folder_that_is_no_model_id_is_an_error(schemas: Path, codegen: Command) -> None:
    (schemas / "acme/one").rename(schemas / "one")
    done = codegen("generate")
    assert done.returncode == 1
    assert "error[invalid-model-id]" in done.stderr


def test_a_model_that_would_replace_the_runtime_is_an_error(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """Whether its id asks for that or an override."""
    (schemas / "acme").rename(schemas / "_runtime")
    done = codegen("generate")
    assert done.returncode == 1
    assert "module '_runtime.one': what begins with '_' is the package's own" in done.stderr
    (schemas / "overrides.toml").write_text('"_runtime/one".module = "progress"')
    done = codegen("generate")
    assert "error[invalid-name]: module 'progress' holds a reserved name" in done.stderr
    assert not (tmp_path / "generated").exists()


def test_no_schemas_folder_is_an_error(codegen: Command) -> None:
    done = codegen("generate")
    assert (done.returncode, done.stderr) == (1, "error: schemas: is no folder of schemas\n")
    assert codegen("check").returncode == 2


@pytest.mark.parametrize(
    "arguments", [("generate", "--no-such"), ("import",), ("nonsense",), ("generate", "extra")]
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], codegen: Command) -> None:
    done = codegen(*arguments)
    assert done.returncode == 2
    assert "Usage:" in done.stderr


@pytest.mark.parametrize("out", ["/proc/nowhere", "schemas/acme/one/input.json/out"])
def test_an_output_folder_that_cannot_be_written_is_an_error(
    out: str, schemas: Path, codegen: Command
) -> None:
    done = codegen("generate", "--out", out)
    assert done.returncode == 1
    assert done.stderr.startswith(f"error: {out}")
    assert "Traceback" not in done.stderr


def test_a_full_disk_leaves_no_half_file(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk without room; the next run mends the rest."""
    limited = subprocess.run(
        [sys.executable, "-m", "runcomfy_codegen", "generate"],
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert limited.returncode == 1
    assert limited.stderr.startswith("error: ")
    assert "File too large" in limited.stderr
    left = tree(tmp_path / "generated")
    assert codegen("generate").returncode == 0
    assert left.items() <= tree(tmp_path / "generated").items()


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_run_that_is_ended_leaves_whole_files(
    sent: signal.Signals, status: int, schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """Ctrl-C says so; after kill -9 the next run mends the rest."""
    process = subprocess.Popen(
        [sys.executable, "-m", "runcomfy_codegen", "generate", "-v"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    process.stderr.readline()  # the schemas are read, the build begins
    process.send_signal(sent)
    rest = process.communicate()[1]
    assert process.returncode == status
    assert "Traceback" not in rest
    left = tree(tmp_path / "generated")
    assert codegen("generate").returncode == 0
    assert left.items() <= tree(tmp_path / "generated").items()
