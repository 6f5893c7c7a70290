"""Find committed exports: files in git that record the command that wrote them.

A document contains the command; tools have it in a file beside them.
"""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from runcomfy_codegen.export.command import GENERATED_BY, PROGRAM, ExportCommand
from runcomfy_codegen.git.repository import is_in_repository
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.git.status import tracked_files
from runcomfy_codegen.reading.files import MODEL_FILES

_HEAD = f'"{GENERATED_BY}": "{PROGRAM} '.encode()
_HEAD_BYTES = 200
"""Bytes at the beginning of an export in which its command begins."""

_COMMAND_SUFFIX = ".command"


def command_file(path: Path) -> Path:
    """Return the file with the command of the tools in `path`: their array cannot contain it."""
    return path.with_name(path.name + _COMMAND_SUFFIX)


class CommittedExport(NamedTuple):
    """A file that `export` has written."""

    path: Path
    command: ExportCommand

    @property
    def text(self) -> str:
        """Its content, with line feeds as line ends, and bytes that are not UTF-8 escaped."""
        return self.path.read_text("utf-8", "backslashreplace")

    def fix(self, schemas: Path) -> str:
        """Return the command that writes it again, as a shell takes it."""
        return f"{self.command} {shlex.join(['--schemas', str(schemas), '--out', str(self.path)])}"


def committed_exports(schemas: Path) -> Iterator[CommittedExport]:
    """Yield the exports in the git repository that `schemas` is in, if it is in one."""
    for path in filter(Path.is_file, _json_files(schemas)):
        if command := _command(path):
            yield CommittedExport(path, command)


def _json_files(schemas: Path) -> Iterator[Path]:
    """Yield the relative paths of the JSON files that git knows, without those of models."""
    if not is_in_repository(schemas):
        return
    try:
        files = tracked_files(".json", schemas)
    except GitError:
        return
    for file in files:
        if file.name not in MODEL_FILES:
            yield Path(os.path.relpath(file))


def _command(path: Path) -> ExportCommand | None:
    """Return the command in the file or beside it; None if it is not an export."""
    try:
        if (beside := command_file(path)).is_file():
            return ExportCommand.parse(beside.read_text("utf-8").strip())
        with path.open("rb") as file:
            if _HEAD not in file.read(_HEAD_BYTES):
                return None
        return ExportCommand.parse(json.loads(path.read_bytes())[GENERATED_BY])
    except (OSError, ValueError):  # unreadable, or damaged
        return None
