"""From planned models to the text of every generated file: no clock, no network, no writing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from runcomfy_codegen.output.paths import (
    PACKAGE,
    Index,
    assemble,
    file_of,
    module_path,
    packages,
    runtime_folder,
    templates_folder,
)
from runcomfy_codegen.planning.folder_plan import FolderPlan
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.reading.service import Service
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.render import Templates
from runcomfy_codegen.rendering.views import module_view

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
    templates = Templates(templates_folder())
    above = {
        file_of(name, is_package=True): _package(name, templates)
        for name in packages(index) - index.keys()
    }
    return above | _library() | dict(_shared_files(index, service, templates))


def _module(model: ModelSpec, annotations: Annotations, templates: Templates) -> str:
    view = module_view(model, annotations)
    return templates.render(f"{PACKAGE}/{MODEL}", module=view)


def _package(name: str, templates: Templates) -> str:
    prefix = name.removeprefix(f"{PACKAGE}.")
    return templates.render(f"{PACKAGE}/{PREFIX}", prefix=prefix)


def _library() -> dict[str, str]:
    """Path: text of the files of the client library, as they stand."""
    folder = runtime_folder()
    files = (path for path in folder.rglob("*") if path.suffix in (".py", ".typed"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _shared_files(
    index: Index, service: Service, templates: Templates
) -> Iterator[tuple[str, str]]:
    """The files that are rendered once, whatever the models are called."""
    models = sorted((model_id, name) for name, model_id in index.items())
    for name in templates.names():
        if name.rpartition("/")[2] not in (MODEL, PREFIX):
            text = templates.render(name, models=models, service=service)
            yield name.removesuffix(".jinja"), text
