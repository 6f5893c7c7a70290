"""Compare the price factors in the overrides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.model_overrides import INPUT_PROPERTY, ModelOverrides, PriceFactor
from runcomfy_codegen.reading.place import Place
from runcomfy_codegen.untrusted_text import code_span


def compare_prices(
    model_id: str, before: ModelOverrides, after: ModelOverrides, verdicts: Verdicts
) -> Iterator[Finding]:
    """Yield the findings about the price factors of a model."""
    for name in sorted(before.price.keys() | after.price.keys()):
        old_times, new_times = (_times(side.price.get(name)) for side in (before, after))
        if old_times != new_times:
            message = describe(
                f"what {code_span(name)} multiplies the price by", old_times, new_times
            )
            place = Place.parse(INPUT_PROPERTY + name)
            yield verdicts.finding(
                "price-factor-changed", model_id, place, message, before=old_times, after=new_times
            )


def _times(factor: PriceFactor | None) -> Any:
    return ABSENT if factor is None else dict(factor.times)
