"""Compare the overrides that callers notice: names of modules, attributes and types, prices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import ABSENT, Absent, Finding, code_span
from runcomfy_codegen.diff.rule_book import RuleBook
from runcomfy_codegen.reading.files import OVERRIDES
from runcomfy_codegen.reading.override_form import PROPERTY, ModelOverrides, PriceFactor
from runcomfy_codegen.reading.overrides import Overrides

OptionalName = str | Absent
"""A name, or `ABSENT` if it is not overridden."""


def compare_overrides(
    old: Overrides, new: Overrides, models: set[str], rules: RuleBook
) -> Iterator[Finding]:
    """Yield the findings about names and prices in `models`, which exist on both sides."""
    for model_id in sorted(models & (old.models.keys() | new.models.keys())):
        yield from _prices(model_id, old.of(model_id), new.of(model_id), rules)
        names = _names(old.of(model_id), new.of(model_id))
        for rule, pointer, before, after in names:
            if before != after:
                words = describe(f"the {rule.removesuffix('-renamed')}'s name", before, after)
                yield rules.finding(rule, model_id, pointer, words, before, after)


def _names(
    before: ModelOverrides, after: ModelOverrides
) -> Iterator[tuple[str, str, OptionalName, OptionalName]]:
    """Yield rule, pointer, old and new name for each name that one side overrides."""
    yield "module-renamed", f"{OVERRIDES}#", before.module or ABSENT, after.module or ABSENT
    for pointer in sorted(before.names.keys() | after.names.keys()):
        old_name, new_name = (side.names.get(pointer, ABSENT) for side in (before, after))
        yield "attribute-renamed", pointer, old_name, new_name


def _prices(
    model_id: str, before: ModelOverrides, after: ModelOverrides, rules: RuleBook
) -> Iterator[Finding]:
    """Yield the findings about what a price is multiplied by."""
    for name in sorted(before.price.keys() | after.price.keys()):
        one, other = (_times(side.price.get(name)) for side in (before, after))
        if one != other:
            words = describe(f"what {code_span(name)} multiplies the price by", one, other)
            place = PROPERTY + name
            yield rules.finding("price-factor-changed", model_id, place, words, one, other)


def _times(factor: PriceFactor | None) -> Any:
    return ABSENT if factor is None else dict(factor.times)
