"""Compare the models that an id leads to: `[renamed]` in the override file may change that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.sources.schema_sets import SchemaSet
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.planning.names.module_names import module_of
from runcomfy_codegen.planning.names.python_names import InvalidNameError, ModuleName
from runcomfy_codegen.reading.files import OVERRIDES
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.model_overrides import ModelOverrides
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.untrusted_text import code_span


class Move(NamedTuple):
    """An id that leads to another model than before."""

    name: str
    before: str
    after: str


def find_moves(old: SchemaSet, new: SchemaSet) -> list[Move]:
    """Return the ids that lead to one model in `old` and to another in `new`.

    First are those that are ids of models in `new`.
    """
    ids = {*old.models, *old.overrides.renamed}
    targets = ((name, _target(old, name), _target(new, name)) for name in sorted(ids))
    moves = [Move(*target) for target in targets if all(target) and target[1] != target[2]]
    return sorted(moves, key=lambda move: move.name != move.after)


def _target(schemas: SchemaSet, name: str) -> str:
    """Return the id of the model that `name` leads to; empty if there is none."""
    model_id = name if name in schemas.models else schemas.overrides.renamed.get(name, "")
    return model_id if model_id in schemas.models else ""


def under_common_ids(
    old: SchemaSet, new: SchemaSet, moves: Iterable[Move]
) -> tuple[SchemaSet, SchemaSet]:
    """Return both sides with the two models of each move under one id, and in one module.

    That is the new id, unless `old` has another model of that id: then it is the one that moved.
    Modules have findings of their own.
    """
    moved = {move.name for move in moves}
    rest = {name: model for name, model in old.models.items() if name not in moved}
    before, after = replace(old, models=rest), new
    for label, move in _labels(old, moves).items():
        settings = new.overrides.of(move.after)
        own = replace(old.overrides.of(move.before), module=settings.module)
        before = _with_model(before, label, old, move.before, own)
        after = _with_model(after, label, new, move.after, settings)
    return before, after


def _labels(old: SchemaSet, moves: Iterable[Move]) -> dict[str, Move]:
    """Return an id for each two models that are to be compared."""
    labels: dict[str, Move] = {}
    pairs: set[tuple[str, str]] = set()
    for move in moves:
        is_free = move.after not in old.models and move.after not in labels
        if (move.before, move.after) not in pairs:
            labels[move.after if is_free else move.name] = move
        pairs.add((move.before, move.after))
    return labels


def _with_model(
    schemas: SchemaSet, label: str, source: SchemaSet, model_id: str, settings: ModelOverrides
) -> SchemaSet:
    """Return `schemas` with a model of `source` under the id `label`, and with its rules."""
    model = replace(source.models[model_id], model_id=ModelId.parse(label))
    overrides = replace(
        schemas.overrides,
        models={**schemas.overrides.models, label: settings},
        rules={**schemas.overrides.rules, label: source.overrides.rules_of(model_id)},
    )
    return replace(schemas, models={**schemas.models, label: model}, overrides=overrides)


def without_foreign_hints(findings: Iterable[Finding], new: SchemaSet) -> Iterator[Finding]:
    """Yield `findings` without hints for ids that lead to a model that has callers of its own."""
    for finding in findings:
        yield finding if finding.model_id in new.models else replace(finding, hint="")


def rename_findings(old: SchemaSet, new: SchemaSet, verdicts: Verdicts) -> Iterator[Finding]:
    """Yield a finding for each row of `[renamed]` that is new, leads elsewhere, or was dropped."""
    for name in sorted(old.overrides.renamed.keys() | new.overrides.renamed.keys()):
        before, after = _target(old, name), _target(new, name)
        if before and not after and name not in old.models:
            message = "the module of an id that changed was removed"
            yield verdicts.finding("model-gone", name, Place(), message, before=name, after=ABSENT)
        elif after not in ("", before, name) and before in ("", name):
            message = f"{code_span(name)} is {code_span(after)} now; its module imports the new one"
            yield verdicts.finding(
                "model-renamed", after, Place(), message, before=name, after=after
            )
        elif before and after != _target(new, before):
            message = f"calls of {code_span(name)} went to {code_span(before)}"
            message += f", and go to {code_span(after)} now"
            yield verdicts.finding(
                "rename-changed", name, Place(), message, before=before, after=after
            )


def module_findings(
    old: SchemaSet, new: SchemaSet, moves: Iterable[Move], verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each id that moved whose old module cannot be imported any more."""
    for move in moves:
        before, after = _module(old, move.name), _module(new, move.after)
        if before and after and before not in _modules_of(new, move.after):
            message = describe("the module's name", before, after)
            hint = new.overrides.line_to_paste(move.after, "module", value=before)
            place = Place(OVERRIDES)
            yield verdicts.finding(
                "module-renamed", move.after, place, message, before=before, after=after, hint=hint
            )


def _modules_of(schemas: SchemaSet, model_id: str) -> set[ModuleName | None]:
    """Return the module of a model, and those of its former ids."""
    renamed = schemas.overrides.renamed
    names = (model_id, *(name for name in renamed if renamed[name] == model_id))
    return {_module(schemas, name) for name in names}


def _module(schemas: SchemaSet, name: str) -> ModuleName | None:
    try:
        return module_of(ModelId.parse(name), schemas.overrides)
    except InvalidNameError:
        return None
