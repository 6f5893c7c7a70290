"""Read the docs pages of the stored models that are followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import OVERRIDES_FILE, PAGE
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_codegen.sync.docs_pages import read_docs_pages
from runcomfy_codegen.sync.following import Following
from runcomfy_codegen.sync.upstream import UpstreamModels, UpstreamProblem
from runcomfy_codegen.watching import Watch


def read_followed_pages(
    following: Following, stored: StoredSchemas, fetcher: Fetcher, watch: Watch
) -> UpstreamModels:
    """Read the page of each model in `stored` that `following` names.

    Docs pages list no models, so none is added or gone. A model whose page is not known, or shows
    another model, becomes a problem.
    """
    followed = [
        model_id for model_id in stored.models if following.follows(model_id, is_stored=True)
    ]
    addresses = {model_id: _address(model_id, stored) for model_id in followed}
    pages = tuple(dict.fromkeys(address for address in addresses.values() if address))
    upstream = read_docs_pages(pages, fetcher, watch)
    return replace(upstream, problems=(*upstream.problems, *_missing(addresses, upstream)))


def _missing(addresses: Mapping[str, str], upstream: UpstreamModels) -> Iterator[UpstreamProblem]:
    """Yield a problem for each model whose page is not known, or shows another model."""
    model_ids = {model.source: model.model_id for model in upstream.models}
    unreadable = {model.source for model in upstream.problems}
    for model_id, address in addresses.items():
        if not address:
            hint = f'set docs_url in {OVERRIDES_FILE}, or source = "catalog"'
            yield UpstreamProblem(model_id, f"its docs page is not known: {hint}", model_id)
        elif model_id not in model_ids.values() and address not in unreadable:
            reason = f"its docs page {address} shows {model_ids.get(address, 'another model')}"
            yield UpstreamProblem(model_id, reason, model_id)


def _address(model_id: str, stored: StoredSchemas) -> str:
    """Return the address of a model's docs page; empty if it is not known."""
    page = stored.models[model_id].value(PAGE)
    page_url = page.get("docs_url") if is_object(page) else None
    return stored.overrides.of(model_id).docs_url or page_url or ""
