"""With a cache or without, in one process or several: the same bytes, and less work."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from runcomfy_codegen.diagnostics.diagnostic import Severity, has_errors
from runcomfy_codegen.generate import cached_types as known_types
from runcomfy_codegen.generate import digests, parallel_builder
from runcomfy_codegen.generate.built_model import BuiltModel
from runcomfy_codegen.generate.parallel_builder import ParallelBuilder
from runcomfy_codegen.generate.task import Task
from runcomfy_codegen.rendering.python_types import python_types

from .conftest import Command, Place

MODULE = "runcomfy_models/acme/one.py"
FLAGS = "runcomfy_models/_flags.py"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models that were planned and rendered, and not taken from the cache."""
    names: list[str] = []
    build = ParallelBuilder.build

    def noting(self: ParallelBuilder, tasks: Sequence[Task]) -> Iterator[BuiltModel]:
        names.extend(task.files.model_id for task in tasks)
        return build(self, tasks)

    monkeypatch.setattr(ParallelBuilder, "build", noting)
    return names


def test_a_warm_cache_gives_the_bytes_of_a_build_from_nothing(place: Place) -> None:
    place.run(cached=False)
    expected = place.generated()
    for _ in range(2):
        shutil.rmtree(place.out)
        place.run()
        assert place.generated() == expected


def test_two_processes_give_the_bytes_of_one(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel_builder, "MODELS_PER_CHUNK", 1)
    place.run(cached=False, processes=1)
    expected = place.generated()
    shutil.rmtree(place.out)
    place.run(cached=False, processes=2)
    assert place.generated() == expected


def test_a_second_run_makes_nothing_and_says_the_same(place: Place, made: list[str]) -> None:
    first = place.run()
    made.clear()
    again = place.run()
    assert (made, again.files, again.report and again.report.is_clean) == ([], {}, True)
    assert again.diagnostics == first.diagnostics
    assert again.index == first.index
    assert any(found.code == "invalid-default" for found in again.diagnostics)


def test_only_the_model_that_changed_is_made(place: Place, made: list[str]) -> None:
    place.run()
    made.clear()
    place.add("acme/one", {"prompt": {"type": "string", "maxLength": 3}})
    run = place.run()
    assert made == ["acme/one"]
    assert run.report
    assert run.report.changed == (FLAGS, MODULE)
    assert b"max_length=3" in place.generated()[MODULE]


def test_going_back_makes_nothing(place: Place, made: list[str]) -> None:
    """Another branch, and this one again."""
    place.run()
    before = (place.schemas / "acme/one/input.json").read_bytes()
    place.add("acme/one", {"prompt": {"type": "boolean"}})
    place.run()
    made.clear()
    (place.schemas / "acme/one/input.json").write_bytes(before)
    place.run()
    assert made == []


def test_an_override_makes_its_own_model_anew(place: Place, made: list[str]) -> None:
    place.run()
    made.clear()
    line = '"acme/one".names."input.json#/properties/prompt" = "text"\n'
    (place.schemas / "overrides.toml").write_text(line)
    place.run()
    assert made == ["acme/one"]
    assert b"text: " in place.generated()[MODULE]


def test_an_override_that_a_cached_model_used_is_not_unused(place: Place) -> None:
    line = '"acme/one".names."input.json#/properties/prompt" = "text"\n'
    (place.schemas / "overrides.toml").write_text(line)
    place.run()
    place.add("acme/two/turbo", {})
    assert not has_errors(place.run().diagnostics)


def test_errors_are_found_in_each_run(place: Place, made: list[str]) -> None:
    place.add("acme/one", {"prompt": {"type": "strange"}})
    first = place.run()
    made.clear()
    again = place.run()
    assert made == ["acme/one"]
    assert has_errors(again.diagnostics)
    assert again.diagnostics == first.diagnostics


def test_an_empty_protocol_is_not_taken_for_none(place: Place) -> None:
    place.run()
    (place.schemas / "service.json").write_bytes(b"")
    assert [found.code for found in place.run().diagnostics if found.severity is Severity.ERROR]
    (place.schemas / "service.json").unlink()
    (place.schemas / "service.json").mkdir()
    assert [found.code for found in place.run().diagnostics if found.severity is Severity.ERROR]


@pytest.mark.parametrize("damage", [b"", b"# other\n", b"\xff\xfe"])
def test_a_file_that_somebody_changed_is_noticed_and_mended(place: Place, damage: bytes) -> None:
    """The cache is never trusted over what is on disk."""
    place.run()
    expected = place.generated()
    (place.out / MODULE).write_bytes(damage)
    run = place.run()
    assert run.report
    assert run.report.differing == (MODULE,)
    assert place.generated() == expected


def test_a_file_that_is_gone_is_made_again(place: Place) -> None:
    place.run()
    expected = place.generated()
    (place.out / MODULE).unlink()
    place.run()
    assert place.generated() == expected


def test_a_model_that_is_gone_leaves_nothing(place: Place) -> None:
    place.run()
    shutil.rmtree(place.schemas / "other")
    place.run()
    assert not [name for name in place.generated() if "/other/" in name]


def test_another_generator_makes_everything_anew(
    place: Place, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.run()
    made.clear()
    monkeypatch.setattr(digests, "generator_digest", lambda *_: "another version")
    place.run()
    assert len(made) == 3


def test_the_generator_is_known_by_its_source_templates_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    template = tmp_path / "templates/model.py.jinja"
    template.write_text("a")
    seen = {digests.generator_digest(tmp_path / "templates")}
    template.write_text("b")
    seen.add(digests.generator_digest(tmp_path / "templates"))
    (tmp_path / "ruff-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    seen.add(digests.generator_digest(tmp_path / "templates"))
    assert len(seen) == 3


def test_infos_asked_for_with_v_are_printed_in_each_run(command: Command) -> None:
    runs = [command("generate", "-v", "--no-changelog").stderr for _ in range(2)]
    assert runs[0] == runs[1]
    assert "info[output-map]" in runs[0]


def test_a_type_that_is_known_is_not_asked_for_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.run()
    asked: list[str] = []
    monkeypatch.setattr(
        known_types, "python_types", lambda left: (asked.extend(left), python_types(left))[1]
    )
    place.add("acme/four", {"text": {"type": "string"}, "size": {"enum": ["1:1", "9:16"]}})
    place.run()
    assert asked == []
    place.add("acme/five", {"n": {"enum": [16000, 24000]}})
    place.run()
    assert [json.loads(schema)["enum"] for schema in asked] == [[16000, 24000]]


def test_a_file_that_no_schema_asks_for_is_drift_by_itself(place: Place) -> None:
    place.run()
    module = place.out / "runcomfy_models/acme/one.py"
    stale = module.with_name("gone.py")
    stale.write_bytes(module.read_bytes())
    report = place.run().report
    assert report
    assert not report.is_clean
    assert (report.stale, report.differing) == (("runcomfy_models/acme/gone.py",), ())
    assert not stale.exists()
    again = place.run().report
    assert again
    assert again.is_clean
