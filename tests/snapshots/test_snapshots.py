"""Each folder here is a case: `schemas` in, `expected` modules and `diagnostics.txt` out."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from runcomfy_codegen.diagnostics.diagnostic import Severity, as_text
from runcomfy_codegen.generate.build_cache import BuildCache
from runcomfy_codegen.generate.run import RunOptions, run_generator
from runcomfy_codegen.output.checksum_header import notice

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if (path / "schemas").is_dir())
ACCEPT = "make accept"
SHARED = tuple(
    f"runcomfy_models/{name}"
    for name in (
        *("_", "py.typed", "__init__.py", "agents/", "batch.py", "cli/", "journal.py"),
        *("progress.py", "testing/"),
    )
)
"""Files that are the same for every case and tested elsewhere."""

FLAGS = "runcomfy_models/_flags.py"
"""The index of the command line, the one file among these that says what a case is read as."""


@pytest.mark.parametrize("case", CASES)
def test_schemas_give_the_expected_modules_and_diagnostics(
    case: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The snapshots record the treatment of each unusual schema, word for word."""
    monkeypatch.chdir(HERE / case)
    actual = outcome()
    if request.config.getoption("--accept"):
        accept(actual)
    differences = compare(expected(), actual)
    assert not differences, f"{differences}\nif this is intended: {ACCEPT}"


def test_every_case_has_its_snapshot() -> None:
    """A missing snapshot fails; it is never made by a plain test run."""
    missing = [case for case in CASES if not (HERE / case / "diagnostics.txt").is_file()]
    assert not missing, f"no snapshot yet for {missing}: {ACCEPT}"


def outcome() -> dict[str, str]:
    """Path of a snapshot's file: its text as it comes out now."""
    run = run_generator(Path("schemas"), Path("generated"), BuildCache(None), RunOptions())
    modules = {
        f"expected/{name}": without_checksum_line(name, text)
        for name, text in run.files.items()
        if name == FLAGS or not name.startswith(SHARED)
    }
    return {"diagnostics.txt": as_text(run.diagnostics, Severity.INFO), **modules}


def without_checksum_line(name: str, text: str) -> str:
    """The text of a generated file without its second line, which would be in each difference."""
    first_line, _checksum, *body = text.splitlines(keepends=True)
    assert first_line == notice(name)
    return "".join([first_line, *body])


def expected() -> dict[str, str]:
    """Path of a snapshot's file: its text on record."""
    paths = [Path("diagnostics.txt"), *Path("expected").rglob("*.py")]
    return {path.as_posix(): path.read_text("utf-8") for path in paths if path.is_file()}


def accept(actual: dict[str, str]) -> None:
    """Put `actual` on record, and nothing else."""
    shutil.rmtree("expected", ignore_errors=True)
    for name, text in actual.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def compare(before: dict[str, str], after: dict[str, str]) -> str:
    """Unified diffs of all files that differ, or nothing."""
    lines: list[str] = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, ""), after.get(name, "")
        lines += difflib.unified_diff(
            old.splitlines(), new.splitlines(), f"recorded/{name}", f"now/{name}", lineterm=""
        )
        if (name in before) != (name in after):
            lines.append(f"{name} is {'gone' if name in before else 'new'}")
    return "\n".join(lines)
