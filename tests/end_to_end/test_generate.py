"""`generated/` depends on `schemas/`, `templates/` and the client library, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Command, tree


def test_the_committed_clients_are_up_to_date(root: Path, process: Command) -> None:
    completed = process("check", cwd=root)
    message = f"{completed.stdout}\nrun: make generate"
    assert (completed.returncode, completed.stderr) == (0, ""), message


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "PYTHONUTF8": "0"},
    ],
)
def test_the_output_is_the_same_in_every_environment(
    environment: dict[str, str], root: Path, process: Command, tmp_path: Path
) -> None:
    """It does not depend on the hash seed, locale, time zone or current directory."""
    out = tmp_path / "elsewhere"
    folders = ("--schemas", root / "schemas", "--out", out)
    completed = process("generate", "--no-changelog", *folders, **environment)
    assert completed.returncode == 0, completed.stderr
    assert tree(out) == tree(root / "generated")


def test_a_second_run_writes_nothing(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    out = tmp_path / "generated"
    assert codegen("generate").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    completed = codegen("generate")
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    assert "written          0\n" in completed.stdout


def test_the_table_counts_files_and_models(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    (tmp_path / "generated" / "runcomfy_models").mkdir(parents=True)
    rows = dict(line.split() for line in codegen("generate").stdout.splitlines())
    assert list(rows) == ["models", "written", "unchanged", "removed", "warnings", "seconds"]
    assert rows["models"] == "1"
    assert rows["removed"] == "0"


def test_stale_modules_are_removed(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    """Their empty folders too, so that no package of that name can be imported."""
    package = tmp_path / "generated" / "runcomfy_models"
    codegen("generate")
    (package / "acme" / "__pycache__").mkdir()
    (package / "acme" / "__pycache__" / "one.cpython-311.pyc").touch()
    (schemas / "acme").rename(schemas / "other")
    completed = codegen("generate")
    assert completed.returncode == 0
    assert not (package / "acme").exists()
    assert (package / "other" / "one.py").is_file()


def test_a_hand_edited_file_is_restored(schemas: Path, codegen: Command, tmp_path: Path) -> None:
    codegen("generate")
    before = tree(tmp_path / "generated")
    (tmp_path / "generated/runcomfy_models/acme/one.py").write_text("broken(")
    assert codegen("check").returncode == 1
    codegen("generate")
    assert tree(tmp_path / "generated") == before
    assert codegen("check").returncode == 0


def test_check_names_what_differs_and_how_to_fix_it(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """It lists hand-edited, missing and stale files with a diff, and writes nothing."""
    codegen("generate")
    package = tmp_path / "generated" / "runcomfy_models"
    (package / "py.typed").unlink()
    (package / "acme/one.py").rename(package / "gone.py")
    (package / "acme/one.py").write_text("edited = True\n")
    before = tree(package)
    completed = codegen("check")
    assert completed.returncode == 1
    for line in (
        "hand-edited: runcomfy_models/acme/one.py",
        "  -edited = True",
        "missing: runcomfy_models/py.typed",
        "stale: runcomfy_models/gone.py",
        "to fix it: runcomfy-codegen generate --schemas schemas --out generated",
    ):
        assert line in completed.stdout
    assert tree(package) == before


def test_a_folder_that_the_generator_did_not_make_is_not_touched(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """Stale files are removed from the output folder, so it must be the right one."""
    own_file = tmp_path / "generated" / "runcomfy_models" / "mine.py"
    own_file.parent.mkdir(parents=True)
    own_file.write_text("precious = True\n")
    completed = codegen("generate")
    assert completed.returncode == 1
    assert "was not made by runcomfy-codegen" in completed.stderr
    assert tree(tmp_path / "generated") == {"runcomfy_models/mine.py": b"precious = True\n"}


def test_files_that_the_generator_did_not_make_are_reported_and_kept(
    schemas: Path, codegen: Command, tmp_path: Path
) -> None:
    """They do not count as drift; stale modules beside them are removed."""
    package = tmp_path / "generated" / "runcomfy_models"
    codegen("generate")
    own_files = {package / "NOTES.md": "precious", package / "acme/mine.py": "precious = True"}
    for path, text in own_files.items():
        path.write_text(text)
    (schemas / "acme").rename(schemas / "other")
    completed = codegen("generate")
    assert completed.returncode == 0
    assert completed.stderr.splitlines() == [
        f"generated/runcomfy_models/{name}:: warning[foreign-file]: "
        "not made by runcomfy-codegen: left alone"
        for name in ("NOTES.md", "acme/mine.py")
    ]
    assert "removed          2\nwarnings         2\n" in completed.stdout
    assert {path: path.read_text() for path in own_files} == own_files
    assert not (package / "acme/one.py").exists()
    checked = codegen("check")
    assert (checked.returncode, checked.stderr) == (0, completed.stderr)
