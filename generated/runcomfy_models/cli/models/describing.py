# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d322672b24d513cb5e5fa12e76eb6c08
"""Facts about a model in a few words."""

from collections.abc import Iterator
from typing import Any

from runcomfy_models._runtime.info import ModelInfo
from runcomfy_models._runtime.pricing import catalog_price


def info_facts(info: ModelInfo) -> dict[str, Any]:
    """Return the facts as a JSON object; the price is a text, which keeps its digits."""
    return {**vars(info), "price": None if info.price is None else str(info.price)}


def info_lines(info: ModelInfo) -> Iterator[str]:
    """Yield lines for people: name, id, price, kind, page, description."""
    if info.display_name:
        yield info.display_name
    yield info.model_id
    yield f"price: {catalog_price(info)}" + (
        f" ({info.pricing_note})" if info.pricing_note else ""
    )
    if kinds := [*([info.kind] if info.kind else []), *(info.categories or ())]:
        yield f"kind: {', '.join(kinds)}"
    if info.docs_url:
        yield f"docs: {info.docs_url}"
    if info.description:
        yield f"\n{info.description.strip()}"
