"""Which models `--prune` removes: those that are gone upstream, if they are not too many."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.reading.files import MODEL_FILES
from runcomfy_codegen.sync.edited import edited_files
from runcomfy_codegen.sync.plan import Plan
from runcomfy_codegen.sync.upstream import Problem


class PruneLimitError(Exception):
    """More models are gone than may be removed at once."""


def check_limit(plan: Plan, stored: int, limit: int) -> None:
    """Raise `PruneLimitError` if more than `limit` percent of the `stored` models are gone."""
    gone = len(plan.gone)
    if gone * 100 > limit * stored:
        raise PruneLimitError(
            f"{gone} of {stored} models are gone upstream, more than {limit} %; if that is "
            f"so, and no fault of the catalog: --prune-limit {-(-gone * 100 // stored)}"
        )


def mark_for_removal(plan: Plan, schemas: Path, force: bool) -> None:
    """Mark the models that are gone, except those with changes that are not committed."""
    edited = frozenset[str]() if force else edited_files(schemas)
    for model_id in plan.gone:
        if edited.isdisjoint(f"{model_id}/{name}" for name in MODEL_FILES):
            plan.remove.append(model_id)
        else:
            reason = "is gone upstream, but has changes that are not committed (--force removes it)"
            plan.problems.append(Problem(model_id, reason))
