"""Name every model's module, and make sure that no two names are equal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.planning.names.python_names import (
    InvalidNameError,
    ModuleName,
    checked_module_name,
    module_name,
)
from runcomfy_codegen.planning.names.spare_names import SpareNames
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides

Modules = Mapping[ModelId, ModuleName]


class _Problem(NamedTuple):
    """Why the name of a model's module is invalid or not unique."""

    model: ModelFiles
    code: str
    message: str


def module_of(model_id: ModelId, overrides: Overrides) -> ModuleName:
    """Return the module of a model: the pinned one, else by the rules of `python_names`.

    Raises `InvalidNameError`.
    """
    pinned = overrides.of(model_id).module
    return checked_module_name(pinned) if pinned else module_name(model_id)


def name_modules(
    models: Iterable[ModelFiles], overrides: Overrides
) -> tuple[Modules, list[Diagnostic]]:
    """Return the module of each model that can have one, and what is wrong with the names."""
    modules: dict[ModelId, ModuleName] = {}
    owners: dict[str, ModelId] = {}
    problems: list[_Problem] = []
    for model in models:
        try:
            name = module_of(model.model_id, overrides)
        except InvalidNameError as error:
            problems.append(_Problem(model, "invalid-name", str(error)))
            continue
        modules[model.model_id] = name
        owner = owners.setdefault(name.casefold(), model.model_id)
        if owner != model.model_id:
            message = f"{owner!r} and {model.model_id!r} both become module {name}"
            problems.append(_Problem(model, "name-collision", message))
    return modules, _diagnostics(problems, modules, overrides)


def _diagnostics(
    problems: list[_Problem], modules: Modules, overrides: Overrides
) -> list[Diagnostic]:
    """Return a diagnostic for each problem, with a hint that offers an unused module name."""
    spare = SpareNames(modules.values(), "_")
    diagnostics: list[Diagnostic] = []
    for model, code, message in problems:
        collides = modules.get(model.model_id)
        valid_name = _valid_module(model.model_id)
        offered = spare.other_than(collides) if collides else spare.like(valid_name)
        hint = overrides.line_to_paste(model.model_id, "module", value=offered)
        diagnostics.append(diagnose(code, model.folder, "", message, hint))
    return diagnostics


def _valid_module(model_id: ModelId) -> ModuleName:
    """Return a module name for `model_id` without the characters that make its own invalid."""
    parts = (segment.strip("-._ ") or "model" for segment in model_id.segments)
    return module_name(ModelId("/".join(parts)))
