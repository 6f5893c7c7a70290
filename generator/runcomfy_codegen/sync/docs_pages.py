"""Read models from docs pages, which are files or URLs."""

from __future__ import annotations

from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.pages.page import PageError, read_page
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import SourceError, load
from runcomfy_codegen.pages.store import documents_of
from runcomfy_codegen.sync.parallel import map_parallel
from runcomfy_codegen.sync.upstream import UpstreamModel, UpstreamModels, UpstreamProblem
from runcomfy_codegen.watching import Watch


def read_docs_pages(names: tuple[str, ...], fetcher: Fetcher, watch: Watch) -> UpstreamModels:
    """Read the model of each page; a page that cannot be loaded or read becomes a problem."""
    outcomes = map_parallel(
        lambda name: _read(name, fetcher), names, fetcher.connections, "pages", watch
    )
    models: dict[str, UpstreamModel] = {}
    problems = [outcome for outcome in outcomes if isinstance(outcome, UpstreamProblem)]
    for outcome in outcomes:
        if isinstance(outcome, UpstreamModel):
            first = models.setdefault(outcome.model_id, outcome)
            if first.files != outcome.files:
                reason = f"{outcome.model_id} differs from {first.source}"
                problems.append(UpstreamProblem(outcome.source, reason, outcome.model_id))
    return UpstreamModels(tuple(models.values()), tuple(problems))


def _read(name: str, fetcher: Fetcher) -> UpstreamModel | UpstreamProblem:
    try:
        page_text = read_page_text(load(name, fetcher))
        page = read_page(page_text.text, page_text.docs_url)
    except (SourceError, PageError) as error:
        return UpstreamProblem(name, str(error))
    return UpstreamModel(page.model_id, documents_of(page), name, page.protocol)
