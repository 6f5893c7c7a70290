"""From a library to the text of every generated file: no clock, no network, no writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.library import Library
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.rendering.annotations import Annotations
from runcomfy_codegen.rendering.formatting import formatted
from runcomfy_codegen.rendering.render import Templates, templates_folder
from runcomfy_codegen.rendering.views import module_view
from runcomfy_codegen.twin import sync_twin

PACKAGE = "runcomfy_models"

HEADER = "# Made by runcomfy-codegen; edit the schemas or templates, never this file.\n"
"""The first line of every generated Python file; by it, stale files are known."""

MODEL, PREFIX = "model.py.jinja", "package.py.jinja"
"""The templates that are rendered many times; every other one is a file of its own."""


class OverwritingError(Exception):
    """Two files of one path: a module's name should have been refused before."""


def build(library: Library) -> dict[str, str]:
    """Path below the output folder: text. Paths have slashes and begin with the package's name."""
    folder = templates_folder()
    templates = Templates(folder)
    shared = dict(_shared_files(library, folder, templates))
    models = model_files(library, templates)
    if both := shared.keys() & models.keys():
        raise OverwritingError(f"a model's module would replace {', '.join(sorted(both))}")
    return {
        path: HEADER + text if path.endswith(".py") else text
        for path, text in sorted((shared | models).items())
    }


def _shared_files(
    library: Library, folder: Path, templates: Templates
) -> Iterator[tuple[str, str]]:
    """The files that are there once: runtime, index, marker."""
    for name in _template_names(folder):
        source = folder / name
        if name.endswith(".jinja"):
            text = templates.render(
                name,
                models=[(model.model_id, module_path(model)) for model in library.models],
                service=library.service,
            )
            yield name.removesuffix(".jinja"), formatted(text)
        else:
            text = source.read_text(encoding="utf-8")
            yield name, text
            if "/_async/" in name:
                yield name.replace("/_async/", "/_sync/"), formatted(sync_twin(text))


def _template_names(folder: Path) -> list[str]:
    """The shared templates, as paths below `folder`."""
    every = (path for path in folder.rglob("*") if path.suffix in (".py", ".jinja", ".typed"))
    names = (path.relative_to(folder).as_posix() for path in every)
    return sorted(name for name in names if name.rpartition("/")[2] not in (MODEL, PREFIX))


def model_files(library: Library, templates: Templates) -> dict[str, str]:
    """A module for each model, and an `__init__` for each package on the way to one."""
    annotations = Annotations.of(library.models)
    modules = {module_path(model): model for model in library.models}
    packages = _packages(library)
    files: dict[str, str] = {}
    for name, model in modules.items():
        view = module_view(model, annotations)
        text = templates.render(f"{PACKAGE}/{MODEL}", module=view)
        files[_file(name, name in packages)] = formatted(text)
    for name, prefix in packages.items():
        if name not in modules:
            text = templates.render(f"{PACKAGE}/{PREFIX}", prefix=prefix)
            files[_file(name, is_package=True)] = formatted(text)
    return files


def module_path(model: ModelSpec) -> str:
    """The dotted name of a model's module, `runcomfy_models` included."""
    return f"{PACKAGE}.{model.module}"


def _packages(library: Library) -> dict[str, str]:
    """Every package that has modules below it: its dotted name and what it stands for."""
    packages: dict[str, str] = {}
    for model in library.models:
        parts = module_path(model).split(".")
        for length in range(2, len(parts)):
            packages.setdefault(".".join(parts[:length]), ".".join(parts[1:length]))
    return packages


def _file(module: str, is_package: bool) -> str:
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if is_package else f"{path}.py"
