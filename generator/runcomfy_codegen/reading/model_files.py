"""The schemas folder as it stands on disk: which models there are, and the bytes of their files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import INPUT, OF_A_MODEL, read_bytes
from runcomfy_codegen.reading.folders import folders_with
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId


@dataclass(frozen=True)
class ModelFiles:
    """The files of one model, by name (`input.json` …), read but not looked into."""

    model_id: ModelId
    folder: str
    """Where they stand, for diagnostics."""
    contents: dict[str, bytes]
    unreadable: frozenset[str] = frozenset()
    """Names of files that are there and could not be read: their diagnostics are errors."""


def find_models(schemas: Path) -> tuple[list[ModelFiles], list[Diagnostic]]:
    """Every model below `schemas`, sorted by id, and what is wrong with the folders.

    Raises `NotADirectoryError` where there is no such folder.
    """
    if not schemas.is_dir():
        raise NotADirectoryError(20, "is no folder of schemas", str(schemas))
    models: list[ModelFiles] = []
    found: list[Diagnostic] = []
    for folder, names in sorted(folders_with(OF_A_MODEL, schemas, found)):
        model = find_model(schemas, folder, names, found)
        if model:
            models.append(model)
    return models, found


def find_some(schemas: Path, only: Collection[str]) -> tuple[list[ModelFiles], list[Diagnostic]]:
    """Those of the models `only` that are below `schemas`, the rest of it unseen."""
    found: list[Diagnostic] = []
    held = {
        folder: [name for name in OF_A_MODEL if (schemas / folder / name).is_file()]
        for folder in sorted(only)
    }
    models = (find_model(schemas, folder, names, found) for folder, names in held.items() if names)
    return [model for model in models if model], found


def find_model(
    schemas: Path, folder: str, names: list[str], found: list[Diagnostic]
) -> ModelFiles | None:
    """The model of which `folder` holds files of `names`; None where `folder` is no model_id."""
    place = schemas / folder
    notes = Notes(place.as_posix())
    try:
        model_id = ModelId.parse(folder)
    except InvalidModelIdError as error:
        itself = f"holds {', '.join(names)} itself: the folder of a model is its model_id"
        notes.add("invalid-model-id", "", itself if folder == "." else str(error))
        found.extend(notes.found)
        return None
    if INPUT not in names:
        notes.add("missing-input", "", f"holds {', '.join(names)} but no {INPUT}")
        found.extend(notes.found)
    contents = {name: _bytes(place / name, found) for name in names}
    read = {name: data for name, data in contents.items() if data is not None}
    return ModelFiles(model_id, notes.file, read, frozenset(names) - read.keys())


def _bytes(path: Path, found: list[Diagnostic]) -> bytes | None:
    """What `path` holds, or None with the reason added to `found`."""
    try:
        return read_bytes(path) or b""
    except OSError as error:
        notes = Notes(path.as_posix())
        notes.add("unreadable", "", error.strerror or str(error))
        found.extend(notes.found)
        return None
