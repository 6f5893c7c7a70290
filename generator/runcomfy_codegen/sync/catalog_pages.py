"""Read the pages of the model catalog, and verify that none is missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runcomfy_codegen.http import Fetcher, FetchError
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.sync.catalog_url import CatalogUrl
from runcomfy_codegen.sync.parallel import map_parallel
from runcomfy_codegen.sync.upstream import UpstreamError
from runcomfy_codegen.watching import Watch

MAX_PAGES = 2_000
"""Most pages to read, even if the catalog claims a larger total."""

_MAX_BYTES = 100_000_000
"""Size limit of one page."""


@dataclass(frozen=True)
class CatalogText:
    """A page of the catalog, a list of models, or one model."""

    source: str
    text: str
    value: Any
    """The parsed `text`."""

    @property
    def models(self) -> list[Any]:
        """The models of a page."""
        models: list[Any] = self.value["models"]
        return models

    @property
    def total(self) -> int | None:
        """The number of models in the whole catalog, if a page says so."""
        total = self.value.get("total")
        return total if isinstance(total, int) and not isinstance(total, bool) else None


def fetch_pages(url: CatalogUrl, fetcher: Fetcher, watch: Watch) -> list[CatalogText]:
    """Fetch all pages of the catalog at `url`, as many at once as `fetcher` has connections.

    Raises `UpstreamError` if a page cannot be read, is missing, or repeats another.
    """
    first = _fetch_page(url.page(0), fetcher)
    size, total = len(first.models), first.total
    if total is None:
        return _fetch_pages_in_turn(url, first, fetcher)
    # The first page shows how many models the service really sends per page.
    offsets = range(size, total, size) if size else range(0)
    if len(offsets) >= MAX_PAGES:
        raise UpstreamError(f"{url}: too large: {total} models, {size} per page")
    later = map_parallel(
        lambda offset: _fetch_page(url.page(offset), fetcher),
        offsets,
        fetcher.connections,
        "catalog",
        watch,
    )
    pages = [first, *later]
    count = sum(len(page.models) for page in pages)
    if count != total or any(page.total != total for page in pages):
        raise UpstreamError(f"{url}: incomplete: {count} of {total} models")
    _check_distinct(url, pages)
    return pages


def _fetch_pages_in_turn(
    url: CatalogUrl, first: CatalogText, fetcher: Fetcher
) -> list[CatalogText]:
    """Fetch pages up to an empty one, for a catalog that does not state its total."""
    pages = [first]
    offset = len(first.models)
    while pages[-1].models:
        if len(pages) == MAX_PAGES:
            raise UpstreamError(f"{url}: too large: more than {MAX_PAGES} pages")
        pages.append(_fetch_page(url.page(offset), fetcher))
        offset += len(pages[-1].models)
        _check_distinct(url, pages[-2:])  # stop early if the server ignores the offset
    _check_distinct(url, pages)
    return pages


def _check_distinct(url: CatalogUrl, pages: list[CatalogText]) -> None:
    # A page that is sent twice replaces another one, whose models would seem to be removed.
    if len({json.dumps(page.models) for page in pages}) < len(pages):
        raise UpstreamError(f"{url}: sends the same page twice, so models may be missing")


def _fetch_page(url: str, fetcher: Fetcher) -> CatalogText:
    page = fetch_text(url, fetcher)
    if not is_object(page.value) or not is_array(page.value.get("models")):
        raise UpstreamError(f"{url}: not a page of the catalog: it has no list `models`")
    return page


def fetch_text(url: str, fetcher: Fetcher) -> CatalogText:
    """Fetch and parse the JSON at `url`; raises `UpstreamError`."""
    try:
        text = fetcher.get(url, "application/json", _MAX_BYTES).data.decode("utf-8-sig")
    except (FetchError, UnicodeDecodeError) as error:
        raise UpstreamError(f"{url}: {error}") from None
    return _parse(url, text)


def read_file(path: Path) -> CatalogText:
    """Read and parse a saved catalog; raises `UpstreamError`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UpstreamError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UpstreamError(f"{path}: not UTF-8 at byte {error.start}") from None
    return _parse(str(path), text)


def _parse(source: str, text: str) -> CatalogText:
    try:
        return CatalogText(source, text, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UpstreamError(f"{source}: not JSON: {error}") from None
