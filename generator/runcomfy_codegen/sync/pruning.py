"""Decide which models are removed because they are gone upstream."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from runcomfy_codegen.reading.files import MODEL_FILES, OVERRIDES_FILE, RULES_FILE
from runcomfy_codegen.reading.overrides import Overrides
from runcomfy_codegen.reading.stored_schemas import StoredSchemas
from runcomfy_codegen.sync.edited import Edits
from runcomfy_codegen.sync.plan import SyncPlan
from runcomfy_codegen.sync.upstream import UpstreamModels, UpstreamProblem

GONE_IS_UNKNOWN = "only a whole catalog tells what is gone; nothing is removed"
"""The note if models may exist that upstream does not list."""

Confirm = Callable[[Collection[str]], bool]
"""Takes model_ids; returns whether they may be removed."""


class PruneLimitError(Exception):
    """More models are gone upstream than may be removed at once."""


def prune(
    plan: SyncPlan,
    upstream: UpstreamModels,
    stored: StoredSchemas,
    schemas: Path,
    *,
    limit: int,
    force: bool,
    confirm: Confirm,
) -> None:
    """Mark the models of `stored` that are gone upstream in `plan`, if `confirm` agrees.

    Raises `PruneLimitError` if that is more than `limit` percent of all, and `UnknownEditsError`.
    """
    if upstream.all_ids is None:
        plan.notes.append(GONE_IS_UNKNOWN)
    elif plan.gone:
        _check_limit(len(plan.gone), len(stored.models), limit)
        if confirm(plan.gone):
            _mark_for_removal(plan, schemas, stored.overrides, force)


def _check_limit(gone: int, stored: int, limit: int) -> None:
    """Raise `PruneLimitError` if more than `limit` percent of the `stored` models are `gone`."""
    if gone * 100 > limit * stored:
        raise PruneLimitError(
            f"{gone} of {stored} models are gone upstream, more than {limit} %; "
            f"if the catalog is right: --prune-limit {-(-gone * 100 // stored)}"
        )


def _mark_for_removal(plan: SyncPlan, schemas: Path, overrides: Overrides, force: bool) -> None:
    """Mark the models that are gone; those with uncommitted changes only with `force`.

    Notes which of them `overrides` still has settings for.
    """
    edits = Edits(schemas, force=force)
    for model_id in plan.gone:
        if edits.among(f"{model_id}/{name}" for name in MODEL_FILES):
            reason = "is gone upstream, but has changes that are not committed (--force removes it)"
            plan.problems.append(UpstreamProblem(model_id, reason, model_id))
        else:
            plan.remove.append(model_id)
            plan.notes += _left_settings(model_id, overrides)


def _left_settings(model_id: str, overrides: Overrides) -> Iterator[str]:
    """Yield a note for each file with settings of a model that is removed: they match nothing."""
    for file, settings in ((OVERRIDES_FILE, overrides.models), (RULES_FILE, overrides.rules)):
        if model_id in settings:
            yield f"{model_id}: remove its settings from {file}, too: `generate` refuses them"
