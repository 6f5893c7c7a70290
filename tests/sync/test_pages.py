"""`sync --from` compares docs pages, from files and URLs, with what is stored."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import tree
from tests.pages.page_factory import INPUT, Model, as_lines, pieces

from .conftest import Ran
from .upstream import Fault, Upstream

Sync = Callable[..., Ran]
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


def read(schemas: Path) -> Any:
    return json.loads((schemas / ID / "input.json").read_text("utf-8"))


def test_an_unchanged_page_changes_nothing(stored: Path, upstream: Upstream, sync: Sync) -> None:
    before = tree(stored)
    assert sync("--from", f"{upstream.url}/page") == Ran(0, "nothing changed\n", "")
    assert upstream.statuses == {200: 1, 304: 1}
    assert tree(stored) == before


def test_a_changed_page_is_written_and_its_findings_are_printed(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page(enum=[16000, 48000])
    ran = sync("--from", f"{upstream.url}/page", "--fail-on", "breaking")
    assert ran.status == 1
    assert "enum-value-gone input.json#/properties/rate/enum/1" in ran.out
    assert read(stored)["properties"]["rate"]["enum"] == [16000, 48000]


def test_pages_come_from_files_as_well(tmp_path: Path, sync: Sync, schemas: Path) -> None:
    (tmp_path / "one.txt").write_text(page(), "utf-8")
    (tmp_path / "two.txt").write_text(page(model_id="acme/two"), "utf-8")
    ran = sync("--from", tmp_path / "one.txt", tmp_path / "two.txt", "--add", "acme/two")
    assert f"note: 1 model not followed (--all or --add PATTERN adds):\n  {ID}\n" in ran.err
    assert (schemas / "acme/two/input.json").is_file()
    assert not (schemas / ID).exists()


@pytest.mark.parametrize("language", ["en", "ko", "de"])
def test_a_page_in_another_language_keeps_the_stored_texts(
    stored: Path, upstream: Upstream, sync: Sync, language: str
) -> None:
    before = tree(stored)
    upstream.pages["/page"] = page(language)
    ran = sync("--from", f"{upstream.url}/page")
    assert (ran.status, ran.out) == (0, "nothing changed\n")
    assert f"is in another language ({language}); the stored texts (it) are kept" in ran.err
    assert tree(stored) == before


def test_a_change_in_another_language_is_taken_without_its_texts(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page("ko", enum=[16000, 48000], default=16000)
    ran = sync("--from", f"{upstream.url}/page")
    assert "enum-value-gone" in ran.out
    assert "language" not in ran.out
    rate = read(stored)["properties"]["rate"]
    assert (rate["default"], rate["description"]) == (16000, WORDS["it"][1])


def test_take_language_replaces_the_stored_texts(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    upstream.pages["/page"] = page("ko")
    ran = sync("--from", f"{upstream.url}/page", "--take-language")
    assert "words       language-changed" in ran.out
    assert read(stored)["title"] == WORDS["ko"][0]


def test_one_bad_page_does_not_stop_the_rest(
    stored: Path, upstream: Upstream, sync: Sync, tmp_path: Path
) -> None:
    upstream.pages["/two"] = page(model_id="acme/two")
    upstream.pages["/bad"] = "not a docs page"
    upstream.faults["/slow"] = [Fault(503)]
    upstream.stay = True
    names = [f"{upstream.url}/{name}" for name in ("bad", "none", "slow", "two")]
    ran = sync("--from", *names, tmp_path / "none.txt", "--all")
    assert ran.status == 1
    problems = [line for line in ran.err.splitlines() if line.startswith("not synced: ")]
    places = [*names[:3], str(tmp_path / "none.txt")]
    assert [line.split()[2].rstrip(":") for line in problems] == places
    assert (stored / "acme/two/input.json").is_file()


def test_two_pages_that_contradict_each_other_are_reported(
    tmp_path: Path, sync: Sync, schemas: Path
) -> None:
    (tmp_path / "one.txt").write_text(page(), "utf-8")
    (tmp_path / "two.txt").write_text(page(default=16000), "utf-8")
    ran = sync("--from", tmp_path / "one.txt", tmp_path / "two.txt", "--all")
    assert ran.status == 1
    assert f"{ID} differs from {tmp_path / 'one.txt'}" in ran.err
    assert read(schemas)["properties"]["rate"]["default"] == 48000


def test_a_page_of_another_service_is_rejected(
    stored: Path, upstream: Upstream, sync: Sync
) -> None:
    before = tree(stored)
    text = page(enum=[1]).replace("model-api.runcomfy.net", "evil.example")
    upstream.pages["/page"] = text
    ran = sync("--from", f"{upstream.url}/page")
    assert ran.status == 1
    assert "shows a protocol that differs from service.json" in ran.err
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
