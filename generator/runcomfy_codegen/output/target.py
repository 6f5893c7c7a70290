"""The package to generate: its name and its templates."""

from __future__ import annotations

import keyword
import sys
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.output.paths import PACKAGE
from runcomfy_codegen.reading.model_id import is_reserved_by_windows
from runcomfy_codegen.source_folders import templates_folder
from runcomfy_codegen.suggesting import closest
from runcomfy_codegen.template_text import TEMPLATE_SUFFIX

_LIBRARIES = (
    "annotated_types anyio certifi h11 httpcore httpx httpx2 idna pydantic pydantic_core sniffio "
    "typing_extensions typing_inspection"
).split()
"""Packages that clients import, directly or through a library."""

_NEEDED = {
    name.casefold() for name in (*sys.stdlib_module_names, *_LIBRARIES, PACKAGE, "runcomfy_codegen")
}


class TargetError(Exception):
    """A package that cannot have that name, or templates that cannot be used."""


class TemplateProblemError(Exception):
    """A template that cannot be rendered, or that gives no valid Python."""


@dataclass(frozen=True)
class Target:
    """A package to generate.

    `runcomfy_models` contains the client library. Any other package imports it from there, so
    that its clients share accounts and errors with those of `runcomfy_models`.
    """

    package: str = PACKAGE
    templates: Path | None = None
    """A folder whose templates replace ours of the same name."""

    @property
    def has_library(self) -> bool:
        """Whether the package contains the client library."""
        return self.package == PACKAGE

    @property
    def template_folders(self) -> list[Path]:
        """The folders of templates; the first that has one counts."""
        return [*([self.templates] if self.templates else []), templates_folder()]


DEFAULT_TARGET = Target()
"""The package that this project publishes, from its own templates."""


def check_package_name(package: str) -> None:
    """Raise `TargetError` if `package` cannot be imported, or hides another module."""
    is_dunder = package.startswith("__")
    is_name = package.isidentifier() and package.isascii() and not keyword.iskeyword(package)
    if not is_name or is_dunder or is_reserved_by_windows(package):
        raise TargetError(f"{package!r} is not a name for a Python package such as acme_models")
    # On Windows and macOS, `Runcomfy_Models` is the same folder as ours.
    if package != PACKAGE and package.casefold() in _NEEDED:
        raise TargetError(f"{package!r} would hide a module that is needed")


def check_templates(folder: Path) -> None:
    """Raise `TargetError` if `folder` has no templates, or one that replaces none of ours."""
    if not folder.is_dir():
        raise TargetError(f"{folder}: the folder does not exist")
    names = {path.relative_to(folder).as_posix() for path in folder.rglob(f"*{TEMPLATE_SUFFIX}")}
    replaceable = {
        path.relative_to(templates_folder()).as_posix()
        for path in (templates_folder() / PACKAGE).rglob(f"*{TEMPLATE_SUFFIX}")
    }
    if not names:
        raise TargetError(f"{folder}: it has no template such as {min(replaceable)}")
    for name in sorted(names - replaceable):
        close = closest(name, replaceable, 0.4)
        hint = (
            f"; did you mean {close}?" if close else f"; ours are {', '.join(sorted(replaceable))}"
        )
        raise TargetError(f"{folder}: {name} replaces no template{hint}")
