"""`sync --from` compares docs pages, from files and URLs, with what is stored."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.planning.folder_plan import plan_folder
from tests.diff.conftest import CommandResult
from tests.end_to_end.conftest import tree
from tests.pages.page_factory import INPUT, Model, as_lines, pieces

from .conftest import Sync
from .upstream import Fault, Upstream

ID = "acme/dream-1.0/text-to-image"
WORDS = {
    "it": ("Schema di input", "La durata del video in secondi, che non deve essere zero."),
    "en": ("Input schema", "The duration of the video in seconds, which must not be zero."),
    "ko": ("입력 스키마", "동영상의 길이(초)이며 0이 아니어야 합니다."),
    "de": ("Eingabeschema", "Die Dauer des Videos in Sekunden, die nicht null sein darf."),
}


def page(language: str = "it", model_id: str = ID, **changes: Any) -> str:
    """Return a page with texts in `language`, and `changes` in its property `rate`."""
    title, description = WORDS[language]
    schema = copy.deepcopy(INPUT)
    schema["title"] = title
    schema["properties"]["rate"] |= {"description": description, **changes}
    return as_lines(pieces(Model(model_id=model_id, input=schema), language))


@pytest.fixture
def stored(upstream: Upstream, sync: Sync, schemas: Path) -> Path:
    """The schemas folder after a first page, in Italian, at `/page`."""
    upstream.pages["/page"] = page()
    assert sync("--from", f"{upstream.url}/page", "--all").status == 0
    return schemas


def stored_input(schemas: Path) -> Any:
    return json.loads((schemas / ID / "input.json").read_text("utf-8"))


def test_an_unchanged_page_changes_nothing(stored: Path, upstream: Upstream, sync: Sync) -> None:
    before = tree(stored)
    assert sync("--from", f"{upstream.url}/page") == CommandResult(0, "nothing changed\n", "")
    assert upstream.statuses == {200: 1, 304: 1}
    assert tree(stored) == before


def test_a_changed_page_is_written_and_its_findings_are_printed(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page(enum=[16000, 48000])
    result = sync("--from", f"{upstream.url}/page", "--fail-on", "breaking")
    assert result.status == 1
    assert "enum-value-gone input.json#/properties/rate/enum/1" in result.out
    assert stored_input(stored)["properties"]["rate"]["enum"] == [16000, 48000]


def test_pages_come_from_files_as_well(tmp_path: Path, sync: Sync, schemas: Path) -> None:
    (tmp_path / "one.txt").write_text(page(), "utf-8")
    (tmp_path / "two.txt").write_text(page(model_id="acme/two"), "utf-8")
    result = sync("--from", tmp_path / "one.txt", tmp_path / "two.txt", "--add", "acme/two")
    assert f"not followed (--all or --add adds):\n  {ID}\n" in result.out
    assert (schemas / "acme/two/input.json").is_file()
    assert not (schemas / ID).exists()


@pytest.mark.parametrize("language", ["en", "ko", "de"])
def test_a_page_in_another_language_keeps_the_stored_texts(
    stored: Path, upstream: Upstream, sync: Sync, language: str
) -> None:
    before = tree(stored)
    upstream.pages["/page"] = page(language)
    result = sync("--from", f"{upstream.url}/page")
    assert (result.status, result.out.splitlines()[0]) == (
        0,
        "nothing changed; 1 in another language",
    )
    assert f"is in another language ({language}); the stored texts (it) are kept" in result.out
    assert tree(stored) == before


def test_a_change_in_another_language_is_taken_without_its_texts(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page("ko", enum=[16000, 48000], default=16000)
    result = sync("--from", f"{upstream.url}/page")
    assert "enum-value-gone" in result.out
    assert "language-changed" not in result.out
    rate = stored_input(stored)["properties"]["rate"]
    assert (rate["default"], rate["description"]) == (16000, WORDS["it"][1])


def test_take_language_replaces_the_stored_texts(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page("ko")
    result = sync("--from", f"{upstream.url}/page", "--take-language")
    assert "words       language-changed" in result.out
    assert stored_input(stored)["title"] == WORDS["ko"][0]


TITLES = {"it": ("Piccola", "Grande"), "en": ("Small", "Large"), "de": ("Klein", "Groß")}


def page_of_sizes(language: str) -> str:
    """Return a page with a union of two objects that only their titles tell apart."""
    members = [
        {"type": "object", "title": title, "properties": {"width": {"maximum": limit}}}
        for title, limit in zip(TITLES[language], (512, 2048), strict=True)
    ]
    schema = copy.deepcopy(INPUT)
    schema["properties"]["size"] = {"anyOf": members, "description": WORDS[language][1]}
    return as_lines(pieces(Model(model_id=ID, input=schema), language))


@pytest.mark.parametrize("overrides", ["", f'["{ID}"]\nmodule = "acme.dream"\n', "# Ours\n"])
def test_another_language_keeps_the_names_of_classes(
    upstream: Upstream, sync: Sync, schemas: Path, overrides: str
) -> None:
    """The overrides keep what the titles no longer say."""
    upstream.pages["/page"] = page_of_sizes("en")
    assert sync("--from", f"{upstream.url}/page", "--all").status == 0
    (schemas / "overrides.toml").write_text(overrides, "utf-8")
    before = class_names(schemas)
    assert {"SizeSmall", "SizeLarge"} <= before
    for language in ("de", "it"):
        upstream.pages["/page"] = page_of_sizes(language)
        result = sync("--from", f"{upstream.url}/page", "--take-language", "--fail-on", "breaking")
        assert result.status == 0, result.out
        assert TITLES[language][1] in json.dumps(stored_input(schemas), ensure_ascii=False)
        assert class_names(schemas) == before
    assert overrides in (schemas / "overrides.toml").read_text("utf-8")


def class_names(schemas: Path) -> set[str]:
    (model,) = plan_folder(schemas).models
    return {str(spec.name) for spec in model.inputs}


def test_one_bad_page_does_not_stop_the_rest(
    stored: Path, upstream: Upstream, sync: Sync, tmp_path: Path
) -> None:
    upstream.pages["/two"] = page(model_id="acme/two")
    upstream.pages["/bad"] = "not a docs page"
    upstream.faults["/slow"] = [Fault(503)]
    upstream.stay = True
    names = [f"{upstream.url}/{name}" for name in ("bad", "none", "slow", "two")]
    result = sync("--from", *names, tmp_path / "none.txt", "--all")
    assert result.status == 1
    section = result.out.partition("not taken:\n")[2].partition("\n\n")[0]
    problems = [line for line in section.splitlines() if line.startswith("  ")]
    sources = [*names[:3], str(tmp_path / "none.txt")]
    assert [line.split()[0].rstrip(":") for line in problems if ": " in line][:4] == sources
    assert (stored / "acme/two/input.json").is_file()


def test_two_pages_that_contradict_each_other_are_reported(
    tmp_path: Path, sync: Sync, schemas: Path
) -> None:
    (tmp_path / "one.txt").write_text(page(), "utf-8")
    (tmp_path / "two.txt").write_text(page(default=16000), "utf-8")
    result = sync("--from", tmp_path / "one.txt", tmp_path / "two.txt", "--all")
    assert result.status == 1
    assert f"{ID} differs from {tmp_path / 'one.txt'}" in result.out
    assert stored_input(schemas)["properties"]["rate"]["default"] == 48000


def test_a_page_of_another_service_is_rejected(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    before = tree(stored)
    text = page(enum=[1]).replace("model-api.runcomfy.net", "evil.example")
    upstream.pages["/page"] = text
    result = sync("--from", f"{upstream.url}/page")
    assert result.status == 1
    assert "shows a protocol that differs from service.json" in result.out
    assert tree(stored) == before


def test_wrong_usage_exits_with_2(sync: Sync) -> None:
    assert sync().status == 2
    assert sync("--from").status == 2
    assert sync("--from", "page.txt", "--catalog", "catalog.json").status == 2


def test_ctrl_c_leaves_whole_files(
    stored: Path, upstream: Upstream, sync: Sync, monkeypatch: pytest.MonkeyPatch
) -> None:
    from runcomfy_codegen.sync import applying

    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    before = tree(stored)
    upstream.pages["/page"] = page(enum=[16000])
    monkeypatch.setattr(applying, "write_if_changed", interrupted)
    assert sync("--from", f"{upstream.url}/page").status == 130
    assert tree(stored) == before


RULE = """[["acme/dream-1.0/text-to-image"]]
id = "not-zero"
at = "input.json#/properties/rate"
quote = "che non deve essere zero"
rule = "rate != 0"
message = "zero"
fits = [{ rate = 1 }]
breaks = [{ rate = 0 }]
"""
TRANSLATION = """["acme/dream-1.0/text-to-image".patch]
"input.json#/title" = { value = "Inputs", was = "Schema di input", why = "our English" }
"""


def test_a_sentence_that_changes_under_a_rule_or_a_translation_is_reported(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    (stored / "rules.toml").write_text(RULE)
    (stored / "overrides.toml").write_text(TRANSLATION)
    unchanged = sync("--from", f"{upstream.url}/page")
    assert (unchanged.status, unchanged.out) == (0, "nothing changed\n")
    schema = page(description="La durata del video, anche zero, in secondi.")
    upstream.pages["/page"] = schema.replace("Schema di input", "Schema degli input")
    result = sync("--from", f"{upstream.url}/page")
    assert "behaviour   quote-stale input.json#/properties/rate" in result.out
    assert "the page no longer has the sentence `che non deve essere zero`" in result.out
    assert "words       translation-stale input.json#/title" in result.out
    assert result.out.partition("\n")[0].endswith("; 2 stale (their original changed)")
    assert f"  {ID}: the quote of a rule at input.json#/properties/rate\n" in result.out
    assert f"  {ID}: a translation at input.json#/title\n" in result.out
    second = sync("--from", f"{upstream.url}/page")
    assert second.out == "nothing changed\n"


def test_a_place_that_changes_under_a_patch_is_reported(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    place = '"input.json#/properties/rate/maximum"'
    patch = f'["{ID}".patch]\n{place} = {{ value = 9, was = 8, why = "x" }}\n'
    upstream.pages["/page"] = page(maximum=8)
    sync("--from", f"{upstream.url}/page")
    (stored / "overrides.toml").write_text(patch)
    upstream.pages["/page"] = page(maximum=7)
    result = sync("--from", f"{upstream.url}/page")
    assert "behaviour   patch-stale input.json#/properties/rate/maximum" in result.out
    assert "it was 8, the page has 7 now" in result.out
