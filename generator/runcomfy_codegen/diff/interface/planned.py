"""Plan a model for comparison, without the other models of its folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.planning.ir import ModelSpec
from runcomfy_codegen.planning.names.module_names import module_of, name_modules
from runcomfy_codegen.planning.names.python_names import InvalidNameError
from runcomfy_codegen.planning.planner import NAME_CODES, plan
from runcomfy_codegen.reading.documents import ModelDocuments
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides


def planned(model: ModelDocuments, overrides: Overrides) -> ModelSpec | None:
    """Return the plan of a model; None if `generate` would report an error."""
    try:
        module = module_of(model.model_id, overrides)
    except InvalidNameError:
        return None
    return plan(model, module, _without_quotes(overrides, model.model_id)).spec


def refused_names(model: ModelDocuments, overrides: Overrides) -> list[Diagnostic]:
    """Return the errors that `generate` would report about the names within a model."""
    report = plan(model, None, _without_quotes(overrides, model.model_id)).report
    return [problem for problem in report.diagnostics if problem.code in NAME_CODES]


def refused_modules(model_ids: Iterable[str], overrides: Overrides) -> list[Diagnostic]:
    """Return the errors that `generate` would report about the names of the models' modules."""
    models = [ModelFiles(ModelId(name), name, {}) for name in sorted(model_ids)]
    return name_modules(models, overrides)[1]


def _without_quotes(overrides: Overrides, model_id: str) -> Overrides:
    """Return `overrides` without the quotes of rules, which are from the page before its patches.

    A quote that the page has lost has a finding of its own.
    """
    entries = tuple(replace(entry, quote="") for entry in overrides.rules_of(model_id))
    return replace(overrides, rules={model_id: entries})
