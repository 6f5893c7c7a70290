"""Put side by side the models that an id leads to: `[renamed]` may change which one that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.reading.model_id import ModelId
from runcomfy_codegen.reading.model_overrides import ModelOverrides
from runcomfy_codegen.reading.stored_schemas import StoredSchemas


class Move(NamedTuple):
    """An id that leads to another model than before."""

    name: str
    before: str
    after: str


def find_moves(old: StoredSchemas, new: StoredSchemas) -> list[Move]:
    """Return the ids that lead to one model in `old` and to another in `new`.

    First are those that are ids of models in `new`.
    """
    ids = {*old.models, *old.overrides.renamed}
    targets = ((name, target_of(old, name), target_of(new, name)) for name in sorted(ids))
    moves = [Move(*target) for target in targets if all(target) and target[1] != target[2]]
    return sorted(moves, key=lambda move: move.name != move.after)


def target_of(schemas: StoredSchemas, name: str) -> str:
    """Return the id of the model that `name` leads to; empty if there is none."""
    model_id = name if name in schemas.models else schemas.overrides.renamed.get(name, "")
    return model_id if model_id in schemas.models else ""


def under_common_ids(
    old: StoredSchemas, new: StoredSchemas, moves: Iterable[Move]
) -> tuple[StoredSchemas, StoredSchemas]:
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


def _labels(old: StoredSchemas, moves: Iterable[Move]) -> dict[str, Move]:
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
    schemas: StoredSchemas,
    label: str,
    source: StoredSchemas,
    model_id: str,
    settings: ModelOverrides,
) -> StoredSchemas:
    """Return `schemas` with a model of `source` under the id `label`, and with its rules."""
    model = replace(source.models[model_id], model_id=ModelId.parse(label))
    overrides = replace(
        schemas.overrides,
        models={**schemas.overrides.models, label: settings},
        rules={**schemas.overrides.rules, label: source.overrides.rules_of(model_id)},
    )
    return replace(schemas, models={**schemas.models, label: model}, overrides=overrides)


def without_foreign_hints(findings: Iterable[Finding], new: StoredSchemas) -> Iterator[Finding]:
    """Yield `findings` without hints for ids that lead to a model that has callers of its own."""
    for finding in findings:
        yield finding if finding.model_id in new.models else replace(finding, hint="")
