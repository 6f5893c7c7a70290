"""The navigation of the site, as Zensical reads it."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.site.pages import MODELS, Pages
from runcomfy_codegen.site.reference import REFERENCES


def navigation(pages: Pages) -> list[Any]:
    """Return titles and paths of all pages; models are below their vendors."""
    return [
        {"Start": "index.md"},
        {"Guides": [{guide.title: guide.path} for guide in pages.guides]},
        {"Models": [MODELS, *_vendors(pages)]},
        {"API": [{reference.title: reference.path} for reference in REFERENCES]},
    ]


def _vendors(pages: Pages) -> list[Any]:
    vendors: dict[str, list[Any]] = {}
    for page in pages.models:
        name = page.model.model_id.removeprefix(f"{page.vendor}/")
        vendors.setdefault(page.vendor, []).append({name: page.path})
    return [{vendor: models} for vendor, models in vendors.items()]
