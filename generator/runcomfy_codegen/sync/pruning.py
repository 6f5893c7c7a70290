"""Which models `--prune` removes: those that are gone upstream, if they are not too many."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.reading.files import MODEL_FILES
from runcomfy_codegen.sync.edited import Edits
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
    """Mark the models that are gone, except those with changes that are not committed.

    Raises `UnknownEditsError`.
    """
    edits = Edits(schemas, force=force)
    for model_id in plan.gone:
        if edits.among(f"{model_id}/{name}" for name in MODEL_FILES):
            reason = "is gone upstream, but has changes that are not committed (--force removes it)"
            plan.problems.append(Problem(model_id, reason, model_id))
        else:
            plan.remove.append(model_id)
