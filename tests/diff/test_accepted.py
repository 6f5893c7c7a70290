"""`schemas/accepted.toml`: known findings fail no check until a day; unused ones are errors."""

from __future__ import annotations

import json
import shutil

import pytest

from runcomfy_codegen.diff.changelog import update_changelog

from .building import an_input
from .conftest import Codegen
from .repositories import Repository

POINTER = "input.json#/properties/a/maximum"


def entry(**changes: str) -> str:
    fields = {
        "rule": '"maximum-lowered"',
        "model": '"acme/one"',
        "pointer": f'"{POINTER}"',
        "until": "2999-12-31",
        "why": '"nobody asks for more"',
        **changes,
    }
    return "[[accepted]]\n" + "".join(f"{key} = {value}\n" for key, value in fields.items())


@pytest.fixture
def broken(repository: Repository) -> Repository:
    """Lower a maximum since the last commit."""
    repository.put("acme/one", an_input(a={"type": "integer", "maximum": 9}))
    update_changelog(repository.schemas)
    repository.commit()
    repository.put("acme/one", an_input(a={"type": "integer", "maximum": 8}))
    return repository


def accept(repository: Repository, text: str) -> None:
    (repository.schemas / "accepted.toml").write_text(text, "utf-8", "surrogateescape")


def test_an_accepted_finding_fails_no_check_and_says_why(
    broken: Repository, codegen: Codegen
) -> None:
    assert codegen("diff", "--fail-on", "breaking").status == 1
    accept(broken, entry())
    result = codegen("diff", "--fail-on", "breaking")
    assert result.status == 0
    assert (
        "changed from `9` to `8`; accepted until 2999-12-31: `nobody asks for more`" in result.out
    )
    assert result.out.endswith("major: models: 1 changed; findings: 1 breaking\n")


def test_only_the_accepted_finding_is_accepted(broken: Repository, codegen: Codegen) -> None:
    accept(broken, entry())
    schema = an_input(a={"type": "integer", "maximum": 8, "minimum": 3})
    broken.put("acme/one", schema)
    result = codegen("diff", "--fail-on", "breaking", "--format", "json")
    assert result.status == 1
    findings = {
        finding["rule"]: finding.get("accepted") for finding in json.loads(result.out)["findings"]
    }
    assert findings == {"maximum-lowered": True, "minimum-raised": None}


@pytest.mark.parametrize(
    ("text", "expected_error"),
    [
        (entry(until="2020-01-01"), "expired-accepted"),
        (entry(rule='"minimum-raised"'), "unused-accepted"),
        (entry(model='"acme/two"'), "unused-accepted"),
        (entry() + entry(pointer='"input.json#/properties/b"'), "/accepted/1: error[unused-acc"),
        (entry() + entry(), "accepted.toml:7:/accepted/1: error[unused-accepted]: an entry above"),
        (entry(rule='"maximum-lowerd"'), "rule 'maximum-lowerd'; did you mean 'maximum-lowered'?"),
        (entry(until='"2999-12-31"'), "until is not a date such as 2026-12-31"),
        (entry(until="2999-12-31T00:00:00"), "until is not a date such as 2026-12-31"),
        (entry(why='" "'), "why is empty"),
        (entry(who='"me"'), "an entry has the keys rule, model, pointer, until, why"),
        ("\n[[accept]]\n", "accepted.toml:2: error[invalid-accepted]: is not a list of tables"),
        ("accepted = 1\n", "is not a list of tables [[accepted]]"),
        ("\n[[accepted", "accepted.toml:2: error[invalid-accepted]: cannot be read"),
        ("\n# caf\udce9", "accepted.toml:2: error[invalid-accepted]: cannot be read: is not UTF-8"),
    ],
)
def test_an_entry_that_accepts_nothing_is_an_error(
    text: str, expected_error: str, broken: Repository, codegen: Codegen
) -> None:
    accept(broken, text)
    result = codegen("diff")
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err


@pytest.fixture
def merged(broken: Repository) -> Repository:
    """Commit the change with its entry, and with the change log that `generate` updates."""
    accept(broken, entry())
    update_changelog(broken.schemas)
    broken.commit()
    return broken


