"""Walk `schemas/`: find folders with a model's files, and parts that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import TOP_FILES


def folders_with(
    names: Collection[str], schemas: Path
) -> tuple[list[tuple[str, list[str]]], list[Diagnostic]]:
    """Find the folders below `schemas` that have files of `names`.

    Returns the relative path of each with the names it has, and an error for anything that hides a
    part of the tree: no permission, a dangling link, a link into itself. Links are followed,
    hidden folders skipped.
    """
    folders: list[tuple[str, list[str]]] = []
    diagnostics: list[Diagnostic] = []

    def unreadable(error: OSError) -> None:
        diagnostics.append(_unreadable(error.filename, error.strerror or str(error)))

    for here, subfolders, files in os.walk(schemas, onerror=unreadable, followlinks=True):
        parent = Path(here)
        hiding = _hiding(parent, subfolders, files, schemas, names)
        diagnostics += [_unreadable(parent / name, reason) for name, reason in hiding.items()]
        subfolders[:] = sorted(name for name in subfolders if name not in hiding and name[0] != ".")
        if present := [name for name in names if name in files]:
            folders.append((parent.relative_to(schemas).as_posix(), present))
    return folders, diagnostics


def _unreadable(path: str | Path, reason: str) -> Diagnostic:
    return diagnose("unreadable", Path(path).as_posix(), "", reason)


def _hiding(
    parent: Path, subfolders: list[str], files: list[str], schemas: Path, names: Collection[str]
) -> dict[str, str]:
    """Return the entries of a folder that hide a part of the tree, each with the reason."""
    reported_elsewhere = {*names, *TOP_FILES}  # reading these reports what is wrong with them
    entries = sorted({*subfolders} | ({*files} - reported_elsewhere))
    reasons = {
        name: _why_hiding(parent / name, name in subfolders, schemas, names) for name in entries
    }
    return {name: reason for name, reason in reasons.items() if reason}


def _why_hiding(path: Path, is_folder: bool, schemas: Path, names: Collection[str]) -> str:
    """Return why models behind `path` would be missed without an error; empty if none would."""
    if is_folder and path.name in names:
        return "is a folder with the name of a model's file"
    try:
        if path.name[0] == "." or path.name in (*names, *TOP_FILES) or not path.is_symlink():
            return ""
        if not path.exists():
            return "is a link that leads nowhere"
        return "is a link to a folder that contains it" if _is_inside(path, schemas) else ""
    except OSError as error:
        return error.strerror or str(error)


def _is_inside(link: Path, schemas: Path) -> bool:
    """Whether `link` leads to a folder that it is in itself."""
    target = link.resolve()
    above = (parent for parent in link.parents if parent.is_relative_to(schemas))
    return any(parent.resolve().is_relative_to(target) for parent in above)
