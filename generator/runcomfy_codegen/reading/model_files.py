"""The models in a schemas folder, and the bytes of their files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import INPUT, MODEL_FILES, read_bytes
from runcomfy_codegen.reading.folders import folders_with
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId


@dataclass(frozen=True)
class ModelFiles:
    """The files of one model by name (`input.json` …), not parsed."""

    model_id: ModelId
    folder: str
    """Path of the model's folder, for diagnostics."""
    contents: dict[str, bytes]
    unreadable: frozenset[str] = frozenset()
    """Names of files that cannot be read; each has an error among the diagnostics."""


def find_models(
    schemas: Path, only: Collection[str] | None = None
) -> tuple[list[ModelFiles], list[Diagnostic]]:
    """Find the models below `schemas`, or those of the ids `only` without looking at the rest.

    Returns the models sorted by id, and what is wrong with files and folders. Raises
    `NotADirectoryError` if there is no such folder and `only` is None.
    """
    folders, diagnostics = _every_folder(schemas) if only is None else (_folders(schemas, only), [])
    models: list[ModelFiles] = []
    for folder, names in folders:
        model, problems = _read_model(schemas, folder, names)
        models += [model] if model else []
        diagnostics += problems
    return models, diagnostics


def _every_folder(schemas: Path) -> tuple[list[tuple[str, list[str]]], list[Diagnostic]]:
    if not schemas.is_dir():
        raise NotADirectoryError(20, "is not a folder of schemas", str(schemas))
    folders, diagnostics = folders_with(MODEL_FILES, schemas)
    return sorted(folders), diagnostics


def _folders(schemas: Path, only: Collection[str]) -> list[tuple[str, list[str]]]:
    """Return those folders of `only` that have a model's files, and the names of the files."""
    names = {
        folder: [name for name in MODEL_FILES if (schemas / folder / name).is_file()]
        for folder in sorted(only)
    }
    return [(folder, found) for folder, found in names.items() if found]


def _read_model(
    schemas: Path, folder: str, names: list[str]
) -> tuple[ModelFiles | None, list[Diagnostic]]:
    """Read the files `names` of `folder`; returns no model if `folder` is not a model_id."""
    notes = Notes((schemas / folder).as_posix())
    try:
        model_id = ModelId.parse(folder)
    except InvalidModelIdError as error:
        at_top = f"{', '.join(names)} must be in a folder whose path is the model_id"
        notes.add("invalid-model-id", "", at_top if folder == "." else str(error))
        return None, notes.diagnostics
    if INPUT not in names:
        notes.add("missing-input", "", f"has {', '.join(names)} but no {INPUT}")
    diagnostics = list(notes.diagnostics)
    contents: dict[str, bytes] = {}
    for name in names:
        try:
            contents[name] = read_bytes(schemas / folder / name) or b""
        except OSError as error:
            diagnostics += _unreadable(schemas / folder / name, error)
    unreadable = frozenset(names) - contents.keys()
    return ModelFiles(model_id, notes.file, contents, unreadable), diagnostics


def _unreadable(path: Path, error: OSError) -> list[Diagnostic]:
    notes = Notes(path.as_posix())
    notes.add("unreadable", "", error.strerror or str(error))
    return notes.diagnostics
