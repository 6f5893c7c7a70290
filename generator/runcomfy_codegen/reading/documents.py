"""What the files of a model say, as JSON; nothing is interpreted yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import decoded
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse
from runcomfy_codegen.reading.model_files import ModelFiles, find_models, find_some
from runcomfy_codegen.reading.model_id import ModelId


@dataclass(frozen=True)
class SchemaDocument:
    """One JSON file of a model, read but not interpreted."""

    file: str
    """Where it stands, for diagnostics."""
    value: Any


@dataclass(frozen=True)
class ModelDocuments:
    """The documents of one model, by name (`input.json` …); what is absent has no entry."""

    model_id: ModelId
    folder: str
    documents: dict[str, SchemaDocument]
    unreadable: frozenset[str] = frozenset()
    """Names of files that are there and hold no JSON: their diagnostics are errors."""


def load_models(
    schemas: Path, only: Collection[str] | None = None
) -> tuple[list[ModelDocuments], list[Diagnostic]]:
    """Every model below `schemas`, or `only` some, and what is wrong with the files."""
    models, found = find_models(schemas) if only is None else find_some(schemas, only)
    return [read_documents(model, found) for model in models], found


def read_documents(model: ModelFiles, found: list[Diagnostic]) -> ModelDocuments:
    """The documents of `model`; what is no JSON is added to `found`."""
    read = {name: _document(model, name, found) for name in model.contents}
    documents = {name: document for name, document in read.items() if document}
    unreadable = model.unreadable | (read.keys() - documents.keys())
    return ModelDocuments(model.model_id, model.folder, documents, unreadable)


def _document(model: ModelFiles, name: str, found: list[Diagnostic]) -> SchemaDocument | None:
    notes = Notes(f"{model.folder}/{name}")
    try:
        return SchemaDocument(notes.file, parse(decoded(model.contents[name])))
    except InvalidJsonError as error:
        notes.add("invalid-json", error.pointer, str(error))
    except UnicodeDecodeError as error:
        notes.add("invalid-json", "", f"not UTF-8 at byte {error.start}")
    found.extend(notes.found)
    return None
