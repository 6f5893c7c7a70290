"""Docs pages, from files or URLs, as models."""

from __future__ import annotations

from runcomfy_codegen.http import Fetcher
from runcomfy_codegen.pages.page import PageError, read_page
from runcomfy_codegen.pages.page_text import read_page_text
from runcomfy_codegen.pages.sources import SourceError, load
from runcomfy_codegen.pages.store import documents_of
from runcomfy_codegen.sync.incoming import Gathered, Incoming, Problem
from runcomfy_codegen.sync.parallel import for_all


def gather_pages(names: tuple[str, ...], fetcher: Fetcher, jobs: int) -> Gathered:
    """The models of all pages; a page that cannot be had or read is a problem."""
    read = for_all(names, lambda name: _read(name, fetcher), jobs, "pages")
    models: dict[str, Incoming] = {}
    problems = [one for one in read if isinstance(one, Problem)]
    for one in read:
        if isinstance(one, Incoming):
            first = models.setdefault(one.model_id, one)
            if first.files != one.files:
                reason = f"shows {one.model_id} in another way than {first.source}"
                problems.append(Problem(one.source, reason))
    return Gathered(tuple(models.values()), tuple(problems))


def _read(name: str, fetcher: Fetcher) -> Incoming | Problem:
    try:
        document = read_page_text(load(name, fetcher))
        page = read_page(document.text, document.docs_url)
    except (SourceError, PageError) as error:
        return Problem(name, str(error))
    return Incoming(page.model_id, documents_of(page), name, page.service)
