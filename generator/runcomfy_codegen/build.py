"""From planned models to the text of every generated file.

No clock, no network; ruff alone writes, in a temporary folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from runcomfy_codegen.assembly import (
    PACKAGE,
    Index,
    assemble,
    file_of,
    module_path,
    packages,
    templates_folder,
)
from runcomfy_codegen.library import Library
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.reading.service import Service
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.module_context import module_context
from runcomfy_codegen.rendering.templates import Templates
from runcomfy_codegen.twin import sync_twin

MODEL, PREFIX = "model.py.jinja", "package.py.jinja"
"""The templates that are rendered many times; every other one is rendered once."""

_RENDERED = ".jinja"
"""The suffix of a template; other files are copied."""


def build(library: Library) -> dict[str, str]:
    """Return the text of every generated file, by its path below the output folder.

    Paths have slashes and begin with the package's name.
    """
    index = {module_path(model.module): model.model_id for model in library.models}
    return assemble(render_modules(library.models), frame(index, library.service))


def render_modules(
    models: Collection[ModelSpec], annotations: Annotations | None = None
) -> dict[str, str]:
    """Return the text of each model's module, by its dotted name.

    Without `annotations`, the types of `models` are asked for.
    """
    types = annotations or Annotations.of(models)
    return formatted({module_path(model.module): _module(model, types) for model in models})


def frame(index: Index, service: Service) -> dict[str, str]:
    """Return the text of every other file, by its path: runtime, index, packages."""
    copied = dict(_copied())
    rendered = dict(_rendered(index, service))
    return copied | formatted(rendered | dict(_twins(copied)))


def _module(model: ModelSpec, annotations: Annotations) -> str:
    context = module_context(model, annotations)
    return _templates().render(f"{PACKAGE}/{MODEL}", module=context)


def _copied() -> Iterator[tuple[str, str]]:
    folder = templates_folder()
    for name in _shared_names(folder):
        if not name.endswith(_RENDERED):
            yield name, (folder / name).read_text(encoding="utf-8")


def _rendered(index: Index, service: Service) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file that depends on the models' names or on the service."""
    templates = _templates()
    for name in packages(index) - index.keys():
        prefix = name.removeprefix(f"{PACKAGE}.")
        text = templates.render(f"{PACKAGE}/{PREFIX}", prefix=prefix)
        yield file_of(name, is_package=True), text
    models = sorted((model_id, name) for name, model_id in index.items())
    for name in _shared_names(templates_folder()):
        if name.endswith(_RENDERED):
            text = templates.render(name, models=models, service=service)
            yield name.removesuffix(_RENDERED), text


def _twins(copied: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, text in copied.items():
        if "/_async/" in name:
            yield name.replace("/_async/", "/_sync/"), sync_twin(text)


@cache  # compiled once, and not for each chunk of models
def _templates() -> Templates:
    return Templates(templates_folder())


def _shared_names(folder: Path) -> list[str]:
    """Return the paths below `folder` of what is rendered once or copied."""
    every = (path for path in folder.rglob("*") if path.suffix in (".py", _RENDERED, ".typed"))
    names = (path.relative_to(folder).as_posix() for path in every)
    return sorted(name for name in names if name.rpartition("/")[2] not in (MODEL, PREFIX))
