"""A schemas folder, read and planned as a whole: every model, every name, every diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, has_errors
from runcomfy_codegen.planning.folder import Survey, survey
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.planning.names import ModuleName
from runcomfy_codegen.planning.planner import Planned, plan
from runcomfy_codegen.reading.documents import read_documents
from runcomfy_codegen.reading.model_files import ModelFiles, find_models, find_some
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.service import Service


@dataclass(frozen=True)
class Library:
    """What a schemas folder asks for."""

    models: tuple[ModelSpec, ...]
    """Sorted by model_id; those with an error are left out."""
    service: Service
    overrides: Overrides
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
    known = survey(schemas, *find_models(schemas))
    planned = {model.model_id: _planned(model, known) for model in known.models}
    specs = [one.spec for one in planned.values() if one.spec]
    specs.sort(key=lambda spec: spec.model_id)
    return Library(tuple(specs), known.service, known.overrides, known.diagnostics(planned))


def load_model(schemas: Path, model_id: ModelId) -> ModelSpec | None:
    """The spec of one model below `schemas`, the others unread; None where there is none."""
    known = survey(schemas, *find_some(schemas, [model_id]))
    return next((_planned(model, known).spec for model in known.models), None)


def plan_files(files: ModelFiles, module: ModuleName | None, overrides: Overrides) -> Planned:
    """What became of the model that `files` are of; what is no JSON in them is told too."""
    found: list[Diagnostic] = []
    planned = plan(read_documents(files, found), module, overrides)
    planned.found.extend(found)
    return planned


def _planned(model: ModelFiles, known: Survey) -> Planned:
    return plan_files(model, known.modules.get(model.model_id), known.overrides)
