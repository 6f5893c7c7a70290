"""The paths of the files of the generated package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

PACKAGE = "runcomfy_models"

LIBRARY_SUFFIXES = (".py", ".typed", ".html", ".css", ".js")
"""Suffixes of the files of the client library; others, such as bytecode, are not copied."""

Index = Mapping[str, str]
"""Dotted name of a module, with its package: the model_id that it is for."""


class OverwritingError(Exception):
    """Two files have one path: a bug, since such module names are refused earlier."""


def full_module_name(module: str, package: str = PACKAGE) -> str:
    """Return the dotted name of a model's module, with its package."""
    return f"{package}.{module}"


def packages(modules: Iterable[str]) -> set[str]:
    """Return every package that has modules below it, except the topmost one."""
    parts = [name.split(".") for name in modules]
    return {".".join(names[:length]) for names in parts for length in range(2, len(names))}


def file_of(module: str, is_package: bool) -> str:
    """Return the path of a module below the output folder."""
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if is_package else f"{path}.py"


def module_files(modules: Mapping[str, T], paths: Iterable[str]) -> dict[str, T]:
    """Return the values of `modules`, by dotted name, by path instead.

    A module is a package if another one is below it, or one of the other files at `paths`.
    """
    others = (path.removesuffix(".py").replace("/", ".") for path in paths)
    package_names = packages([*modules, *others])
    return {file_of(name, name in package_names): value for name, value in modules.items()}


def files_by_path(modules: Mapping[str, T], common: Mapping[str, T]) -> dict[str, T]:
    """Return the values of all files, such as their texts, by path.

    `modules` has those of models by dotted name, `common` everything else by path.
    """
    files = module_files(modules, common)
    if colliding := files.keys() & common.keys():
        raise OverwritingError(f"a model's module would replace {', '.join(sorted(colliding))}")
    return dict(sorted({**common, **files}.items()))
