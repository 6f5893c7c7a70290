"""The schemas folder as it stands on disk: which models there are, and what their files say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import Diagnostic
from runcomfy_codegen.reading.files import INPUT, OF_A_MODEL, read_text
from runcomfy_codegen.reading.folders import folders_with
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId


@dataclass(frozen=True)
class SchemaDocument:
    """One JSON file of a model, read but not interpreted."""

    file: str
    """Where it stands, for diagnostics."""
    value: Any


@dataclass(frozen=True)
class ModelDocuments:
    """The files of one model, by name (`input.json` …); what is absent has no entry."""

    model_id: ModelId
    folder: str
    documents: dict[str, SchemaDocument]
    unreadable: frozenset[str] = frozenset()
    """Names of files that are there and hold no JSON: their diagnostics are errors."""


def load_models(schemas: Path) -> tuple[list[ModelDocuments], list[Diagnostic]]:
    """Every model below `schemas`, sorted by id, and what is wrong with the files."""
    models: list[ModelDocuments] = []
    found: list[Diagnostic] = []
    for folder, names in sorted(folders_with(OF_A_MODEL, schemas, found)):
        if folder == ".":
            continue
        model = _load_model(schemas, folder, names, found)
        if model:
            models.append(model)
    return models, found


def read_json(path: Path, found: list[Diagnostic]) -> SchemaDocument | None:
    """The document at `path`, or None with the reason added to `found`."""
    notes = Notes(path.as_posix())
    try:
        return SchemaDocument(notes.file, parse(read_text(path) or ""))
    except InvalidJsonError as error:
        notes.add("invalid-json", error.pointer, str(error))
    except UnicodeDecodeError as error:
        notes.add("invalid-json", "", f"not UTF-8 at byte {error.start}")
    except OSError as error:
        notes.add("unreadable", "", error.strerror or str(error))
    found.extend(notes.found)
    return None


def _load_model(
    schemas: Path, folder: str, names: list[str], found: list[Diagnostic]
) -> ModelDocuments | None:
    notes = Notes((schemas / folder).as_posix())
    try:
        model_id = ModelId.parse(folder)
    except InvalidModelIdError as error:
        notes.add("invalid-model-id", "", str(error))
        found.extend(notes.found)
        return None
    if INPUT not in names:
        notes.add("missing-input", "", f"holds {', '.join(names)} but no {INPUT}")
        found.extend(notes.found)
    documents = {name: read_json(schemas / folder / name, found) for name in names}
    read = {name: document for name, document in documents.items() if document}
    return ModelDocuments(model_id, notes.file, read, frozenset(names) - read.keys())
