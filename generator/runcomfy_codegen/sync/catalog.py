"""Read models from the model catalog, `GET /v1/models`, or from a saved copy of it."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.pages.sources import is_url
from runcomfy_codegen.sync.catalog_entry import CatalogEntry, entries_of
from runcomfy_codegen.sync.catalog_pages import CatalogText, fetch_pages, fetch_text, read_file
from runcomfy_codegen.sync.catalog_url import CatalogUrl
from runcomfy_codegen.sync.parallel import map_parallel
from runcomfy_codegen.sync.upstream import (
    UpstreamError,
    UpstreamModel,
    UpstreamModels,
    UpstreamProblem,
)
from runcomfy_codegen.watching import Watch


def read_catalog(name: str, fetcher: Fetcher, watch: Watch) -> UpstreamModels:
    """Read the models of the catalog `name`, which is a file or a URL.

    Raises `UpstreamError` if a part of the catalog cannot be read: its models would otherwise
    seem to be removed.
    """
    if not is_url(name):
        return _from_text(read_file(Path(name)))
    url = CatalogUrl(name)
    if url.is_one_model:
        return _from_text(fetch_text(str(url), fetcher))
    pages = fetch_pages(url, fetcher, watch)
    listed = [entry for page in pages for entry in entries_of(page)]
    entries = _with_schemas(listed, url, fetcher, watch)
    return _collect(entries, name, is_complete=url.is_unfiltered)


def _from_text(text: CatalogText) -> UpstreamModels:
    """Read a saved catalog, or one model."""
    entries = entries_of(text)
    return _collect(entries, text.source, is_complete=_is_complete(text, len(entries)))


def _is_complete(text: CatalogText, count: int) -> bool:
    """Return whether `text` is a whole catalog; raises `UpstreamError` if it is a part of one."""
    if not is_object(text.value) or "models" not in text.value:
        return False
    if text.total is not None and text.total != count:
        raise UpstreamError(f"{text.source}: incomplete: {count} of {text.total} models")
    return True


def _with_schemas(
    entries: list[CatalogEntry], url: CatalogUrl, fetcher: Fetcher, watch: Watch
) -> list[CatalogEntry]:
    """Fetch the models that the catalog lists without a schema, one by one."""
    bare = [entry for entry in entries if entry.model_id and not entry.schema]
    if not bare:
        return entries
    fetched = map_parallel(
        lambda entry: _fetch_model(url.model(entry.model_id), fetcher),
        bare,
        fetcher.connections,
        "models",
        watch,
    )
    return [*(entry for entry in entries if entry not in bare), *fetched]


def _fetch_model(url: str, fetcher: Fetcher) -> CatalogEntry:
    try:
        entries = entries_of(fetch_text(url, fetcher))
    except UpstreamError as error:
        return CatalogEntry(url, problem=str(error).removeprefix(f"{url}: "))
    return entries[0] if entries else CatalogEntry(url, problem="contains no model")


def _collect(entries: list[CatalogEntry], source: str, *, is_complete: bool) -> UpstreamModels:
    """Check each of `entries`; raises `UpstreamError` if there are none."""
    if not entries:
        raise UpstreamError(f"{source}: the catalog contains no model")
    models: dict[str, UpstreamModel] = {}
    problems: list[UpstreamProblem] = []
    for model in (entry.read() for entry in entries):
        if isinstance(model, UpstreamProblem):
            problems.append(model)
        elif models.setdefault(model.model_id, model).files != model.files:
            reason = "is listed twice, with different schemas"
            problems.append(UpstreamProblem(model.source, reason, model.model_id))
    ids = frozenset(entry.model_id for entry in entries)
    # An entry without an id, or listed twice, may be in the place of a model that is not listed.
    is_certain = is_complete and len(ids - {""}) == len(entries)
    return UpstreamModels(tuple(models.values()), tuple(problems), ids if is_certain else None)
