"""`schemas/CHANGELOG.md` has one entry per change set, newest first; committed ones stay."""

from __future__ import annotations

import re
from errno import ENOSPC
from pathlib import Path

import pytest

from tests.sync.upstream import Upstream, entry, serving

from .building import an_input
from .conftest import Codegen
from .repositories import Repository

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
GENERATE = ("generate", "--package", "acme_models")  # without a copy of the client library


def headings(schemas: Path) -> list[str]:
    return re.findall(r"^## (.*)$", (schemas / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


@pytest.fixture
def started(repository: Repository, codegen: Codegen) -> Repository:
    """Create a repository whose first change set is committed."""
    repository.put("acme/one", an_input(a=TEXT))
    assert codegen(*GENERATE).status == 0
    repository.commit()
    return repository


def test_the_first_entry_lists_every_model(started: Repository) -> None:
    text = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    assert text == (
        "# Changes of the schemas\n\n"
        "Kept by `runcomfy-codegen sync` and `generate`, newest first.\n\n"
        "## 1. minor\n\nModels: 1 added.\n\n- `acme/one`: the model is new\n"
    )


def test_a_change_set_has_one_entry_after_several_runs(
    started: Repository, codegen: Codegen
) -> None:
    committed = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    started.put("acme/one", an_input(a=TEXT, b=TEXT))
    codegen(*GENERATE)
    started.put("acme/one", an_input(a=WHOLE, b=TEXT))
    codegen(*GENERATE)
    codegen(*GENERATE)
    assert headings(started.schemas) == ["2. major", "1. minor"]
    text = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    assert "- breaking (type-changed) `input.json#/properties/a/type`" in text
    assert "- compatible (input-added) `input.json#/properties/b`: `b` is new" in text
    assert text.endswith(committed.partition("\n\n## ")[2])


SHARED = {
    "overrides.toml": ('["acme/one"]\nmodule = "acme.special"\n', "module-renamed"),
    "rules.toml": (
        '[["acme/one"]]\nid = "one"\nat = "input.json#/properties/b"\nquote = "A number."\n'
        'rule = "b > 3"\nmessage = "no"\nfits = [{b = 4}]\nbreaks = [{b = 3}]\n',
        "rule-added",
    ),
}


@pytest.mark.parametrize(("file", "change"), SHARED.items(), ids=SHARED)
def test_a_change_of_a_shared_file_alone_has_an_entry(
    file: str, change: tuple[str, str], started: Repository, codegen: Codegen
) -> None:
    started.put("acme/one", an_input(a=TEXT, b={**WHOLE, "description": "A number."}))
    codegen(*GENERATE)
    started.commit()
    text, rule = change
    (started.schemas / file).write_text(text, "utf-8")
    codegen(*GENERATE)
    assert f"({rule})" in (started.schemas / "CHANGELOG.md").read_text("utf-8")


def test_a_reverted_change_leaves_no_entry(started: Repository, codegen: Codegen) -> None:
    committed = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    for schema in (WHOLE, TEXT):
        started.put("acme/one", an_input(a=schema))
        codegen(*GENERATE)
    assert (started.schemas / "CHANGELOG.md").read_text("utf-8") == committed


def test_schemas_committed_before_generation_still_get_an_entry(
    started: Repository, codegen: Codegen
) -> None:
    started.put("acme/one", an_input(a=WHOLE))
    started.commit()
    codegen(*GENERATE)
    assert headings(started.schemas) == ["2. major", "1. minor"]


def test_the_option_no_changelog_writes_no_change_log(
    repository: Repository, codegen: Codegen
) -> None:
    repository.put("acme/one", an_input())
    codegen(*GENERATE, "--no-changelog")
    assert not (repository.schemas / "CHANGELOG.md").exists()


def test_a_model_that_moved_is_one_gone_and_one_added(
    started: Repository, codegen: Codegen
) -> None:
    started.git("mv", "schemas/acme/one", "schemas/acme/two")
    codegen(*GENERATE)
    text = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    assert "## 2. major\n\nModels: 1 added, 1 gone.\n" in text


def test_generate_does_not_repeat_the_entry_of_sync(started: Repository, codegen: Codegen) -> None:
    with serving(Upstream(models=[entry("acme/one", a=WHOLE)])) as upstream:
        arguments = ("--catalog", f"{upstream.url}/v1/models", "--no-cache")
        assert codegen("sync", *arguments).status == 0
    text = (started.schemas / "CHANGELOG.md").read_text("utf-8")
    assert headings(started.schemas) == ["2. major", "1. minor"]
    codegen(*GENERATE)
    assert (started.schemas / "CHANGELOG.md").read_text("utf-8") == text


def test_sync_writes_entries_outside_of_a_repository(
    codegen: Codegen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving(Upstream(models=[entry("acme/one", a=TEXT)])) as upstream:
        arguments = ("--catalog", f"{upstream.url}/v1/models", "--no-cache", "--all")
        codegen("sync", *arguments)
        upstream.models = [entry("acme/one", a=WHOLE)]
        codegen("sync", *arguments)
        codegen("sync", *arguments)
    assert headings(tmp_path / "schemas") == ["2. major", "1. minor"]


@pytest.mark.parametrize(("depth", "is_late"), [(1, True), (9, False)])
def test_a_shallow_clone_says_that_the_entry_may_begin_too_late(
    depth: int, is_late: bool, started: Repository, codegen: Codegen, tmp_path: Path
) -> None:
    """Its first commit seems to have made the log, unless the one that did is there too."""
    started.put("acme/two", an_input(a=TEXT))
    codegen(*GENERATE)
    started.commit()
    started.put("acme/two", an_input(a=WHOLE))
    started.commit()
    started.git("clone", "--quiet", f"--depth={depth}", started.folder.as_uri(), f"{tmp_path}/c")
    clone = Repository(tmp_path / "c")
    clone.put("acme/one", an_input(a=WHOLE))
    result = codegen(*GENERATE, "--schemas", str(clone.schemas), "--out", str(tmp_path / "out"))
    note = "CHANGELOG.md may begin too late: this clone is shallow; `git fetch"
    assert (note in result.err) is is_late


def test_a_history_that_cannot_be_read_does_not_stop_generation(
    started: Repository, codegen: Codegen
) -> None:
    started.put("acme/one", {"type": "object", "properties": {"a": {"type": "strin"}}})
    (started.schemas / "CHANGELOG.md").write_text("by hand\n")
    started.commit()
    started.put("acme/one", an_input(a=WHOLE))
    result = codegen(*GENERATE)
    assert result.status == 0
    assert "CHANGELOG.md was not updated" in result.err


def test_a_log_that_could_not_be_written_is_an_error_until_a_run_makes_up_for_it(
    started: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    started.put("acme/one", an_input(a=WHOLE))
    with monkeypatch.context() as full:
        full.setattr("runcomfy_codegen.diff.changelog.write_if_changed", fail_as_a_full_disk)
        for _ in range(2):
            result = codegen(*GENERATE)
            assert (result.status, result.err.splitlines()[-1]) == (
                1,
                "Error: the change log was not updated: schemas/CHANGELOG.md: "
                "No space left on device",
            )
    assert codegen(*GENERATE).status == 0
    assert headings(started.schemas) == ["2. major", "1. minor"]


def fail_as_a_full_disk(path: Path, _: str) -> None:
    raise OSError(ENOSPC, "No space left on device", str(path))


def test_a_change_that_changes_no_module_has_an_entry(
    started: Repository, codegen: Codegen
) -> None:
    started.put("acme/one", an_input(a={**TEXT, "x-unknown": 1}))
    codegen(*GENERATE)
    assert headings(started.schemas) == ["2. patch", "1. minor"]


def test_a_log_that_is_known_to_be_current_is_not_made_again(
    started: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    codegen(*GENERATE)
    started.put("acme/two", an_input(a=TEXT))
    codegen(*GENERATE)
    with monkeypatch.context() as never:
        never.setattr("runcomfy_codegen.diff.changelog.update_changelog", None)
        assert codegen(*GENERATE).status == 0
    (started.schemas / "CHANGELOG.md").unlink()
    codegen(*GENERATE)
    assert headings(started.schemas) == ["2. minor", "1. minor"]


def test_unchanged_models_are_not_compared(
    started: Repository, codegen: Codegen, monkeypatch: pytest.MonkeyPatch
) -> None:
    started.put("acme/two", an_input(a=TEXT))
    codegen(*GENERATE)
    started.commit()
    compared: list[str] = []
    monkeypatch.setattr(
        "runcomfy_codegen.diff.changes.model_changes.compare_model",
        lambda old, new, *_: compared.append(new.model.model_id) or (),
    )
    started.put("acme/two", an_input(a=WHOLE))
    codegen(*GENERATE)
    assert compared == ["acme/two"]
