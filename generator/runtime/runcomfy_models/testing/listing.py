"""The calls that list models."""

from typing import Any

from starlette.datastructures import QueryParams

from .jobs import Dollars
from .raw_schemas import RawSchemas
from .refusals import Refusal

LIMITS = {"limit": (100, 1, 500), "offset": (0, 0, 2**31)}
"""Parameter: its default, the least and the most. Source: the docs."""


def listed(
    schemas: RawSchemas, query: QueryParams, price: Dollars | None
) -> dict[str, Any]:
    """The page of models that `query` asks for, and how many there are in all."""
    with_schema = query.get("include_schema", "").lower() in ("true", "1")
    limit, offset = _number(query, "limit"), _number(query, "offset")
    found = [model_id for model_id in schemas.model_ids if _matches(model_id, query)]
    page = found[offset : offset + limit]
    models = [entry(schemas, model_id, price, with_schema) for model_id in page]
    return {"models": models, "total": len(found)}


def entry(
    schemas: RawSchemas, model_id: str, price: Dollars | None, with_schema: bool
) -> dict[str, Any]:
    """What is told of one model; raises `Refusal` where there is none of that id."""
    schema = schemas.input(model_id)
    told: dict[str, Any] = {
        "model_id": model_id,
        "display_name": " ".join(model_id.split("/")[1:]).replace("-", " ").title(),
        "categories": [_category(model_id)],
        "kind": "model",
        "base_price_usd": None if price is None else float(price),
        "price_unit": "output",
        "pricing_note": "",
    }
    return {**told, "input_schema": schema} if with_schema else told


def categories(schemas: RawSchemas) -> dict[str, Any]:
    """Every category that a model is of."""
    return {"categories": sorted({_category(name) for name in schemas.model_ids})}


def _category(model_id: str) -> str:
    """`image-to-video`: what the last part of an id says."""
    return model_id.rpartition("/")[2]


def _matches(model_id: str, query: QueryParams) -> bool:
    return (
        query.get("search", "").lower() in model_id.lower()
        and query.get("category", _category(model_id)) == _category(model_id)
        and query.get("kind", "model") == "model"
    )


def _number(query: QueryParams, name: str) -> int:
    default, least, most = LIMITS[name]
    text = query.get(name, str(default))
    if text.isdecimal() and len(text) < 12 and least <= int(text) <= most:
        return int(text)
    message = f"Input should be an integer from {least} to {most}"
    raise Refusal(422001, [{"type": "int", "loc": ["query", name], "msg": message}])
