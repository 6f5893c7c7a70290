"""The API reference, from docstrings: a page for each public module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import griffe

from runcomfy_codegen.output.paths import PACKAGE
from runcomfy_codegen.site.templates import render
from runcomfy_codegen.source_folders import runtime_folder

Documented = griffe.Object | griffe.Alias


@dataclass(frozen=True)
class Reference:
    """The page of one module."""

    module: str
    title: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"api/{self.module}.md"

    @property
    def source(self) -> str:
        """The Markdown that the page is built from: an instruction to mkdocstrings."""
        return render("api.md", page=self)

    def text(self, library: Documented) -> str:
        """Return the page as text: signatures and docstrings of all that is public."""
        name = self.module.removeprefix(PACKAGE).lstrip(".")
        module = library[name] if name else library
        return "\n\n".join([f"# {self.title}", *_docstring(module), *_members(module, 2)]) + "\n"


REFERENCES = (
    Reference("runcomfy_models", "Clients, requests, errors"),
    Reference("runcomfy_models._runtime._sync.client", "The client of a model"),
    Reference("runcomfy_models.batch", "Batches"),
    Reference("runcomfy_models.journal", "The journal"),
    Reference("runcomfy_models.progress", "Progress displays"),
    Reference("runcomfy_models.testing", "The simulator"),
    Reference("runcomfy_models.testing.faults", "Faults of the simulator"),
)


def read_library() -> Documented:
    """Return the client library, read without importing it."""
    loader = griffe.GriffeLoader(search_paths=[runtime_folder()])
    library = loader.load(PACKAGE)
    loader.resolve_aliases(implicit=False, external=False)
    return library


def _members(owner: Documented, level: int) -> Iterator[str]:
    """Yield heading, signature and docstring of each public member of `owner`."""
    for name, member in owner.all_members.items():
        if not member.is_public or member.is_module or name.startswith("__"):
            continue
        target = member.final_target if isinstance(member, griffe.Alias) else member
        yield f"{'#' * level} {name}"
        yield f"```python\n{_signature(target)}\n```"
        yield from _docstring(target)
        if isinstance(target, griffe.Class):
            yield from _docstring(target.all_members.get("__init__"))
            yield from _members(target, level + 1)


def _signature(documented: Documented) -> str:
    if isinstance(documented, griffe.Class | griffe.Function):
        return documented.signature()
    annotation = documented.annotation if isinstance(documented, griffe.Attribute) else None
    return f"{documented.name}: {annotation}" if annotation else documented.name


def _docstring(documented: Documented | None) -> Iterator[str]:
    if documented is not None and documented.docstring:
        yield documented.docstring.value
