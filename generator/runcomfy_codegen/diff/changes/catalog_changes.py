"""Compare the catalog's facts about a model: its price, and texts for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparing.change import describe
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.verdicts import Verdicts
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.reading.catalog_facts import FACTS, facts_of
from runcomfy_codegen.reading.files import CATALOG
from runcomfy_codegen.reading.place import Place

PRICES = {
    "base_price_usd": ("price-changed", "the price in US dollars"),
    "price_unit": ("price-unit-changed", "what the price is for"),
    "pricing_note": ("pricing-note-changed", "the note about the price"),
}
"""Fact about the price: its rule, and what a finding calls it."""


def compare_catalog(model_id: str, old: Any, new: Any, verdicts: Verdicts) -> Iterator[Finding]:
    """Yield the findings about two versions of `catalog.json`, either of which may be absent."""
    before, after = facts_of(old), facts_of(new)
    for key in FACTS:
        old_value, new_value = before.get(key, ABSENT), after.get(key, ABSENT)
        if old_value != new_value:
            rule, subject = PRICES.get(key, ("catalog-changed", key.replace("_", " ")))
            place, message = Place(CATALOG).child(key), describe(subject, old_value, new_value)
            yield verdicts.finding(
                rule, model_id, place, message, before=old_value, after=new_value
            )
