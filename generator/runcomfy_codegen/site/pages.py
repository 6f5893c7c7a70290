"""All pages of the site as Markdown, with pictures and navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.export.component_names import component_names
from runcomfy_codegen.planning.folder_plan import FolderPlan, plan_valid_folder
from runcomfy_codegen.reading.files import read_changelog
from runcomfy_codegen.releases.model_history import changes_by_model
from runcomfy_codegen.site.examples import ExampleCall, examples
from runcomfy_codegen.site.guides import Guide, read_guides, read_pictures, read_start_page
from runcomfy_codegen.site.model_page import ModelPage
from runcomfy_codegen.site.paths import with_plain_links
from runcomfy_codegen.site.reference import REFERENCES, read_library
from runcomfy_codegen.site.templates import render
from runcomfy_codegen.source_folders import guides_folder

MODELS = "models/index.md"


@dataclass(frozen=True)
class Pages:
    """The contents of the site."""

    start: str
    guides: tuple[Guide, ...]
    models: tuple[ModelPage, ...]
    pictures: Mapping[str, bytes]
    """Those of guides, by path."""

    def sources(self) -> dict[str, str]:
        """Return the Markdown that the site is built from, by path."""
        return dict(self._texts(is_plain=False))

    def plain(self) -> dict[str, str]:
        """Return the Markdown files beside the HTML of the pages, for agents."""
        texts = dict(self._texts(is_plain=True))
        return {path: with_plain_links(text, path, texts) for path, text in texts.items()}

    def llms(self) -> str:
        """Return `llms.txt`, the index for agents. Source: https://llmstxt.org"""
        return render("llms.txt", guides=self.guides, models=self.models, references=REFERENCES)

    def _texts(self, is_plain: bool) -> Iterator[tuple[str, str]]:
        yield "index.md", self.start
        yield from ((guide.path, guide.text) for guide in self.guides)
        library = read_library() if is_plain else None
        for reference in REFERENCES:
            yield reference.path, reference.text(library) if library else reference.source
        yield MODELS, render("models.md", pages=self.models, is_plain=is_plain)
        for page in self.models:
            yield page.path, render("model.md", page=page, is_plain=is_plain)


def read_pages(schemas: Path, package: str) -> Pages:
    """Return all pages, those of models for clients of `package`.

    Raises `DiagnosticsError` if something in `schemas` is wrong, `OSError` if it cannot be read.
    """
    plan = plan_valid_folder(schemas)
    guides = read_guides(guides_folder() / "docs")
    changes = read_changelog(schemas)
    return Pages(
        start=read_start_page(guides_folder() / "README.md", guides),
        guides=tuple(guides),
        models=tuple(model_pages(plan, changes, package)),
        pictures=read_pictures(guides_folder() / "docs"),
    )


def model_pages(plan: FolderPlan, log: str, package: str) -> Iterator[ModelPage]:
    """Yield the page of each model of `plan`; `log` is the change log of the schemas."""
    changes = changes_by_model(log)
    components = component_names(model.model_id for model in plan.models)
    for model in plan.models:
        call = ExampleCall(model, plan.protocol, package, components[model.model_id])
        yield ModelPage(model, tuple(examples(call)), tuple(changes.get(model.model_id, ())))
