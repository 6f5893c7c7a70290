"""The calls about the catalog of models, as parts of an OpenAPI document. Source: the docs."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.values import Schema

TAG = {"name": "catalog", "description": "Which models there are, and what they cost."}

_TEXT = {"type": "string"}

SCHEMAS: dict[str, Schema] = {
    "Model": {
        "type": "object",
        "required": ["model_id"],
        "properties": {
            "model_id": _TEXT,
            "display_name": _TEXT,
            "description": _TEXT,
            "categories": {"type": "array", "items": _TEXT},
            "kind": {"type": "string", "description": "model, workflow or inference."},
            "model_url": {"type": "string", "format": "uri", "description": "Its docs page."},
            "base_price_usd": {"type": ["number", "null"], "description": "For one price_unit."},
            "price_unit": {"type": "string", "description": "output or second."},
            "pricing_note": _TEXT,
            "input_schema": {"type": "object", "description": "As the docs page shows it."},
        },
    },
    "Models": {
        "type": "object",
        "required": ["models", "total"],
        "properties": {
            "models": {"type": "array", "items": {"$ref": "#/components/schemas/Model"}},
            "total": {"type": "integer", "description": "Models that match, on all pages."},
        },
    },
    "Categories": {
        "type": "object",
        "required": ["categories"],
        "properties": {"categories": {"type": "array", "items": _TEXT}},
    },
}
"""Answers. Fields that are not listed here may come as well."""


def _query(name: str, schema: Schema, description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema}


PARAMETERS = [
    _query("search", _TEXT, "A part of the model_id."),
    _query("category", _TEXT, "A category, such as image-to-video."),
    _query("kind", _TEXT, "model, workflow or inference."),
    _query("include_schema", {"type": "boolean"}, "Whether each model has its input_schema."),
    _query(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": 500},
        "Models on a page; 100 if left out.",
    ),
    _query("offset", {"type": "integer", "minimum": 0, "format": "int64"}, "Models to skip."),
]
"""Which models are listed."""
