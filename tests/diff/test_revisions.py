"""The sides of a comparison are folders, git revisions, ranges, or the working tree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.end_to_end.conftest import tree
from tests.platforms import needs_posix

from .building import an_input
from .conftest import Codegen
from .repositories import Repository

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
CHANGED = "type-changed input.json#/properties/a/type"


@pytest.fixture
def history(repository: Repository) -> Repository:
    """Create two commits, the second of which changes a type, and an uncommitted change."""
    repository.put("acme/one", an_input(a=TEXT))
    repository.commit()
    repository.put("acme/one", an_input(a=WHOLE))
    repository.commit()
    repository.put("acme/two", an_input())
    return repository


@pytest.mark.parametrize(
    "arguments",
    [
        ("HEAD~1", "HEAD"),
        ("HEAD~1..",),
        ("HEAD~1..HEAD",),
        ("HEAD~1...HEAD",),
        ("main~1", "main"),
    ],
)
def test_two_revisions_are_compared(
    history: Repository, codegen: Codegen, arguments: tuple[str, ...]
) -> None:
    result = codegen("diff", *arguments)
    assert result.status == 0
    assert CHANGED in result.out
    assert "model-added" not in result.out


def test_a_git_hook_compares_the_same(
    history: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git sets `GIT_DIR` for hooks in a worktree."""
    expected = codegen("diff").out
    monkeypatch.setenv("GIT_DIR", str(history.folder / ".git"))
    assert codegen("diff").out == expected


@pytest.mark.parametrize("arguments", [(), ("HEAD",), ("HEAD", "schemas")])
def test_a_revision_is_compared_with_the_working_tree(
    history: Repository, codegen: Codegen, arguments: tuple[str, ...]
) -> None:
    result = codegen("diff", *arguments)
    assert result.out.startswith("acme/two\n  compatible  model-added\n")
    assert "acme/one" not in result.out


def test_two_folders_are_compared(history: Repository, codegen: Codegen, tmp_path: Path) -> None:
    shutil.copytree(history.schemas, tmp_path / "old")
    history.put("acme/one", an_input(a=TEXT))
    assert CHANGED in codegen("diff", tmp_path / "old", "schemas").out
    assert codegen("diff", tmp_path / "old", tmp_path / "old").out == "nothing changed\n"


def test_a_range_of_three_dots_starts_at_the_common_ancestor(
    history: Repository, codegen: Codegen
) -> None:
    """Later changes on main do not count as changes of the branch."""
    history.git("switch", "--quiet", "--create", "branch", "HEAD~1")
    history.put("acme/three", an_input())
    history.commit()
    out = codegen("diff", "main...branch").out
    assert CHANGED not in out
    assert "acme/three" in out
    assert CHANGED in codegen("diff", "main..branch").out


def test_a_revision_older_than_the_schemas_has_no_models(
    repository: Repository, codegen: Codegen
) -> None:
    repository.commit()
    repository.put("acme/one", an_input())
    repository.commit()
    assert codegen("diff", "HEAD~1..").out.startswith("acme/one\n  compatible  model-added\n")
    assert codegen("diff", "HEAD~1").out.startswith("acme/one\n  compatible  model-added\n")


def test_the_working_tree_is_not_touched(history: Repository, codegen: Codegen) -> None:
    before, status = tree(history.folder), history.git("status", "--porcelain")
    codegen("diff", "HEAD~1")
    assert (tree(history.folder), history.git("status", "--porcelain")) == (before, status)


def test_a_folder_deep_in_the_repository_is_found_from_anywhere(
    history: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = history.folder / "some" / "where"
    deep.mkdir(parents=True)
    history.schemas.rename(deep / "models")
    history.commit()
    history.put("x/y", an_input())
    monkeypatch.chdir(deep)
    assert codegen("diff", "HEAD", "--schemas", "models").out == "nothing changed\n"
    assert codegen("diff", "HEAD~1", "--schemas", "../../schemas").status == 0


def test_ids_with_spaces_and_non_ascii_names_are_compared(
    history: Repository, codegen: Codegen
) -> None:
    history.put("acme/Hailuo Video 01 Live", an_input(é=TEXT))
    history.commit()
    history.put("acme/Hailuo Video 01 Live", an_input(é=WHOLE))
    assert "input.json#/properties/é/type" in codegen("diff").out


@needs_posix("links that anybody may make")
def test_links_in_a_revision_are_not_followed(history: Repository, codegen: Codegen) -> None:
    (history.schemas / "acme/two/input.json").unlink()
    (history.schemas / "acme/two/input.json").symlink_to("/etc/passwd")
    history.commit()
    result = codegen("diff", "HEAD~1..HEAD")
    assert result.status == 2
    assert "root:" not in result.out + result.err
    assert "HEAD:schemas/acme/two:: error[missing-input]" in result.err


@pytest.mark.parametrize(
    ("arguments", "expected_error"),
    [
        (("nope",), "'nope' is neither a folder nor a revision"),
        (("HEAD~9..",), "'HEAD~9' is neither a folder nor a revision"),
        (("--", "--output=/tmp/x"), "is neither a folder nor a revision"),
        (("HEAD", "../gone"), "'../gone' is neither a folder nor a revision"),
        (("HEAD", "--schemas", "elsewhere"), "HEAD has no folder elsewhere"),
        (("HEAD:schemas",), "is neither a folder nor a revision"),
    ],
)
def test_a_missing_folder_or_revision_is_reported(
    history: Repository, codegen: Codegen, arguments: tuple[str, ...], expected_error: str
) -> None:
    result = codegen("diff", *arguments)
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err


def test_revisions_need_a_repository(
    codegen: Codegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = codegen("diff", "HEAD")
    assert result.status == 2
    assert "not a git repository" in result.err


def test_missing_git_is_reported(
    history: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = codegen("diff", "HEAD")
    assert result.status == 2
    assert "git cannot be run" in result.err


@pytest.mark.parametrize("place", ["working tree", "revision"])
def test_one_broken_file_stops_the_comparison(
    history: Repository, codegen: Codegen, place: str
) -> None:
    (history.schemas / "acme/one/input.json").write_text("{")
    if place == "revision":
        history.commit()
        history.put("acme/one", an_input())
    result = codegen("diff", "HEAD")
    assert (result.status, result.out) == (2, "")
    prefix = "HEAD:" if place == "revision" else ""
    assert f"{prefix}schemas/acme/one/input.json:: error[invalid-json]" in result.err
    assert "could not compare: 1 error in the schemas" in result.err
