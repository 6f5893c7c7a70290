"""Exports that are committed are checked, and written again with the clients."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from runcomfy_codegen.cli import run

Run = Callable[..., str]

INPUT = {"type": "object", "properties": {"n": {"type": "integer", "maximum": 5}}}
OPENAPI = "runcomfy-codegen export openapi --version=3.1"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with two models and their clients, the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / "schemas/acme" / name).mkdir(parents=True)
        (tmp_path / "schemas/acme" / name / "input.json").write_text(json.dumps(INPUT))
    subprocess.run(["git", "init", "--quiet"], check=True)
    assert run(["generate", "--no-changelog"]) == 0
    return tmp_path


@pytest.fixture
def command(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; return what it prints."""
    del folder

    def printed(*arguments: str, status: int = 0) -> str:
        capsys.readouterr()
        assert run([*arguments]) == status, capsys.readouterr()
        return capsys.readouterr().out

    return printed


def git_add(path: str) -> None:
    subprocess.run(["git", "add", path], check=True)


def set_maximum(folder: Path, maximum: int) -> None:
    path = folder / "schemas/acme/one/input.json"
    path.write_text(path.read_text().replace('"maximum": 5', f'"maximum": {maximum}'))


def test_an_export_that_is_committed_has_to_be_up_to_date(folder: Path, command: Run) -> None:
    command("export", "openapi", "--out", "docs.json")
    git_add("docs.json")
    assert "up to date" in command("check")
    text = (folder / "docs.json").read_text()
    (folder / "docs.json").write_text(text.replace('"n": {', '"m": {', 1))
    output = command("check", status=1)
    assert "changed: docs.json" in output
    line = next(
        number for number, line_text in enumerate(text.splitlines(), 1) if '"n": {' in line_text
    )
    assert f"cause: docs.json:{line}: differs from what the schemas give now" in output
    assert '-          "m": {' in output
    assert f"to fix it: {OPENAPI} --schemas schemas --out docs.json" in output


def test_the_command_that_check_prints_fixes_it(folder: Path, command: Run) -> None:
    command("export", "jsonschema", "acme/one", "--side", "output", "--out", "one.json")
    git_add("one.json")
    expected = (folder / "one.json").read_text()
    (folder / "one.json").write_text(expected.replace("image", "picture"))
    *_, last_line = command("check", status=1).splitlines()
    command(*last_line.removeprefix("to fix it: runcomfy-codegen ").split())
    assert (folder / "one.json").read_text() == expected
    assert "up to date" in command("check")


def test_an_export_follows_the_schemas_with_the_clients(folder: Path, command: Run) -> None:
    command("export", "openapi", "acme/*", "--version", "3.0", "--out", "docs.json")
    git_add("docs.json")
    set_maximum(folder, 7)
    assert "changed: docs.json" in command("check", status=1)
    command("generate", "--no-changelog")
    assert '"maximum": 7' in (folder / "docs.json").read_text()
    assert "up to date" in command("check")


def test_an_export_that_was_edited_is_written_again_though_no_client_differs(
    folder: Path, command: Run
) -> None:
    command("export", "openapi", "--out", "docs.json")
    git_add("docs.json")
    command("generate", "--no-changelog")
    right = (folder / "docs.json").read_text()
    (folder / "docs.json").write_text(right.replace('"n": {', '"m": {', 1))
    report = json.loads(command("generate", "--no-changelog", "--format", "json"))
    assert report["summary"]["written"] == 0
    assert (folder / "docs.json").read_text() == right
    assert "up to date" in command("check")


def test_tools_that_are_no_text_any_more_are_written_again(folder: Path, command: Run) -> None:
    command("export", "tools", "acme/one", "--out", "t.json")
    git_add("t.json")
    right = (folder / "t.json").read_bytes()
    (folder / "t.json").write_bytes(b"\xff" + right)
    assert "changed: t.json" in command("check", status=1)
    command("generate", "--no-changelog")
    assert (folder / "t.json").read_bytes() == right


def test_tools_that_were_removed_are_no_export_any_more(folder: Path, command: Run) -> None:
    command("export", "tools", "acme/one", "--out", "t.json")
    git_add("t.json")
    (folder / "t.json").unlink()
    assert "up to date" in command("check")
    command("generate", "--no-changelog")
    assert not (folder / "t.json").exists()


