"""Every model's module: what it is called, and that no two are called the same."""

from __future__ import annotations

from collections.abc import Iterable

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.planning.names import (
    InvalidNameError,
    ModuleName,
    checked_module_name,
    module_name,
)
from runcomfy_codegen.planning.spare_names import SpareNames
from runcomfy_codegen.reading.model_files import ModelFiles
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides

Modules = dict[ModelId, ModuleName]


def name_modules(
    models: Iterable[ModelFiles], overrides: Overrides
) -> tuple[Modules, list[Diagnostic]]:
    """The module of each model, and what is wrong with the names; models in any state."""
    modules: Modules = {}
    holders: dict[str, ModelId] = {}
    wrong: list[tuple[ModelFiles, str, str]] = []
    for model in models:
        pinned = overrides.text(model.model_id, "module")
        try:
            name = checked_module_name(pinned) if pinned else module_name(model.model_id)
        except InvalidNameError as error:
            wrong.append((model, "invalid-name", str(error)))
            continue
        modules[model.model_id] = name
        holder = holders.setdefault(name.casefold(), model.model_id)
        if holder != model.model_id:
            both = f"{holder!r} and {model.model_id!r} both become module {name}"
            wrong.append((model, "name-collision", both))
    return modules, _noted(wrong, modules, overrides)


def _noted(
    wrong: list[tuple[ModelFiles, str, str]], modules: Modules, overrides: Overrides
) -> list[Diagnostic]:
    """The diagnostics of what is wrong, each with a module that nobody has."""
    spare = SpareNames(modules.values(), "_")
    found: list[Diagnostic] = []
    for model, code, message in wrong:
        notes = Notes(model.folder)
        offered = spare.like(modules.get(model.model_id) or _allowed(model.model_id))
        notes.add(code, "", message, overrides.paste(model.model_id, "module", value=offered))
        found += notes.found
    return found


def _allowed(model_id: ModelId) -> ModuleName:
    """The module of `model_id` without what keeps it from having one."""
    parts = (segment.strip("-._ ") or "model" for segment in model_id.segments)
    return module_name(ModelId("/".join(parts)))
