"""From planned models to the text of every generated file: no clock, no network, no writing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from runcomfy_codegen.output.paths import (
    PACKAGE,
    Index,
    assemble,
    file_of,
    module_path,
    packages,
    templates_folder,
)
from runcomfy_codegen.planning.folder_plan import FolderPlan
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.reading.service import Service
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.render import Templates
from runcomfy_codegen.rendering.views import module_view
from runcomfy_codegen.twin import sync_twin

MODEL, PREFIX = "model.py.jinja", "package.py.jinja"
"""The templates that are rendered many times; every other one is a file of its own."""


def build(library: FolderPlan) -> dict[str, str]:
    """Path below the output folder: text. Paths have slashes and begin with the package's name."""
    index = {module_path(model.module): model.model_id for model in library.models}
    return assemble(render_modules(library.models), frame(index, library.service))


def render_modules(
    models: Collection[ModelSpec], annotations: Annotations | None = None
) -> dict[str, str]:
    """Dotted name of the module of each model: its text; types are asked for if not given."""
    types = annotations or Annotations.of(models)
    templates = Templates(templates_folder())
    return {module_path(model.module): _module(model, types, templates) for model in models}


def frame(index: Index, service: Service) -> dict[str, str]:
    """Path: text of every file but the models' own: runtime, index, packages on the way."""
    folder = templates_folder()
    templates = Templates(folder)
    above = {
        file_of(name, is_package=True): _package(name, templates)
        for name in packages(index) - index.keys()
    }
    return above | dict(_shared_files(index, service, folder, templates))


def _module(model: ModelSpec, annotations: Annotations, templates: Templates) -> str:
    view = module_view(model, annotations)
    return templates.render(f"{PACKAGE}/{MODEL}", module=view)


def _package(name: str, templates: Templates) -> str:
    prefix = name.removeprefix(f"{PACKAGE}.")
    return templates.render(f"{PACKAGE}/{PREFIX}", prefix=prefix)


def _shared_files(
    index: Index, service: Service, folder: Path, templates: Templates
) -> Iterator[tuple[str, str]]:
    """The files that are there once, whatever the models are called."""
    models = sorted((model_id, name) for name, model_id in index.items())
    for name in _template_names(folder):
        if name.endswith(".jinja"):
            yield (
                name.removesuffix(".jinja"),
                templates.render(name, models=models, service=service),
            )
        else:
            text = (folder / name).read_text(encoding="utf-8")
            yield name, text
            if "/_async/" in name:
                yield name.replace("/_async/", "/_sync/"), sync_twin(text)


def _template_names(folder: Path) -> list[str]:
    """The shared templates, as paths below `folder`."""
    every = (path for path in folder.rglob("*") if path.suffix in (".py", ".jinja", ".typed"))
    names = (path.relative_to(folder).as_posix() for path in every)
    return sorted(name for name in names if name.rpartition("/")[2] not in (MODEL, PREFIX))
