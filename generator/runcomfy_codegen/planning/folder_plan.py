"""Plan a schemas folder as a whole: every model, every name, every diagnostic."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import (
    Diagnostic,
    DiagnosticsError,
    Severity,
    has_errors,
)
from runcomfy_codegen.planning.former_models import FormerModel
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.planning.names.python_names import ModuleName
from runcomfy_codegen.planning.planner import PlannedModel, plan
from runcomfy_codegen.planning.schemas_folder import SchemasFolder, read_folder
from runcomfy_codegen.reading.documents import read_documents
from runcomfy_codegen.reading.model_files import ModelFiles, find_models
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.service_protocol import ServiceProtocol


@dataclass(frozen=True)
class FolderPlan:
    """The plan of a schemas folder."""

    models: tuple[ModelSpec, ...]
    """Sorted by model_id; those with an error are left out."""
    protocol: ServiceProtocol
    overrides: Overrides
    former: tuple[FormerModel, ...]
    diagnostics: tuple[Diagnostic, ...]
    """Of all files; waived ones are left out."""

    @property
    def is_valid(self) -> bool:
        """Whether there are only warnings and infos."""
        return not has_errors(self.diagnostics)


def plan_folder(schemas: Path) -> FolderPlan:
    """Read and plan everything below `schemas`; what is wrong is in the diagnostics.

    Raises `NotADirectoryError` if the folder does not exist.
    """
    folder = read_folder(schemas, *find_models(schemas))
    planned = {model.model_id: _plan(model, folder) for model in folder.models}
    specs = (model.spec for model in planned.values() if model.spec)
    reports = {model_id: model.report for model_id, model in planned.items()}
    diagnostics = folder.diagnostics(reports)
    return FolderPlan(
        models=tuple(sorted(specs, key=lambda spec: spec.model_id)),
        protocol=folder.protocol,
        overrides=folder.overrides,
        former=folder.former,
        diagnostics=diagnostics,
    )


def plan_valid_folder(schemas: Path) -> FolderPlan:
    """Do the same as `plan_folder`; raises `DiagnosticsError` if anything has an error."""
    plan = plan_folder(schemas)
    errors = [
        diagnostic for diagnostic in plan.diagnostics if diagnostic.severity is Severity.ERROR
    ]
    if errors:
        raise DiagnosticsError(errors)
    return plan


def plan_model(schemas: Path, model_id: ModelId) -> ModelSpec | None:
    """Plan one model below `schemas` without reading the others; None if it has an error."""
    folder = read_folder(schemas, *find_models(schemas, [model_id]))
    return next((_plan(model, folder).spec for model in folder.models), None)


def plan_files(files: ModelFiles, module: ModuleName | None, overrides: Overrides) -> PlannedModel:
    """Parse and plan the model whose files are `files`."""
    documents, diagnostics = read_documents(files)
    return plan(documents, module, overrides, diagnostics)


def _plan(files: ModelFiles, folder: SchemasFolder) -> PlannedModel:
    return plan_files(files, folder.modules.get(files.model_id), folder.overrides)
