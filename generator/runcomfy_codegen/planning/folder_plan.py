"""Read a schemas folder and plan its models: all of them, or one."""

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
from runcomfy_codegen.planning.planner import PlannedModel, plan_files
from runcomfy_codegen.planning.shared_plan import SharedPlan, plan_shared
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
    models, problems = find_models(schemas)
    shared = plan_shared(schemas, models, problems)
    planned = {model.model_id: _plan(model, shared) for model in models}
    specs = (model.spec for model in planned.values() if model.spec)
    reports = {model_id: model.report for model_id, model in planned.items()}
    diagnostics = shared.diagnostics(reports)
    return FolderPlan(
        models=tuple(sorted(specs, key=lambda spec: spec.model_id)),
        protocol=shared.protocol,
        overrides=shared.overrides,
        former=shared.former,
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
    models, problems = find_models(schemas, [model_id])
    shared = plan_shared(schemas, models, problems)
    return next((_plan(model, shared).spec for model in models), None)


def _plan(files: ModelFiles, shared: SharedPlan) -> PlannedModel:
    return plan_files(files, shared.modules.get(files.model_id), shared.overrides)
