"""A schemas folder, read and planned as a whole: every model, every name, every diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import Diagnostic, has_errors
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.planning.modules import name_modules
from runcomfy_codegen.planning.plan import plan
from runcomfy_codegen.reading.documents import ModelDocuments, load_models
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.reading.overrides import load_overrides
from runcomfy_codegen.reading.service import Endpoint, InvalidServiceError, Service

DOCUMENTED_SERVICE = Service(
    base_url="https://model-api.runcomfy.net",
    submit=Endpoint("POST", "/v1/models/{model_id}"),
    status=Endpoint("GET", "/v1/requests/{request_id}/status"),
    result=Endpoint("GET", "/v1/requests/{request_id}/result"),
    cancel=Endpoint("POST", "/v1/requests/{request_id}/cancel"),
    statuses=("in_queue", "in_progress", "completed", "cancelled"),
)
"""The protocol that every docs page shows; stands in where `service.json` is missing."""


@dataclass(frozen=True)
class Library:
    """What a schemas folder asks for."""

    models: tuple[ModelSpec, ...]
    """Sorted by model_id; those with an error are left out."""
    service: Service
    diagnostics: tuple[Diagnostic, ...]
    """Everything found in all files, waived ones left out."""

    @property
    def ok(self) -> bool:
        """Whether nothing was found that stops the run."""
        return not has_errors(self.diagnostics)


def load_library(schemas: Path) -> Library:
    """Read and plan everything below `schemas`; what is wrong is in the diagnostics.

    Raises `NotADirectoryError` where there is no such folder.
    """
    if not schemas.is_dir():
        raise NotADirectoryError(20, "is no folder of schemas", str(schemas))
    documents, found = load_models(schemas)
    overrides, problems = load_overrides(schemas)
    found += problems
    service = load_service(schemas, found)
    modules, problems = name_modules(documents, overrides)
    planned = {
        model.model_id: plan(model, modules.get(model.model_id), overrides) for model in documents
    }
    hidden = [model for model in overrides.models if _is_hidden(schemas / model, found)]
    whole = [model_id for model_id, model in planned.items() if model.whole]
    found += [*problems, *(one for model in planned.values() for one in model.found)]
    found += overrides.unused({*planned, *hidden}, whole)
    _note_nothing(schemas, documents, found)
    specs = (model.spec for model in planned.values())
    return Library(
        tuple(sorted((spec for spec in specs if spec), key=_by_id)), service, tuple(sorted(found))
    )


def _is_hidden(folder: Path, found: list[Diagnostic]) -> bool:
    """Whether `folder` is in a part of the tree that could not be looked into."""
    places = (Path(one.file) for one in found if one.code == "unreadable")
    return any(folder.is_relative_to(place) for place in places)


def _by_id(model: ModelSpec) -> str:
    return model.model_id


def load_service(schemas: Path, found: list[Diagnostic]) -> Service:
    """The protocol of a schemas folder, else the documented one with the reason in `found`."""
    path = schemas / SERVICE
    notes = Notes(path.as_posix())
    service = None
    try:
        service = Service.load(path)
        if service is None:
            notes.add("missing-service", "", "the documented protocol is assumed")
    except InvalidServiceError as error:
        notes.add("invalid-service", "", str(error).removeprefix(f"{path}: "))
    except OSError as error:
        notes.add("unreadable", "", error.strerror or str(error))
    found += notes.found
    return service or DOCUMENTED_SERVICE


def _note_nothing(schemas: Path, models: list[ModelDocuments], found: list[Diagnostic]) -> None:
    if not models and not has_errors(found):
        notes = Notes(schemas.as_posix())
        notes.add("no-models", "", "holds no model", "runcomfy-codegen import PAGE…")
        found += notes.found
