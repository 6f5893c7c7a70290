"""Walking `schemas/`: which folders hold a model's files, and what could not be looked into."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import SHARED


def folders_with(
    names: Collection[str], schemas: Path, found: list[Diagnostic]
) -> Iterator[tuple[str, list[str]]]:
    """Relative path of every folder below `schemas` that holds files of `names`, and those names.

    Links are followed, hidden folders are passed over. What hides a part of the tree (no
    permission, a link that leads nowhere or round in a circle) is an error in `found`.
    """

    def note(place: str | Path, message: str) -> None:
        notes = Notes(Path(place).as_posix())
        notes.add("unreadable", "", message)
        found.extend(notes.found)

    def unreadable(error: OSError) -> None:
        note(error.filename, error.strerror or str(error))

    known = {*names, *SHARED}  # whoever reads such a file will say what is wrong with it
    for here, folders, files in os.walk(schemas, onerror=unreadable, followlinks=True):
        place = Path(here)
        hidden: dict[str, str] = {}
        for name in sorted({*folders} | ({*files} - known)):
            if reason := _why_hidden(place / name, name in folders, schemas, names):
                hidden[name] = reason
                note(place / name, reason)
        folders[:] = sorted(name for name in folders if name not in hidden and name[0] != ".")
        if held := [name for name in names if name in files]:
            yield place.relative_to(schemas).as_posix(), held


def _why_hidden(path: Path, is_folder: bool, schemas: Path, names: Collection[str]) -> str:
    """Why what is behind `path` would be passed over in silence, or nothing."""
    if is_folder and path.name in names:
        return "is a folder, and its name is that of a model's file"
    try:
        if path.name[0] == "." or path.name in (*names, *SHARED) or not path.is_symlink():
            return ""
        if not path.exists():
            return "is a link that leads nowhere"
        return "is a link to a folder that it is in" if _is_around(path, schemas) else ""
    except OSError as error:
        return error.strerror or str(error)


def _is_around(link: Path, schemas: Path) -> bool:
    """Whether following `link` comes back to it."""
    target = link.resolve()
    above = (parent for parent in link.parents if parent.is_relative_to(schemas))
    return any(parent.resolve().is_relative_to(target) for parent in above)
