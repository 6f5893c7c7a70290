"""The generated package: which files there are, at which paths."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from runcomfy_codegen.output.signing import HEADER

PACKAGE = "runcomfy_models"

Index = Mapping[str, str]
"""Dotted name of a module, `runcomfy_models` included: the model_id that it is for."""


class OverwritingError(Exception):
    """Two files of one path: a module's name should have been refused before."""


_CODEGEN = Path(__file__).resolve().parents[1]


def templates_folder() -> Path:
    """The folder of the templates: in the installed package, or at the top of a checkout."""
    installed = _CODEGEN / "templates"
    return installed if installed.is_dir() else _CODEGEN.parents[1] / "templates"


def runtime_folder() -> Path:
    """The folder of the client library, which is copied into every generated package."""
    installed = _CODEGEN / "runtime"
    return installed if installed.is_dir() else _CODEGEN.parent / "runtime"


def module_path(module: str) -> str:
    """The dotted name of a model's module, `runcomfy_models` included."""
    return f"{PACKAGE}.{module}"


def packages(index: Index) -> set[str]:
    """Every package that has modules below it, `runcomfy_models` itself excepted."""
    parts = [name.split(".") for name in index]
    return {".".join(names[:length]) for names in parts for length in range(2, len(names))}


def file_of(module: str, is_package: bool) -> str:
    """The path of a module below the output folder."""
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if is_package else f"{path}.py"


def assemble(modules: Mapping[str, str], around: Mapping[str, str]) -> dict[str, str]:
    """Path: text of all files, with their headers; `modules` by name, the rest by path."""
    above = packages(modules)
    files = {file_of(name, name in above): text for name, text in modules.items()}
    if both := files.keys() & around.keys():
        raise OverwritingError(f"a model's module would replace {', '.join(sorted(both))}")
    return {
        path: HEADER + text if path.endswith(".py") else text
        for path, text in sorted({**around, **files}.items())
    }
