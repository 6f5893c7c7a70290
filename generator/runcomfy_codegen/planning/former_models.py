"""Modules for ids that models had: one imports the new module, or says since when it is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.planning.names.module_names import Modules
from runcomfy_codegen.planning.names.python_names import InvalidNameError, ModuleName, module_name
from runcomfy_codegen.reading.former_ids import RENAMED_TABLE, GoneIds
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.toml_lines import TomlLines
from runcomfy_codegen.reading.toml_text import quoted


@dataclass(frozen=True)
class FormerModel:
    """A module for an id that no model has any more."""

    model_id: str
    module: ModuleName
    new_id: str = ""
    """Empty if the model is gone."""
    new_module: ModuleName | str = ""
    since: date | None = None
    """The day on which it was removed; None if it was renamed."""


def plan_former_models(
    modules: Modules, overrides: Overrides, gone: GoneIds
) -> tuple[tuple[FormerModel, ...], list[Diagnostic]]:
    """Return the modules for ids of `overrides` and `gone`, and what is wrong with the former.

    A gone model that is back, that was renamed, or whose module another one has now, needs none.
    """
    notes = Notes(overrides.file)
    taken = _taken(modules.values())
    ids = {str(model_id): module for model_id, module in modules.items()}
    lines = TomlLines(overrides.source)
    former: list[FormerModel] = []
    for old, new in overrides.renamed.items():
        module = _module(old)
        if problem := _problem(old, new, module, ids, taken):
            message = f"[{RENAMED_TABLE}] {quoted(old)} = {quoted(new)}: {problem}"
            line = lines.of(RENAMED_TABLE, old)
            notes.add("unused-override", "", message, "remove it, or correct it", line)
        elif module:
            former.append(FormerModel(old, module, new, ids[new]))
    for model_id, day in gone.since.items():
        module = _module(model_id)
        is_found = model_id in ids or model_id in overrides.renamed
        if module and not is_found and module.casefold() not in taken:
            former.append(FormerModel(model_id, module, since=day))
    return tuple(sorted(former, key=lambda one: one.model_id)), notes.diagnostics


def _module(model_id: str) -> ModuleName | None:
    try:
        return module_name(ModelId.parse(model_id))
    except InvalidNameError:
        return None


def _taken(modules: Iterable[str]) -> set[str]:
    """Return the names of all modules and of the packages that they are in."""
    parts = [module.casefold().split(".") for module in modules]
    return {".".join(names[:length]) for names in parts for length in range(1, len(names) + 1)}


def _problem(
    old: str, new: str, module: ModuleName | None, ids: dict[str, ModuleName], taken: set[str]
) -> str:
    """Return why the module of `old` cannot import that of `new`; empty if it can."""
    if old in ids:
        return f"there still is a model {old!r}"
    if new not in ids:
        return f"unknown model {new!r}"
    if module is None:
        return f"no module can be named after {old!r}"
    return f"its module {module} belongs to others now" if module.casefold() in taken else ""
