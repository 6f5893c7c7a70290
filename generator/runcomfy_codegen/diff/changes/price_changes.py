"""Compare what the overrides multiply prices by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import ABSENT, Finding, code_span
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.reading.model_overrides import PROPERTY, ModelOverrides, PriceFactor


def compare_prices(
    model_id: str, before: ModelOverrides, after: ModelOverrides, rules: RuleBook
) -> Iterator[Finding]:
    """Yield the findings about what the price of a model is multiplied by."""
    for name in sorted(before.price.keys() | after.price.keys()):
        one, other = (_times(side.price.get(name)) for side in (before, after))
        if one != other:
            words = describe(f"what {code_span(name)} multiplies the price by", one, other)
            place = PROPERTY + name
            yield rules.finding("price-factor-changed", model_id, place, words, one, other)


def _times(factor: PriceFactor | None) -> Any:
    return ABSENT if factor is None else dict(factor.times)
