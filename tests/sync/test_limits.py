"""The limits of `sync`: pages, depth, and how long a server may have it wait."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from runcomfy_codegen.http import Fetcher, retry_delay
from runcomfy_codegen.sync import catalog_pages
from runcomfy_codegen.sync.catalog_entry import entries_of
from runcomfy_codegen.sync.catalog_pages import CatalogText

from .conftest import Sync
from .upstream import Upstream, entry


@pytest.mark.parametrize(("pages", "status"), [(3, 0), (4, 2)])
def test_a_catalog_has_a_limited_number_of_pages(
    pages: int,
    status: int,
    upstream: Upstream,
    from_catalog: Sync,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catalog_pages, "MAX_PAGES", 3)
    upstream.page_size = 1
    upstream.models = [entry(f"acme/m-{n}") for n in range(pages)]
    result = from_catalog("--all")
    assert result.status == status
    assert ("too large" in result.err) == (status == 2)
    assert len(upstream.calls) == (pages if status == 0 else 1)


@pytest.mark.parametrize(("models", "status"), [(2, 0), (3, 2)])
def test_a_catalog_without_a_total_has_the_same_limit(
    models: int,
    status: int,
    upstream: Upstream,
    from_catalog: Sync,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The empty page that ends it counts, too."""
    monkeypatch.setattr(catalog_pages, "MAX_PAGES", 3)
    monkeypatch.setattr(Upstream, "_listed", without_total)
    upstream.models = [entry(f"acme/m-{n}") for n in range(models)]
    result = from_catalog("--all")
    assert result.status == status, result.err
    assert ("more than 3 pages" in result.err) == (status == 2)
    assert len(upstream.calls) == 3


def without_total(upstream: Upstream, query: dict[str, str]) -> dict[str, object]:
    start = int(query["offset"])
    return {"models": upstream.models[start : start + 1]}


def test_an_entry_that_is_nested_too_deep_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(text: str) -> None:
        raise RecursionError

    monkeypatch.setattr("runcomfy_codegen.sync.catalog_entry.spans", fail)
    [catalog_entry] = entries_of(CatalogText("catalog", "[]", []))
    assert (catalog_entry.source, catalog_entry.problem) == ("catalog", "is nested too deep")


def test_a_catalog_that_is_nested_too_deep_is_reported_without_a_traceback(
    sync: Sync, schemas: Path, tmp_path: Path
) -> None:
    for levels in (300, 900, 100_000):
        deep = "[" * levels + "]" * levels
        text = json.dumps({"models": [entry("acme/one")]})[:-2] + f', "x": {deep}}}]}}'
        (tmp_path / "catalog.json").write_text(text)
        result = sync("--catalog", tmp_path / "catalog.json", "--all", "--dry-run")
        assert result.status in (0, 1, 2)
        assert "Traceback" not in result.err
    assert not schemas.exists()


def pause_after(header: str) -> float:
    """Return the pause after the first attempt."""
    return retry_delay.retry_delay(1, header)


def date(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


def test_a_server_may_ask_for_a_minute_at_most() -> None:
    assert [pause_after(text) for text in ("0", "7", " 60 ", "61", "9" * 500)] == [0, 7, 60, 60, 60]
    assert pause_after(date(3600)) == 60
    assert 20 < pause_after(date(30)) <= 30
    assert pause_after(date(-30)) == 0
    assert 20 < pause_after(date(30).replace("GMT", "-0000")) <= 30


NO_PAUSE = (
    *("", "soon", "-1", "1.5", "Wed, 99 Oct"),
    *("Wed, 21 Oct 9999999999 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 +99999999999999999"),
)


@pytest.mark.parametrize("header", NO_PAUSE)
def test_any_other_header_leaves_the_pause_to_chance(
    header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry_delay, "FIRST_DELAY", 0.5)
    monkeypatch.setattr(random.SystemRandom, "uniform", lambda _, low, high: (low, high))
    longest = [retry_delay.retry_delay(attempt, header) for attempt in (1, 2, 5, 6, 99)]
    assert longest == [(0, 0.5), (0, 1), (0, 8), (0, 8), (0, 8)]


def test_a_fetcher_without_attempts_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="attempts must be at least 1"):
        Fetcher(attempts=0)
