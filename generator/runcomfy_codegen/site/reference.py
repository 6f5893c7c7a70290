"""The API reference: a page for each public module, which mkdocstrings fills from docstrings."""

from __future__ import annotations

from dataclasses import dataclass

from runcomfy_codegen.site.templates import render


@dataclass(frozen=True)
class Reference:
    """The page of one module."""

    name: str
    module: str
    title: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"api/{self.name}.md"

    @property
    def text(self) -> str:
        """The page: an instruction to mkdocstrings."""
        return render("api.md", page=self)


REFERENCES = (
    Reference("clients", "runcomfy_models", "Clients, requests, errors"),
    Reference("batch", "runcomfy_models.batch", "Batches"),
    Reference("journal", "runcomfy_models.journal", "The journal"),
    Reference("progress", "runcomfy_models.progress", "Progress displays"),
    Reference("testing", "runcomfy_models.testing", "The simulator"),
)