def test_an_export_that_is_not_committed_is_left_alone(folder: Path, command: Run) -> None:
    command("export", "openapi", "--out", "docs.json")
    before = (folder / "docs.json").read_text()
    set_maximum(folder, 7)
    command("generate", "--no-changelog")
    assert (folder / "docs.json").read_text() == before
    assert "up to date" in command("check")


def test_an_export_of_a_model_that_is_gone_is_stale(folder: Path, command: Run) -> None:
    command("export", "jsonschema", "acme/two", "--out", "two.json")
    git_add("two.json")
    (folder / "schemas/acme/two/input.json").unlink()
    command("generate", "--no-changelog")
    output = command("check", status=1)
    assert "stale: two.json" in output
    assert "the schemas no longer contain a model 'acme/two'" in output
    assert "to fix it: see the cause" in output
    assert "fix it: see the cause" in command("check", "--format", "github", status=1)
    assert "to fix it: see the cause" in command("check", "--format", "junit", status=1)
    assert json.loads(command("check", "--format", "json", status=1))["fix_command"] is None


def test_tools_are_kept_up_to_date_by_the_command_beside_them(folder: Path, command: Run) -> None:
    command("export", "tools", "acme/*", "--profile", "strict", "--for", "mcp", "--out", "t.json")
    assert json.loads((folder / "t.json").read_text())[0]["name"]
    git_add("t.json")
    assert "up to date" in command("check")
    set_maximum(folder, 7)
    assert "changed: t.json" in command("check", status=1)
    command("generate", "--no-changelog")
    assert "7" in (folder / "t.json").read_text()
    assert "up to date" in command("check")


def test_the_command_that_check_prints_writes_tools_again(folder: Path, command: Run) -> None:
    command("export", "tools", "acme/one", "--out", "t.json")
    git_add("t.json")
    expected = (folder / "t.json").read_text()
    (folder / "t.json").write_text(expected.replace("integer", "string"))
    *_, last_line = command("check", status=1).splitlines()
    command(*last_line.removeprefix("to fix it: runcomfy-codegen ").split())
    assert (folder / "t.json").read_text() == expected


@pytest.mark.parametrize(
    "command_line",
    ["runcomfy-codegen export tools --profile=strict --for=nobody acme/one", "", "\0"],
)
def test_an_invalid_command_file_is_left_alone(
    command_line: str, folder: Path, command: Run
) -> None:
    (folder / "t.json").write_text("[]")
    (folder / "t.json.command").write_text(command_line)
    git_add("t.json")
    assert "up to date" in command("check")
    command("generate", "--no-changelog")
    assert (folder / "t.json").read_text() == "[]"


@pytest.mark.parametrize(
    "text",
    [
        '{"x-generated-by": "runcomfy-codegen export openapi --version=3.1 --out /etc/passwd"',
        '{"x-generated-by": "runcomfy-codegen export openapi --version=3.1; rm -rf /"}',
        '{"x-generated-by": "runcomfy-codegen export nothing"}',
        '{"x-generated-by": "runcomfy-codegen export openapi \'"}',
        '{"x-generated-by": "a"}',
        "\0",
    ],
)
def test_other_files_are_left_alone(text: str, folder: Path, command: Run) -> None:
    (folder / "other.json").write_text(text)
    git_add("other.json")
    assert "up to date" in command("check")


def test_line_ends_that_git_has_converted_are_not_a_difference(folder: Path, command: Run) -> None:
    command("export", "openapi", "--out", "docs.json")
    git_add("docs.json")
    data = (folder / "docs.json").read_bytes()
    (folder / "docs.json").write_bytes(data.replace(b"\n", b"\r\n"))
    assert "up to date" in command("check")


def test_a_checked_export_is_remembered(
    folder: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("export", "openapi", "--out", "docs.json")
    git_add("docs.json")
    command("check")
    monkeypatch.setattr("runcomfy_codegen.export.command.ExportCommand.text", None)
    assert "up to date" in command("check")


def test_an_export_that_is_up_to_date_is_not_built_to_generate(
    folder: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("export", "openapi", "--out", "docs.json")
    git_add("docs.json")
    command("generate", "--no-changelog")
    monkeypatch.setattr("runcomfy_codegen.export.command.ExportCommand.text", None)
    command("generate", "--no-changelog")
