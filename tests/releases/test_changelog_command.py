"""`changelog`: entries by release, and marking them as released."""

from __future__ import annotations

import re

import pytest

from tests.diff.building import an_input
from tests.diff.conftest import Codegen
from tests.diff.repositories import Repository

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
GENERATE = ("generate", "--package", "acme_models")  # without a copy of the client library
DAY = ("--date", "2026-11-28")


def log(repository: Repository) -> str:
    return (repository.schemas / "CHANGELOG.md").read_text("utf-8")


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


@pytest.fixture
def changed(repository: Repository, codegen: Codegen) -> Repository:
    """Create a repository with two change sets, none of them released."""
    for schema in (TEXT, WHOLE):
        repository.put("acme/one", an_input(a=schema))
        codegen(*GENERATE)
        repository.commit()
    return repository


def test_all_new_entries_get_version_and_date(changed: Repository, codegen: Codegen) -> None:
    before = log(changed)
    result = codegen("changelog", "1.0.0", "--release", *DAY)
    assert result.status == 0
    mark = "released as 1.0.0 on 2026-11-28"
    assert headings(log(changed)) == [f"2. major, {mark}", f"1. minor, {mark}"]
    assert log(changed).replace(f", {mark}", "") == before
    assert headings(result.out) == headings(log(changed))


def test_entries_of_an_earlier_release_stay(changed: Repository, codegen: Codegen) -> None:
    codegen("changelog", "1.0.0", "--release", *DAY)
    changed.commit()
    changed.put("acme/one", an_input(a=WHOLE, b=TEXT))
    codegen(*GENERATE)
    changed.commit()
    assert headings(codegen("changelog").out) == ["3. minor"]
    result = codegen("changelog", "1.1.0", "--release", "--date", "2026-12-01")
    assert headings(result.out) == ["3. minor, released as 1.1.0 on 2026-12-01"]
    assert headings(codegen("changelog", "1.0.0").out) == [
        f"{number}, released as 1.0.0 on 2026-11-28" for number in ("2. major", "1. minor")
    ]


def test_a_change_without_an_entry_gets_one_when_it_is_released(
    changed: Repository, codegen: Codegen
) -> None:
    changed.put("acme/two", an_input())
    changed.commit()
    result = codegen("changelog", "1.0.0", "--release", *DAY)
    assert headings(result.out)[0] == "3. minor, released as 1.0.0 on 2026-11-28"
    assert "`acme/two`: the model is new" in result.out


def test_releasing_twice_before_a_commit_is_releasing_once(
    changed: Repository, codegen: Codegen
) -> None:
    first = codegen("changelog", "1.0.0", "--release", *DAY).out
    assert codegen("changelog", "1.0.0", "--release", *DAY).out == first


@pytest.mark.parametrize("version", ["1.0.0", "0.9.0"])
def test_a_version_has_to_be_later_than_the_last_one(
    version: str, changed: Repository, codegen: Codegen
) -> None:
    codegen("changelog", "1.0.0", "--release", *DAY)
    changed.commit()
    before = log(changed)
    result = codegen("changelog", version, "--release", *DAY)
    assert result.status == 2
    assert f"{version} is not later than 1.0.0" in result.err
    assert log(changed) == before


@pytest.mark.parametrize("arguments", [["1.2"], ["next", "--release"], ["--release"]])
def test_wrong_usage_exits_with_2(arguments: list[str], codegen: Codegen) -> None:
    assert codegen("changelog", *arguments).status == 2


def test_the_next_entry_of_sync_and_generate_stands_above_the_released_ones(
    changed: Repository, codegen: Codegen
) -> None:
    codegen("changelog", "1.0.0", "--release", *DAY)
    changed.commit()
    released = log(changed)
    changed.put("acme/one", an_input(a=TEXT))
    codegen(*GENERATE)
    assert headings(log(changed))[0] == "3. major"
    assert log(changed).endswith(released.partition("\n\n## ")[2])
