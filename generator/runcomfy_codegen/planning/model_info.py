"""The facts of a model that no schema has: from the catalog, its page, and the overrides."""

from __future__ import annotations

from decimal import Decimal

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.planning.ir import InfoSpec
from runcomfy_codegen.reading.catalog_facts import facts_of, problems_of
from runcomfy_codegen.reading.docs_url import runcomfy_address
from runcomfy_codegen.reading.documents import JsonDocument
from runcomfy_codegen.reading.json_spans import line_of


def model_info(
    catalog: JsonDocument | None, page_url: str | None, collector: Collector
) -> InfoSpec:
    """Return the facts in `catalog`, a model's `catalog.json`.

    `page_url` is the address that a page or an override gives. What is wrong is added to
    `collector`.
    """
    if catalog is None:
        return InfoSpec(docs_url=page_url)
    problems = list(problems_of(catalog.value))
    for pointer, message in problems:
        collector.add("invalid-catalog", pointer, message, line=line_of(catalog.text, pointer))
    facts = {} if problems else facts_of(catalog.value)
    price = facts.get("base_price_usd")
    return InfoSpec(
        display_name=facts.get("display_name"),
        description=facts.get("description"),
        categories=tuple(facts["categories"]) if "categories" in facts else None,
        kind=facts.get("kind"),
        docs_url=page_url or runcomfy_address(facts.get("model_url")),
        price=None if price is None else f"{Decimal(str(price)):f}",
        price_unit=facts.get("price_unit"),
        pricing_note=facts.get("pricing_note"),
    )
