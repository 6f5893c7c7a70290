"""`next-version`: the last tag, the findings since, and nothing else on standard output."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.diff.building import an_input
from tests.diff.conftest import Codegen
from tests.diff.repositories import Repository

TEXT = {"type": "string"}
BEFORE = an_input(a={"type": "integer", "maximum": 9, "title": "A"})


def with_a(**keywords: Any) -> Any:
    return an_input(a={"type": "integer", "maximum": 9, "title": "A", **keywords})


@pytest.fixture
def released(repository: Repository) -> Repository:
    """Create a repository whose release 1.2.3 has one model."""
    repository.put("acme/one", BEFORE)
    repository.commit()
    repository.git("tag", "v1.2.3")
    return repository


@pytest.mark.parametrize(
    ("input_", "version"),
    [
        (with_a(maximum=8), "2.0.0"),
        (with_a(default=3), "1.3.0"),
        (with_a(maximum=10), "1.3.0"),
        (with_a(title="B"), "1.2.4"),
        (BEFORE, "1.2.3"),
    ],
)
def test_the_version_follows_from_the_findings(
    input_: Any, version: str, released: Repository, codegen: Codegen
) -> None:
    released.put("acme/one", input_)
    result = codegen("next-version")
    assert (result.status, result.out, result.err) == (0, f"{version}\n", "")


def test_before_one_a_breaking_finding_raises_the_minor_version(
    released: Repository, codegen: Codegen
) -> None:
    released.git("tag", "--delete", "v1.2.3")
    released.git("tag", "v0.2.3")
    released.put("acme/one", with_a(maximum=8))
    assert codegen("next-version").out == "0.3.0\n"


@pytest.mark.parametrize(
    ("code", "version"), [("patch", "1.3.0"), ("minor", "1.3.0"), ("major", "2.0.0")]
)
def test_other_code_raises_the_version_at_least(
    code: str, version: str, released: Repository, codegen: Codegen
) -> None:
    released.put("acme/one", with_a(maximum=10))
    assert codegen("next-version", "--code", code).out == f"{version}\n"


def test_other_code_alone_raises_the_version(released: Repository, codegen: Codegen) -> None:
    assert codegen("next-version", "--code", "patch").out == "1.2.4\n"


def test_the_first_version_is_0_1_0(repository: Repository, codegen: Codegen) -> None:
    repository.put("acme/one", BEFORE)
    repository.commit()
    assert codegen("next-version", "--code", "major").out == "0.1.0\n"


def test_the_highest_release_counts_not_the_newest_tag(
    released: Repository, codegen: Codegen
) -> None:
    released.git("tag", "v1.10.0")
    released.git("tag", "v1.9.0")
    assert codegen("next-version").out == "1.10.0\n"


def test_a_release_of_another_branch_does_not_count(released: Repository, codegen: Codegen) -> None:
    released.git("switch", "--quiet", "--create", "other")
    released.commit()
    released.git("tag", "v3.0.0")
    released.git("switch", "--quiet", "main")
    assert codegen("next-version").out == "1.2.3\n"


@pytest.mark.parametrize("tag", ["vnext", "v1.x", "v1.2.3.4", "v01.2.3", "v2", "v2.0"])
def test_a_tag_that_is_not_a_version_is_an_error(
    tag: str, released: Repository, codegen: Codegen
) -> None:
    released.git("tag", tag)
    result = codegen("next-version")
    assert (result.status, result.out) == (2, "")
    assert f"no version: the tag {tag!r} is not a version such as v1.2.3" in result.err


@pytest.mark.parametrize("tag", ["v1", "v1.2", "v2.0.0rc1", "v2.0.0-beta.1", "nightly"])
def test_tags_that_move_or_come_before_a_release_are_ignored(
    tag: str, released: Repository, codegen: Codegen
) -> None:
    released.git("tag", tag)
    assert codegen("next-version").out == "1.2.3\n"


def test_a_shallow_clone_is_an_error_not_a_wrong_version(
    released: Repository, codegen: Codegen, tmp_path: Path
) -> None:
    released.commit()
    url = released.folder.absolute().as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", url, tmp_path / "shallow"], check=True)
    result = codegen("next-version", "--schemas", tmp_path / "shallow/schemas")
    assert (result.status, result.out) == (2, "")
    assert "git fetch --unshallow --tags" in result.err


def test_a_clone_without_tags_is_an_error_once_there_was_a_release(
    released: Repository, codegen: Codegen, tmp_path: Path
) -> None:
    assert codegen("changelog", "1.3.0", "--release").status == 0
    released.commit()
    released.git("tag", "v1.3.0")
    command = ["git", "clone", "-q", "--no-tags", released.folder, tmp_path / "bare-of-tags"]
    subprocess.run(command, check=True)
    result = codegen("next-version", "--schemas", tmp_path / "bare-of-tags/schemas")
    assert (result.status, result.out) == (2, "")
    assert "has the release 1.3.0, but there is no tag v1.3.0: git fetch --tags" in result.err


def test_outside_of_a_repository_the_version_is_unknown(
    codegen: Codegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "schemas").mkdir()
    result = codegen("next-version")
    assert (result.status, result.out) == (2, "")
    assert "not a git repository" in result.err


def test_broken_schemas_have_no_version(released: Repository, codegen: Codegen) -> None:
    (released.schemas / "acme/one/input.json").write_text("{")
    result = codegen("next-version")
    assert (result.status, result.out) == (2, "")
    assert "invalid-json" in result.err
