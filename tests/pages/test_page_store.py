"""Pages are compared with what is stored; one that contradicts it is not written."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from runcomfy_codegen.pages.page import Page, read_page
from runcomfy_codegen.pages.store import Store, StoreError
from runcomfy_codegen.reading.service_protocol import Endpoint, ServiceProtocol

from .page_factory import Model, as_lines, pieces

PAGE = read_page(as_lines(pieces(Model())))
FILES = ("input.json", "output.json", "example.json")


def other_service(**change: object) -> Page:
    return replace(PAGE, protocol=replace(PAGE.protocol, **change))  # type: ignore[arg-type]


def test_a_page_is_new_then_unchanged_then_changed(tmp_path: Path) -> None:
    assert Store(tmp_path).put(PAGE, "a").files == ("service.json", *FILES)
    assert Store(tmp_path).put(PAGE, "a").state == "unchanged"
    stored = Store(tmp_path).put(replace(PAGE, example="{}\n"), "a")
    assert (stored.state, stored.files) == ("changed", ("example.json",))


def test_a_model_that_gets_a_missing_document_has_changed(tmp_path: Path) -> None:
    Store(tmp_path).put(PAGE, "a")
    (tmp_path / PAGE.model_id / "example.json").unlink()
    stored = Store(tmp_path).put(PAGE, "a")
    assert (stored.state, stored.files) == ("changed", ("example.json",))


def test_another_protocol_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    Store(tmp_path).put(PAGE, "a")
    before = (tmp_path / "service.json").read_bytes()
    contradicting_page = replace(
        other_service(cancel=Endpoint("DELETE", "/v1/requests/{request_id}")), example="{}\n"
    )
    with pytest.raises(StoreError, match=r"endpoint DELETE /v1/requests/\{request_id\}, not"):
        Store(tmp_path).put(contradicting_page, "b")
    assert (tmp_path / "service.json").read_bytes() == before
    assert Store(tmp_path).put(PAGE, "a").state == "unchanged"


def test_another_host_is_refused(tmp_path: Path) -> None:
    Store(tmp_path).put(PAGE, "a")
    with pytest.raises(StoreError, match=r"base URL https://evil.example, not https://model-api"):
        Store(tmp_path).put(other_service(base_url="https://evil.example"), "b")


@pytest.mark.parametrize("url", ["http://model-api.runcomfy.net", "https://evilruncomfy.net"])
def test_the_first_page_may_not_send_tokens_elsewhere(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreError, match=r"write service.json by hand first"):
        Store(tmp_path).put(other_service(base_url=url), "a")
    assert not list(tmp_path.iterdir())


def test_a_service_written_by_hand_is_kept_as_it_is(tmp_path: Path) -> None:
    by_hand = json.dumps(json.loads(PAGE.protocol.dump()) | {"comment": "ours"})
    (tmp_path / "service.json").write_text(by_hand, encoding="utf-8")
    assert Store(tmp_path).put(PAGE, "a").files == FILES
    assert (tmp_path / "service.json").read_text(encoding="utf-8") == by_hand


def test_other_statuses_are_a_warning_and_not_stored(tmp_path: Path) -> None:
    Store(tmp_path).put(PAGE, "a")
    stored = Store(tmp_path).put(other_service(statuses=("in_queue", "failed")), "a")
    assert stored.warnings[0].startswith("names the statuses in_queue, failed; service.json has")
    assert ServiceProtocol.load(tmp_path / "service.json") == PAGE.protocol


def test_statuses_are_filled_in_by_the_first_page_that_names_them(tmp_path: Path) -> None:
    assert "names no statuses" in Store(tmp_path).put(other_service(statuses=()), "a").warnings[0]
    assert Store(tmp_path).put(PAGE, "a").files == ("service.json",)
    assert ServiceProtocol.load(tmp_path / "service.json") == PAGE.protocol


def test_one_model_from_two_pages_must_be_the_same(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(PAGE, "a")
    assert store.put(PAGE, "b").state == "unchanged"
    with pytest.raises(StoreError, match=r"came from a in this run, with a different input.json"):
        store.put(replace(PAGE, input="{}\n"), "c")


def test_a_stored_docs_url_is_kept_if_a_page_has_none(tmp_path: Path) -> None:
    Store(tmp_path).put(replace(PAGE, docs_url="https://www.runcomfy.com/a"), "a")
    assert Store(tmp_path).put(PAGE, "a").state == "unchanged"
    text = (tmp_path / PAGE.model_id / "page.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"docs_url": "https://www.runcomfy.com/a"}


def test_an_id_that_collides_on_a_case_insensitive_file_system_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "acme").mkdir()
    monkeypatch.setattr(Path, "iterdir", lambda self: iter([tmp_path / "Acme"]))  # pyright: ignore
    with pytest.raises(StoreError, match="differs from a stored model only in case"):
        Store(tmp_path).put(PAGE, "a")
