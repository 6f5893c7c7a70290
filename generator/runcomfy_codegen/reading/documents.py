"""The JSON documents of a model, parsed but not interpreted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.reading.files import decode_text
from runcomfy_codegen.reading.json_text import InvalidJsonError, parse
from runcomfy_codegen.reading.model_files import ModelFiles, find_models
from runcomfy_codegen.reading.model_id import ModelId


@dataclass(frozen=True)
class JsonDocument:
    """One JSON file of a model."""

    file: str
    """Its path, for diagnostics."""
    value: Any
    text: str = ""
    """The file's text, for the lines of diagnostics."""


@dataclass(frozen=True)
class ModelDocuments:
    """The documents of one model by file name (`input.json` …); absent ones have no entry."""

    model_id: ModelId
    folder: str
    """Path of the model's folder, for diagnostics."""
    documents: dict[str, JsonDocument]
    unreadable: frozenset[str] = frozenset()
    """Names of files that exist and are not JSON; each has an error among the diagnostics."""

    def value(self, name: str, default: Any = None) -> Any:
        """Return the value of the document `name`, or `default` if there is none."""
        return self.documents[name].value if name in self.documents else default


Models = Mapping[str, ModelDocuments]
"""The documents of models by model_id."""


def load_models(
    schemas: Path, only: Collection[str] | None = None
) -> tuple[list[ModelDocuments], list[Diagnostic]]:
    """Read the models below `schemas`, or those of the ids `only`.

    Returns the models sorted by id, and what is wrong with the files and folders.
    """
    models, diagnostics = find_models(schemas, only)
    loaded: list[ModelDocuments] = []
    for model in models:
        documents, problems = read_documents(model)
        loaded.append(documents)
        diagnostics += problems
    return loaded, diagnostics


def read_documents(model: ModelFiles) -> tuple[ModelDocuments, list[Diagnostic]]:
    """Parse the files of `model`; returns its documents, and an error for each that is not JSON."""
    documents: dict[str, JsonDocument] = {}
    diagnostics: list[Diagnostic] = []
    for name, data in model.contents.items():
        collector = Collector(f"{model.folder}/{name}")
        if document := _document(data, collector):
            documents[name] = document
        diagnostics += collector.diagnostics
    unreadable = model.unreadable | (model.contents.keys() - documents.keys())
    return ModelDocuments(model.model_id, model.folder, documents, unreadable), diagnostics


def _document(data: bytes, collector: Collector) -> JsonDocument | None:
    try:
        text = decode_text(data)
        return JsonDocument(collector.file, parse(text), text)
    except InvalidJsonError as error:
        collector.add("invalid-json", error.pointer, str(error))
    except UnicodeDecodeError as error:
        collector.add("invalid-json", "", f"not UTF-8 at byte {error.start}")
    return None
