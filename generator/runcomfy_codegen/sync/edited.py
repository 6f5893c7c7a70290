"""Find the files of `schemas/` with uncommitted edits, which overwriting would lose."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from runcomfy_codegen.git.repository import has_commit, is_in_repository
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.git.status import changed_paths, uncommitted_paths


class UnknownEditsError(Exception):
    """Git failed to list the edited files of a repository."""


class Edits:
    """The files below a schemas folder whose content no commit has."""

    def __init__(self, schemas: Path, *, force: bool = False) -> None:
        """Ask git when it is first needed; with `force`, no file counts as edited."""
        self._schemas = schemas
        self._is_known = force
        self._paths = frozenset[str]()

    def among(self, paths: Iterable[str]) -> list[str]:
        """Return those of `paths`, which are relative to the folder, that were edited.

        Raises `UnknownEditsError`. Outside of a repository, no file was edited.
        """
        stored = {path for path in paths if (self._schemas / path).is_file()}
        if stored and not self._is_known:
            self._paths = edited_files(self._schemas)
            self._is_known = True
        return sorted(self._paths & stored)


def edited_files(schemas: Path) -> frozenset[str]:
    """Return the paths below `schemas` that differ from the last commit: all before the first.

    Without a repository there are none. Raises `UnknownEditsError`.
    """
    if not is_in_repository(schemas):
        return frozenset()
    try:
        if has_commit(schemas):
            return changed_paths("HEAD", schemas)
        return uncommitted_paths(schemas)
    except GitError as error:
        raise UnknownEditsError(f"git cannot tell which files were edited: {error}") from None
