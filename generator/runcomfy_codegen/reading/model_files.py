"""The models in a schemas folder, and the bytes of their files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
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
    `NotADirectoryError` if the folder does not exist and `only` is None.
    """
    diagnostics: list[Diagnostic] = []
    if only is None:
        folders, diagnostics = _all_folders(schemas)
    else:
        folders = _folders_of(schemas, only)
    models: list[ModelFiles] = []
    for folder, names in folders:
        model, problems = _read_model(schemas, folder, names)
        models += [model] if model else []
        diagnostics += problems
    return models, diagnostics


def _all_folders(schemas: Path) -> tuple[list[tuple[str, list[str]]], list[Diagnostic]]:
    if not schemas.is_dir():
        raise NotADirectoryError(20, "is not a folder of schemas", str(schemas))
    folders, diagnostics = folders_with(MODEL_FILES, schemas)
    return sorted(folders), diagnostics


def _folders_of(schemas: Path, only: Collection[str]) -> list[tuple[str, list[str]]]:
    """Return those folders of `only` that have a model's files, and the names of the files."""
    names = {
        folder: [name for name in MODEL_FILES if (schemas / folder / name).is_file()]
        for folder in sorted(only)
    }
    return [(folder, present) for folder, present in names.items() if present]


def _read_model(
    schemas: Path, folder: str, names: list[str]
) -> tuple[ModelFiles | None, list[Diagnostic]]:
    """Read the files `names` of `folder`; returns no model if `folder` is not a model_id."""
    path = (schemas / folder).as_posix()
    listed = ", ".join(names)
    try:
        model_id = ModelId.parse(folder)
    except InvalidModelIdError as error:
        at_top = f"{listed} must be in a folder whose path is the model_id"
        message = at_top if folder == "." else str(error)
        return None, [diagnose("invalid-model-id", path, "", message)]
    contents, diagnostics = _contents(schemas / folder, names)
    if INPUT not in names:
        diagnostics.append(diagnose("missing-input", path, "", f"has {listed} but no {INPUT}"))
    unreadable = frozenset(names) - contents.keys()
    return ModelFiles(model_id, path, contents, unreadable), diagnostics


def _contents(folder: Path, names: list[str]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return the bytes of the files `names` that can be read, and an error for each other."""
    contents: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for name in names:
        path = folder / name
        try:
            contents[name] = read_bytes(path) or b""
        except OSError as error:
            reason = error.strerror or str(error)
            diagnostics.append(diagnose("unreadable", path.as_posix(), "", reason))
    return contents, diagnostics
