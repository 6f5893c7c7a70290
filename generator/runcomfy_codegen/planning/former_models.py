"""Modules for former ids: each imports the module of the new id, or says when it was removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.planning.names.module_names import Modules
from runcomfy_codegen.planning.names.python_names import InvalidNameError, ModuleName, module_name
from runcomfy_codegen.reading.files import GONE_FILE
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
    """Return the modules for ids of `overrides` and `gone`, and what is wrong with `overrides`.

    A gone model needs none if it is back, was renamed, or another model has its module now. Two
    former ids of one module are an error.
    """
    collector = Collector(overrides.file)
    current = {str(model_id): module for model_id, module in modules.items()}
    renamed = list(_renamed(current, overrides, collector))
    taken = _used_names(current.values()) | _packages_of(renamed)
    former = [*renamed, *_gone(current, overrides, gone, taken)]
    _note_collisions(former, TomlLines(overrides.source), collector)
    return tuple(sorted(former, key=lambda model: model.model_id)), collector.diagnostics


def _renamed(
    current: Mapping[str, ModuleName], overrides: Overrides, collector: Collector
) -> Iterator[FormerModel]:
    """Yield a former model for each valid row of `[renamed]`; the others are noted."""
    used_names = _used_names(current.values())
    lines = TomlLines(overrides.source)
    for old, new in overrides.renamed.items():
        module = _module(old)
        if problem := _problem(old, new, module, current, used_names):
            message = f"[{RENAMED_TABLE}] {quoted(old)} = {quoted(new)}: {problem}"
            line = lines.of(RENAMED_TABLE, old)
            collector.add("unused-override", "", message, "remove it, or correct it", line=line)
        elif module:
            yield FormerModel(old, module, new, current[new])


def _gone(
    current: Mapping[str, ModuleName], overrides: Overrides, gone: GoneIds, used_names: set[str]
) -> Iterator[FormerModel]:
    """Yield a former model for each id of `gone` that needs a module."""
    for model_id, day in gone.since.items():
        module = _module(model_id)
        has_successor = model_id in current or model_id in overrides.renamed
        if module and not has_successor and module.casefold() not in used_names:
            yield FormerModel(model_id, module, since=day)


def _module(model_id: str) -> ModuleName | None:
    try:
        return module_name(ModelId.parse(model_id))
    except InvalidNameError:
        return None


def _used_names(modules: Iterable[str]) -> set[str]:
    """Return the names of all modules and of the packages that they are in."""
    parts = [module.casefold().split(".") for module in modules]
    return {".".join(names[:length]) for names in parts for length in range(1, len(names) + 1)}


def _packages_of(models: Iterable[FormerModel]) -> set[str]:
    """Return the packages that the modules of `models` are in: none of them may fail to import."""
    return _used_names(model.module.rpartition(".")[0] for model in models)


def _note_collisions(former: Iterable[FormerModel], lines: TomlLines, collector: Collector) -> None:
    """Note each former id whose module is that of another one."""
    owners: dict[str, FormerModel] = {}
    for model in former:
        owner = owners.setdefault(model.module, model)
        if owner is not model:
            message = f"{_row(owner)} and {_row(model)} both become module {model.module}"
            line = lines.of(RENAMED_TABLE, owner.model_id)
            collector.add("name-collision", "", message, "remove one of the two rows", line=line)


def _row(model: FormerModel) -> str:
    """Return where a former id is listed, for a message."""
    return f"{quoted(model.model_id)} ({f'[{RENAMED_TABLE}]' if model.new_id else GONE_FILE})"


def _problem(
    old: str,
    new: str,
    module: ModuleName | None,
    current: Mapping[str, ModuleName],
    used_names: set[str],
) -> str:
    """Return why the module of `old` cannot import that of `new`; empty if it can."""
    if old in current:
        return f"there still is a model {old!r}"
    if new not in current:
        return f"unknown model {new!r}"
    if module is None:
        return f"no module can be named after {old!r}"
    return f"another model has its module {module} now" if module.casefold() in used_names else ""
