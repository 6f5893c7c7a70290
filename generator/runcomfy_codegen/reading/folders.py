"""Walk `schemas/`: which folders have a model's files, and what hides a part of the tree."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import SHARED_FILES


def folders_with(
    names: Collection[str], schemas: Path
) -> tuple[list[tuple[str, list[str]]], list[Diagnostic]]:
    """Find the folders below `schemas` that have files of `names`.

    Returns the relative path of each with the names it has, and an error for whatever hides a
    part of the tree: no permission, a dangling link, a link into itself. Links are followed,
    hidden folders skipped.
    """
    diagnostics: list[Diagnostic] = []

    def note(path: str | Path, message: str) -> None:
        notes = Notes(Path(path).as_posix())
        notes.add("unreadable", "", message)
        diagnostics.extend(notes.diagnostics)

    def unreadable(error: OSError) -> None:
        note(error.filename, error.strerror or str(error))

    folders: list[tuple[str, list[str]]] = []
    known = {*names, *SHARED_FILES}  # reading these reports what is wrong with them
    for here, subfolders, files in os.walk(schemas, onerror=unreadable, followlinks=True):
        parent = Path(here)
        hiding: dict[str, str] = {}
        for name in sorted({*subfolders} | ({*files} - known)):
            if reason := _why_hiding(parent / name, name in subfolders, schemas, names):
                hiding[name] = reason
                note(parent / name, reason)
        subfolders[:] = sorted(name for name in subfolders if name not in hiding and name[0] != ".")
        if present := [name for name in names if name in files]:
            folders.append((parent.relative_to(schemas).as_posix(), present))
    return folders, diagnostics


def _why_hiding(path: Path, is_folder: bool, schemas: Path, names: Collection[str]) -> str:
    """Return why models behind `path` would be missed in silence; empty if none would."""
    if is_folder and path.name in names:
        return "is a folder with the name of a model's file"
    try:
        if path.name[0] == "." or path.name in (*names, *SHARED_FILES) or not path.is_symlink():
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
