# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0d4ca8603e433225f567560990cd4722
"""The JSON that the service answers about its models."""

from typing import Any

from starlette.datastructures import QueryParams

from .api_errors import ApiError
from .price_list import PriceList
from .raw_schemas import RawSchemas

QUERY_LIMITS = {"limit": (100, 1, 500), "offset": (0, 0, 2**63 - 1)}
"""Query parameter: default, minimum and maximum. Source: the docs; they bound no offset."""


def page(schemas: RawSchemas, prices: PriceList, query: QueryParams) -> dict[str, Any]:
    """Return the page of models that `query` asks for, and the number of all that match it."""
    with_schema = flag(query, "include_schema")
    limit, offset = _number(query, "limit"), _number(query, "offset")
    matching = [name for name in schemas.model_ids if _matches(schemas, name, query)]
    selected = matching[offset : offset + limit]
    models = [entry(schemas, prices, model_id, with_schema) for model_id in selected]
    return {"models": models, "total": len(matching)}


def entry(
    schemas: RawSchemas, prices: PriceList, model_id: str, with_schema: bool
) -> dict[str, Any]:
    """Return the facts about one model; raises `ApiError` if it is unknown."""
    schema, price = schemas.listed_input(model_id), prices[model_id]
    facts: dict[str, Any] = {
        **_facts(schemas, model_id),
        "base_price_usd": None if price is None else float(price.amount),
        "price_unit": "output" if price is None else price.per,
    }
    return {**facts, "input_schema": schema} if with_schema else facts


def categories(schemas: RawSchemas) -> dict[str, Any]:
    """Return the categories of all models."""
    models = (_facts(schemas, name) for name in schemas.model_ids)
    names = {category for model in models for category in model["categories"]}
    return {"categories": sorted(names)}


def _facts(schemas: RawSchemas, model_id: str) -> dict[str, Any]:
    """Return what the stored catalog says about a model, with defaults for what it omits."""
    return {
        "model_id": model_id,
        "display_name": " ".join(model_id.split("/")[1:]).replace("-", " ").title(),
        "categories": [model_id.rpartition("/")[2]],
        "kind": "model",
        "pricing_note": "",
        **schemas.catalog(model_id),
    }


def _matches(schemas: RawSchemas, model_id: str, query: QueryParams) -> bool:
    facts = _facts(schemas, model_id)
    return (
        query.get("search", "").lower() in model_id.lower()
        and ("category" not in query or query["category"] in facts["categories"])
        and query.get("kind", facts["kind"]) == facts["kind"]
    )


BOOLEANS = {"": False, "false": False, "0": False, "true": True, "1": True}
"""Text of a query parameter: its value."""


def flag(query: QueryParams, name: str) -> bool:
    """Return a parameter that is true or false; raises `ApiError` if it is neither."""
    text = query.get(name, "").lower()
    if text in BOOLEANS:
        return BOOLEANS[text]
    message = "Input should be true or false"
    raise ApiError(422001, [{"type": "bool", "loc": ["query", name], "msg": message}])


def _number(query: QueryParams, name: str) -> int:
    default, minimum, maximum = QUERY_LIMITS[name]
    text = query.get(name, str(default))
    # The length is checked first: Python refuses to parse numbers of thousands of digits.
    if len(text) < 20 and text.isdecimal() and minimum <= int(text) <= maximum:
        return int(text)
    message = f"Input should be an integer from {minimum} to {maximum}"
    raise ApiError(422001, [{"type": "int", "loc": ["query", name], "msg": message}])