def test_an_entry_of_an_earlier_change_may_stay_until_it_expires(
    merged: Repository, codegen: Codegen
) -> None:
    assert codegen("diff").status == 0
    assert codegen("diff", "HEAD~1", "--fail-on", "breaking").status == 0
    accept(merged, entry(until="2020-01-01"))
    assert codegen("diff").status == 2


def test_an_entry_of_an_earlier_change_may_stay_until_it_is_released(
    merged: Repository, codegen: Codegen
) -> None:
    assert codegen("changelog", "--release", "1.0.0").status == 0
    assert codegen("diff").status == 0
    accept(merged, entry())
    result = codegen("diff")
    assert result.status == 2
    expected_error = (
        f"there is no finding maximum-lowered of acme/one {POINTER}, and no unreleased change"
    )
    assert expected_error in result.err


def test_a_release_removes_the_entries_that_it_makes_useless(
    broken: Repository, codegen: Codegen
) -> None:
    other_entry = entry(pointer='"input.json#/properties/b/maximum"')
    accept(broken, f"# known findings\n\n{entry()}\n# the next one\n{other_entry}")
    result = codegen("changelog", "--release", "1.0.0")
    assert result.status == 0
    assert (
        f"accepted.toml, now that it is released: maximum-lowered of acme/one {POINTER}\n"
        in result.err
    )
    remaining = (broken.schemas / "accepted.toml").read_text("utf-8")
    assert remaining == f"# known findings\n\n# the next one\n{other_entry}"


def test_an_entry_that_never_accepted_anything_may_not_stay(
    broken: Repository, codegen: Codegen
) -> None:
    accept(broken, entry(rule='"minimum-raised"'))
    update_changelog(broken.schemas)
    broken.commit()
    assert codegen("diff").status == 2


def test_an_entry_without_a_pointer_may_stay_too(broken: Repository, codegen: Codegen) -> None:
    shutil.rmtree(broken.schemas / "acme" / "one")
    broken.put("acme/two", an_input())
    accept(broken, entry(rule='"model-gone"', pointer='""'))
    assert codegen("diff", "--fail-on", "breaking").status == 0
    update_changelog(broken.schemas)
    broken.commit()
    assert codegen("diff").status == 0


WORDS = {"rule": '"title-changed"', "pointer": '"input.json#/properties/a/title"'}


@pytest.mark.parametrize("other_changes", [1, 0])
def test_an_entry_about_words_may_stay_until_they_are_released(
    other_changes: int, broken: Repository, codegen: Codegen
) -> None:
    titled = {"type": "integer", "maximum": 9 - other_changes, "title": "A"}
    broken.put("acme/one", an_input(a=titled))
    accept(broken, entry(**WORDS))
    update_changelog(broken.schemas)
    broken.commit()
    assert codegen("diff").status == 0
    assert codegen("changelog", "--release", "1.0.0").status == 0
    assert (broken.schemas / "accepted.toml").read_text("utf-8") == ""


def test_an_entry_of_an_earlier_change_may_be_accepted_for_longer(
    merged: Repository, codegen: Codegen
) -> None:
    accept(merged, entry(until="2999-12-30"))
    assert codegen("diff").status == 0


@pytest.mark.parametrize("command", ["diff", "next-version", "changelog"])
def test_a_change_log_that_is_not_utf_8_is_named(
    command: str, broken: Repository, codegen: Codegen
) -> None:
    broken.git("tag", "v1.0.0")
    (broken.schemas / "CHANGELOG.md").write_bytes(b"\xff\xfe")
    result = codegen(command)
    assert result.status != 0
    assert result.err.startswith("Error: ")
    assert "schemas/CHANGELOG.md: is not UTF-8" in result.err


def test_the_next_version_does_not_depend_on_what_is_accepted(
    broken: Repository, codegen: Codegen
) -> None:
    broken.git("tag", "v1.0.0")
    accept(broken, entry())
    assert codegen("next-version").out == "2.0.0\n"
