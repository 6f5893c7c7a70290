"""Find the patches and translations whose original changed."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.patches.staleness import is_translation, staleness
from runcomfy_codegen.reading.documents import Models
from runcomfy_codegen.reading.overrides import Overrides


def find_stale_patches(
    old: Models, new: Models, overrides: Overrides, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield a finding for each patch of `overrides` that fits `old` and does not fit `new`."""
    for model_id, model_overrides in sorted(overrides.models.items()):
        if model_id not in old or model_id not in new:
            continue
        for place, patch in model_overrides.patches.items():
            stale = staleness(patch, place, new[model_id])
            if stale is None or staleness(patch, place, old[model_id]) is not None:
                continue
            rule = "translation-stale" if is_translation(patch, place) else "patch-stale"
            was = ABSENT if patch.was is None else patch.was[0]
            now = get_at(new[model_id].value(place.document), place.pointer, ABSENT)
            yield verdicts.finding(rule, model_id, place, stale.why, before=was, after=now)
