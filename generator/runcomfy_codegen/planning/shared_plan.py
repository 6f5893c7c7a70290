"""Plan what all models of a folder share: the files at its top, and the names of modules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic, has_errors
from runcomfy_codegen.planning.former_models import FormerModel, plan_former_models
from runcomfy_codegen.planning.names.module_names import Modules, name_modules
from runcomfy_codegen.planning.plan_report import PlanReport
from runcomfy_codegen.reading.former_ids import load_gone
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides, load_overrides
from runcomfy_codegen.reading.service_protocol import ServiceProtocol, load_protocol


@dataclass(frozen=True)
class SharedPlan:
    """The settings, the protocol, the module names and the former ids, planned before any model."""

    schemas: Path
    overrides: Overrides
    protocol: ServiceProtocol
    modules: Modules
    former: tuple[FormerModel, ...]
    """Modules for ids that models had."""
    own_diagnostics: tuple[Diagnostic, ...]
    """Problems of files, folders and module names."""

    def diagnostics(self, reports: Mapping[ModelId, PlanReport]) -> tuple[Diagnostic, ...]:
        """Return all diagnostics, sorted, once every model was planned; waived ones left out."""
        diagnostics = [*self.own_diagnostics, *self._unused(reports)]
        for report in reports.values():
            diagnostics += report.diagnostics
        if not reports and not has_errors(diagnostics):
            file, hint = self.schemas.as_posix(), "runcomfy-codegen import PAGE…"
            diagnostics.append(diagnose("no-models", file, "", "contains no model", hint))
        return tuple(sorted(diagnostics))

    def _unused(self, reports: Mapping[ModelId, PlanReport]) -> list[Diagnostic]:
        """Return an error for each override that matches nothing."""
        hidden = [model_id for model_id in self.overrides.models if self._is_hidden(model_id)]
        complete = {
            str(name): report.used for name, report in reports.items() if report.is_complete
        }
        return self.overrides.unused({*reports, *hidden}, complete)

    def _is_hidden(self, model_id: str) -> bool:
        """Whether the model may be in a part of the tree that cannot be read."""
        folder = self.schemas / model_id
        return any(
            folder.is_relative_to(diagnostic.file)
            for diagnostic in self.own_diagnostics
            if diagnostic.code == "unreadable"
        )


def plan_shared(
    schemas: Path, models: Collection[ModelFiles], diagnostics: Iterable[Diagnostic]
) -> SharedPlan:
    """Read the files that the `models` of a folder share, and name the modules of all.

    `diagnostics` are those of finding the models.
    """
    overrides, override_problems = load_overrides(schemas)
    protocol, protocol_problems = load_protocol(schemas)
    modules, module_problems = name_modules(models, overrides)
    gone, gone_problems = load_gone(schemas)
    former, former_problems = plan_former_models(modules, overrides, gone)
    return SharedPlan(
        schemas=schemas,
        overrides=overrides,
        protocol=protocol,
        modules=modules,
        former=former,
        own_diagnostics=(
            *diagnostics,
            *override_problems,
            *protocol_problems,
            *module_problems,
            *gone_problems,
            *former_problems,
        ),
    )
