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

from .conftest import Command, Project

MODULE = "runcomfy_models/acme/one.py"
FLAGS = "runcomfy_models/_flags.py"


@pytest.fixture
def built_models(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models that were planned and rendered, and not taken from the cache."""
    names: list[str] = []
    build = ParallelBuilder.build

    def record_and_build(self: ParallelBuilder, tasks: Sequence[Task]) -> Iterator[BuiltModel]:
        names.extend(task.files.model_id for task in tasks)
        return build(self, tasks)

    monkeypatch.setattr(ParallelBuilder, "build", record_and_build)
    return names


def test_a_warm_cache_gives_the_bytes_of_a_build_from_nothing(project: Project) -> None:
    project.run(cached=False)
    expected = project.generated()
    for _ in range(2):
        shutil.rmtree(project.out)
        project.run()
        assert project.generated() == expected


def test_two_processes_give_the_bytes_of_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel_builder, "MODELS_PER_CHUNK", 1)
    project.run(cached=False, processes=1)
    expected = project.generated()
    shutil.rmtree(project.out)
    project.run(cached=False, processes=2)
    assert project.generated() == expected


def test_a_second_run_builds_nothing_and_reports_the_same(
    project: Project, built_models: list[str]
) -> None:
    first = project.run()
    built_models.clear()
    second = project.run()
    assert (built_models, second.files, second.report and second.report.is_clean) == ([], {}, True)
    assert second.diagnostics == first.diagnostics
    assert second.index == first.index
    assert any(diagnostic.code == "invalid-default" for diagnostic in second.diagnostics)


def test_only_the_model_that_changed_is_built(project: Project, built_models: list[str]) -> None:
    project.run()
    built_models.clear()
    project.add("acme/one", {"prompt": {"type": "string", "maxLength": 3}})
    run = project.run()
    assert built_models == ["acme/one"]
    assert run.report
    assert run.report.changed == (FLAGS, MODULE)
    assert b"max_length=3" in project.generated()[MODULE]


def test_going_back_to_earlier_schemas_builds_nothing(
    project: Project, built_models: list[str]
) -> None:
    """Another branch, and this one again."""
    project.run()
    before = (project.schemas / "acme/one/input.json").read_bytes()
    project.add("acme/one", {"prompt": {"type": "boolean"}})
    project.run()
    built_models.clear()
    (project.schemas / "acme/one/input.json").write_bytes(before)
    project.run()
    assert built_models == []


def test_an_override_rebuilds_only_its_own_model(project: Project, built_models: list[str]) -> None:
    project.run()
    built_models.clear()
    line = '"acme/one".names."input.json#/properties/prompt" = "text"\n'
    (project.schemas / "overrides.toml").write_text(line)
    project.run()
    assert built_models == ["acme/one"]
    assert b"text: " in project.generated()[MODULE]


def test_an_override_that_a_cached_model_used_is_not_unused(project: Project) -> None:
    line = '"acme/one".names."input.json#/properties/prompt" = "text"\n'
    (project.schemas / "overrides.toml").write_text(line)
    project.run()
    project.add("acme/two/turbo", {})
    assert not has_errors(project.run().diagnostics)


def test_errors_are_found_in_each_run(project: Project, built_models: list[str]) -> None:
    project.add("acme/one", {"prompt": {"type": "strange"}})
    first = project.run()
    built_models.clear()
    second = project.run()
    assert built_models == ["acme/one"]
    assert has_errors(second.diagnostics)
    assert second.diagnostics == first.diagnostics


def test_an_empty_protocol_is_an_error_and_not_a_missing_one(project: Project) -> None:
    project.run()
    (project.schemas / "service.json").write_bytes(b"")
    assert [
        diagnostic.code
        for diagnostic in project.run().diagnostics
        if diagnostic.severity is Severity.ERROR
    ]
    (project.schemas / "service.json").unlink()
    (project.schemas / "service.json").mkdir()
    assert [
        diagnostic.code
        for diagnostic in project.run().diagnostics
        if diagnostic.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("damage", [b"", b"# other\n", b"\xff\xfe"])
def test_a_file_that_somebody_changed_is_noticed_and_mended(
    project: Project, damage: bytes
) -> None:
    """The cache is never trusted over what is on disk."""
    project.run()
    expected = project.generated()
    (project.out / MODULE).write_bytes(damage)
    run = project.run()
    assert run.report
    assert run.report.differing == (MODULE,)
    assert project.generated() == expected


def test_a_file_that_is_gone_is_made_again(project: Project) -> None:
    project.run()
    expected = project.generated()
    (project.out / MODULE).unlink()
    project.run()
    assert project.generated() == expected


def test_a_model_that_is_gone_leaves_nothing(project: Project) -> None:
    project.run()
    shutil.rmtree(project.schemas / "other")
    project.run()
    assert not [name for name in project.generated() if "/other/" in name]


def test_another_version_of_the_generator_rebuilds_everything(
    project: Project, built_models: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.run()
    built_models.clear()
    monkeypatch.setattr(digests, "generator_digest", lambda *_: "another version")
    project.run()
    assert len(built_models) == 3


def test_the_digest_of_the_generator_covers_templates_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    template = tmp_path / "templates/model.py.jinja"
    template.write_text("a")
    known_digests = {digests.generator_digest(tmp_path / "templates")}
    template.write_text("b")
    known_digests.add(digests.generator_digest(tmp_path / "templates"))
    (tmp_path / "ruff-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    known_digests.add(digests.generator_digest(tmp_path / "templates"))
    assert len(known_digests) == 3


def test_the_digest_of_the_generator_covers_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "planning/planner.py"
    source.parent.mkdir()
    monkeypatch.setattr(digests, "__file__", str(tmp_path / "generate/digests.py"))
    known_digests = set()
    for text in ("a", "b"):
        source.write_text(text)
        known_digests.add(digests.generator_digest())
    assert len(known_digests) == 2


def test_infos_asked_for_with_v_are_printed_in_each_run(command: Command) -> None:
    runs = [command("generate", "-v", "--no-changelog").stderr for _ in range(2)]
    assert runs[0] == runs[1]
    assert "info[output-map]" in runs[0]


def test_a_known_type_is_not_requested_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.run()
    requested: list[str] = []
    monkeypatch.setattr(
        known_types,
        "python_types",
        lambda unknown: (requested.extend(unknown), python_types(unknown))[1],
    )
    project.add("acme/four", {"text": {"type": "string"}, "size": {"enum": ["1:1", "9:16"]}})
    project.run()
    assert requested == []
    project.add("acme/five", {"n": {"enum": [16000, 24000]}})
    project.run()
    assert [json.loads(schema)["enum"] for schema in requested] == [[16000, 24000]]


def test_a_file_that_no_schema_asks_for_is_drift_by_itself(project: Project) -> None:
    project.run()
    module = project.out / "runcomfy_models/acme/one.py"
    stale = module.with_name("gone.py")
    stale.write_bytes(module.read_bytes())
    report = project.run().report
    assert report
    assert not report.is_clean
    assert (report.stale, report.differing) == (("runcomfy_models/acme/gone.py",), ())
    assert not stale.exists()
    second_report = project.run().report
    assert second_report
    assert second_report.is_clean
