"""`schemas/follow.toml` says what `sync` does without flags; flags take precedence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from runcomfy_codegen.reading.service_protocol import DOCUMENTED_PROTOCOL

from .conftest import Sync
from .test_pages import page
from .upstream import Upstream, entry

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


@pytest.fixture
def follow(schemas: Path, upstream: Upstream) -> Callable[[str], None]:
    """Write follow.toml; the catalog is that of the service in `service.json`."""

    def write(text: str) -> None:
        schemas.mkdir(exist_ok=True)
        (schemas / "follow.toml").write_text(text, "utf-8")
        protocol = replace(DOCUMENTED_PROTOCOL, base_url=upstream.url)
        (schemas / "service.json").write_text(protocol.dump())

    return write


def stored_ids(schemas: Path) -> list[str]:
    return sorted(
        path.parent.relative_to(schemas).as_posix() for path in schemas.rglob("input.json")
    )


def test_without_flags_the_file_determines_the_models_and_their_source(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    follow('models = ["kling/*", "acme/one"]\nexcept = ["kling/*/beta"]')
    ids = ["acme/one", "acme/two", "kling/x/beta", "kling/x/pro", "kling/y"]
    upstream.models = [entry(name) for name in ids]
    result = sync()
    assert result.status == 0
    assert stored_ids(schemas) == ["acme/one", "kling/x/pro", "kling/y"]
    assert result.out.startswith(
        "minor: models: 3 added; findings: 3 compatible; 2 not followed (--all or --add adds)\n"
    )
    assert "not followed (--all or --add adds):\n  acme/two\n  kling/x/beta\n" in result.out


def test_flags_take_precedence_over_the_file(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    follow('models = ["acme/*"]\nexcept = ["acme/two"]')
    upstream.models = [entry("acme/one"), entry("acme/two"), entry("kling/x"), entry("kling/y")]
    sync("--add", "kling/x")
    assert stored_ids(schemas) == ["acme/one", "kling/x"]
    sync("--all")
    assert stored_ids(schemas) == ["acme/one", "acme/two", "kling/x", "kling/y"]


def test_a_stored_model_that_is_not_followed_is_left_as_it_is(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    follow('models = ["*"]')
    upstream.models = [entry("acme/one", a=TEXT), entry("kling/x", a=TEXT)]
    sync()
    before = (schemas / "kling/x/input.json").read_text()
    follow('models = ["acme/*"]')
    upstream.models = [entry("acme/one", a=WHOLE), entry("kling/x", a=WHOLE)]
    result = sync()
    assert "not followed (--all or --add adds):\n  kling/x\n" in result.out
    assert (schemas / "kling/x/input.json").read_text() == before
    upstream.models = [entry("acme/one", a=WHOLE)]
    assert "gone" not in sync().out


def test_the_catalog_of_the_command_line_is_read_by_the_rules_of_the_file(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    follow('models = ["acme/*"]\nsource = "pages"')
    upstream.models = [entry("acme/one"), entry("kling/x")]
    assert sync("--catalog", f"{upstream.url}/v1/models").status == 0
    assert stored_ids(schemas) == ["acme/one"]


def test_docs_pages_can_be_the_source(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    """Of the stored models, those whose page is known."""
    upstream.pages["/one"] = page(model_id="acme/one")
    upstream.pages["/two"] = page(model_id="acme/two")
    sync("--from", *(f"{upstream.url}/{name}" for name in ("one", "two")), "--all")
    (schemas / "acme/one/page.json").write_text(json.dumps({"docs_url": f"{upstream.url}/one"}))
    (schemas / "follow.toml").write_text('models = ["acme/*"]\nsource = "pages"')
    upstream.pages["/one"] = page(model_id="acme/one", enum=[16000, 48000], default=16000)
    result = sync()
    assert result.status == 1
    assert "enum-value-gone" in result.out
    assert "not taken:\n  acme/two: its docs page is not known: set docs_url" in result.out


@pytest.mark.parametrize(("language", "is_replaced"), [("ko", True), ("it", False), ("en", False)])
def test_texts_of_the_wanted_language_replace_the_stored_ones(
    language: str, is_replaced: bool, upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    upstream.pages["/page"] = page("it")
    sync("--from", f"{upstream.url}/page", "--all")
    (schemas / "follow.toml").write_text(f'models = ["*"]\nlanguage = "{language}"')
    before = {path: path.read_bytes() for path in schemas.rglob("*.json")}
    upstream.pages["/page"] = page("ko")
    result = sync("--from", f"{upstream.url}/page")
    after = {path: path.read_bytes() for path in schemas.rglob("*.json")}
    assert (after != before, "in another language:" in result.out) == (is_replaced, not is_replaced)


def test_a_new_model_in_another_language_is_added_and_reported(
    upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    upstream.pages["/page"] = page("ko")
    result = sync("--from", f"{upstream.url}/page", "--all", "--language", "en", "--format", "json")
    report = json.loads(result.out)
    assert report["summary"]["other_language"] == 1
    assert report["other_language"][0]["language"] == "ko"


@pytest.mark.parametrize(
    ("text", "expected_error"),
    [
        (
            'models = ["kling/*", "king/x", "no/*"]',
            "follow.toml: 'king/x' matches no model (close to it: kling/x) in models; 'no/*' ",
        ),
        ('models = ["*"]\nexcept = ["x/*"]', "follow.toml: 'x/*' matches no model in except"),
        (
            'models = ["*"]\nexcept = ["kling/*"]',
            "follow.toml: follows no model: everything that matches",
        ),
        ('models = "kling/*"', "follow.toml:1:/models: error[invalid-follow]: is not a list of"),
        ('models = ["*"]\nexcept = [1]', "follow.toml:2:/except: error[invalid-follow]: is not"),
        ("models = []", "names no models"),
        (
            'model = ["*"]',
            "follow.toml:1:/model: error[invalid-follow]: is an unknown key (hint: d",
        ),
        ('except = ["*"]', "names no models"),
        ('models = ["*"]\nlanguage = "english"', "/language: error[invalid-follow]: is 'english'"),
        ('models = ["*"]\nsource = "docs"', "is 'docs' (hint: one of catalog, pages)"),
        ("models = [", "follow.toml:1: error[invalid-follow]: cannot be read: "),
    ],
)
def test_an_invalid_file_syncs_nothing(
    text: str,
    expected_error: str,
    follow: Callable[[str], None],
    upstream: Upstream,
    sync: Sync,
    schemas: Path,
) -> None:
    follow(text)
    upstream.models = [entry("kling/x")]
    result = sync()
    assert (result.status, result.out) == (2, "")
    assert expected_error in result.err
    assert stored_ids(schemas) == []


def test_a_pattern_may_be_in_both_lists_and_except_may_be_empty(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    follow('models = ["acme/*"]\nexcept = []')
    upstream.models = [entry("acme/one"), entry("kling/x")]
    assert sync().status == 0
    follow('models = ["acme/*", "kling/*"]\nexcept = ["kling/*"]')
    assert sync().status == 0
    assert stored_ids(schemas) == ["acme/one"]


def test_a_page_that_shows_another_model_than_it_did_is_reported(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync, schemas: Path
) -> None:
    """Otherwise what is stored would be stale in silence."""
    upstream.pages["/one"] = page(model_id="acme/one")
    sync("--from", f"{upstream.url}/one", "--all")
    (schemas / "acme/one/page.json").write_text(json.dumps({"docs_url": f"{upstream.url}/one"}))
    (schemas / "follow.toml").write_text('models = ["acme/one"]\nsource = "pages"')
    upstream.pages["/one"] = page(model_id="acme/two")
    result = sync()
    assert result.status == 1
    assert f"acme/one: its docs page {upstream.url}/one shows acme/two" in result.out


def test_without_flags_and_file_there_is_nothing_to_do(sync: Sync) -> None:
    result = sync()
    assert result.status == 2
    assert "follow.toml: give --from PAGE… or --catalog URL" in result.err


def test_a_broken_model_that_is_not_followed_is_no_failure(
    follow: Callable[[str], None], upstream: Upstream, sync: Sync
) -> None:
    follow('models = ["acme/*"]')
    broken = {"model_id": "kling/x", "input_schema": "no schema"}
    upstream.models = [entry("acme/one"), broken]
    result = sync()
    assert result.status == 0
    assert "not followed (--all or --add adds):\n  kling/x\n" in result.out
