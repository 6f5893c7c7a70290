"""From planned models to the text of every generated file.

No clock, no network; ruff alone writes, in a temporary folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

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
from runcomfy_codegen.rendering.catalog_context import Infos, catalog_context
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.module_context import module_context
from runcomfy_codegen.rendering.templates import Templates

MODEL, PREFIX = "model.py.jinja", "package.py.jinja"
"""The templates that are rendered many times; every other one is rendered once."""


def build(plan: FolderPlan) -> dict[str, str]:
    """Return the text of every generated file, by its path below the output folder.

    Paths have slashes and begin with the package's name.
    """
    index = {module_path(model.module): model.model_id for model in plan.models}
    infos = {str(model.model_id): model.info for model in plan.models}
    return assemble(render_modules(plan.models), frame(index, infos, plan.service))


def render_modules(
    models: Collection[ModelSpec], annotations: Annotations | None = None
) -> dict[str, str]:
    """Return the text of each model's module, by its dotted name.

    Without `annotations`, the types of `models` are asked for.
    """
    types = annotations or Annotations.of(models)
    return formatted({module_path(model.module): _module(model, types) for model in models})


def frame(index: Index, infos: Infos, service: Service) -> dict[str, str]:
    """Return the text of every other file, by its path: client library, indexes, packages."""
    return _library() | formatted(dict(_rendered(index, infos, service)))


def _module(model: ModelSpec, annotations: Annotations) -> str:
    context = module_context(model, annotations)
    return _templates().render(f"{PACKAGE}/{MODEL}", module=context)


def _library() -> dict[str, str]:
    """Return the files of the client library as they stand, by their paths."""
    folder = runtime_folder()
    files = (path for path in folder.rglob("*") if path.suffix in (".py", ".typed"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _rendered(index: Index, infos: Infos, service: Service) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file about all models: their names, facts, and the service."""
    templates = _templates()
    for name in packages(index) - index.keys():
        prefix = name.removeprefix(f"{PACKAGE}.")
        text = templates.render(f"{PACKAGE}/{PREFIX}", prefix=prefix)
        yield file_of(name, is_package=True), text
    models = sorted((model_id, name) for name, model_id in index.items())
    catalog = catalog_context(infos)
    for name in templates.names():
        if name.rpartition("/")[2] not in (MODEL, PREFIX):
            text = templates.render(name, models=models, catalog=catalog, service=service)
            yield name.removesuffix(".jinja"), text


@cache  # compiled once, and not for each chunk of models
def _templates() -> Templates:
    return Templates(templates_folder())
