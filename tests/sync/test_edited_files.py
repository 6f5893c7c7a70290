"""Files that were edited by hand and are not committed are not overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.repositories import Repository, new_repository

from .conftest import Sync
from .upstream import Upstream, entry

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
ONE = "acme/one/input.json"


@pytest.fixture
def repository(tmp_path: Path, upstream: Upstream, from_catalog: Sync) -> Repository:
    """Commit what a first sync has written."""
    repository = new_repository(tmp_path)
    upstream.models = [entry("acme/one", a=TEXT), entry("acme/two", a=TEXT)]
    (tmp_path / ".gitignore").write_text("cache/\n")
    from_catalog("--all")
    repository.commit()
    upstream.models = [entry("acme/one", a=WHOLE), entry("acme/two", a=WHOLE)]
    return repository


def edit(repository: Repository) -> str:
    path = repository.schemas / ONE
    text = path.read_text("utf-8").replace('"string"', '"number"')
    path.write_text(text, "utf-8")
    return text


def test_an_edited_file_is_not_overwritten(repository: Repository, from_catalog: Sync) -> None:
    edited = edit(repository)
    result = from_catalog()
    assert result.status == 1
    assert f"schemas/{ONE} was edited and is not committed; commit it, or overwrite" in result.out
    assert (repository.schemas / ONE).read_text("utf-8") == edited
    assert '"integer"' in (repository.schemas / "acme/two/input.json").read_text("utf-8")


def test_force_overwrites_an_edited_file(repository: Repository, from_catalog: Sync) -> None:
    edit(repository)
    assert from_catalog("--force").status == 0
    assert '"integer"' in (repository.schemas / ONE).read_text("utf-8")


def test_a_committed_edit_is_overwritten(repository: Repository, from_catalog: Sync) -> None:
    edit(repository)
    repository.commit()
    assert from_catalog().status == 0
    assert '"integer"' in (repository.schemas / ONE).read_text("utf-8")


def test_a_file_that_git_does_not_know_is_not_overwritten(
    repository: Repository, upstream: Upstream, from_catalog: Sync
) -> None:
    repository.put("acme/new", {"type": "object", "properties": {"mine": TEXT}})
    upstream.models.append(entry("acme/new", a=TEXT))
    result = from_catalog()
    assert (result.status, "acme/new/input.json was edited" in result.out) == (1, True)


def test_before_the_first_commit_no_file_is_overwritten(
    repository: Repository, from_catalog: Sync
) -> None:
    repository.git("update-ref", "-d", "HEAD")
    edited = edit(repository)
    result = from_catalog()
    assert (result.status, f"{ONE} was edited" in result.out) == (1, True)
    assert (repository.schemas / ONE).read_text("utf-8") == edited


def test_without_a_repository_an_edited_file_is_overwritten(
    repository: Repository, from_catalog: Sync
) -> None:
    (repository.folder / ".git").rename(repository.folder / "git")
    edit(repository)
    assert from_catalog().status == 0


def test_if_git_cannot_tell_nothing_is_overwritten(
    repository: Repository, from_catalog: Sync, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git is missing, or refuses the repository of another user."""
    edited = edit(repository)
    monkeypatch.setenv("PATH", str(repository.folder))
    result = from_catalog()
    assert (result.status, result.out) == (2, "")
    assert "git cannot tell which files were edited: git cannot be run" in result.err
    assert (repository.schemas / ONE).read_text("utf-8") == edited
    assert from_catalog("--force").status == 0


def test_an_edited_model_that_is_gone_is_not_removed(
    repository: Repository, upstream: Upstream, from_catalog: Sync
) -> None:
    edit(repository)
    del upstream.models[0]
    prune = ("--prune", "--yes", "--prune-limit", "100")
    result = from_catalog(*prune)
    assert (result.status, "has changes that are not committed" in result.out) == (1, True)
    assert (repository.schemas / ONE).is_file()
    assert from_catalog(*prune, "--force").status == 0
    assert not (repository.schemas / ONE).is_file()


def test_an_edit_of_a_model_that_did_not_change_upstream_stays(
    repository: Repository, upstream: Upstream, from_catalog: Sync
) -> None:
    """The edit differs from upstream, so `sync` would undo it."""
    upstream.models = [entry("acme/one", a=TEXT), entry("acme/two", a=TEXT)]
    edited = edit(repository)
    assert from_catalog().status == 1
    assert (repository.schemas / ONE).read_text("utf-8") == edited
