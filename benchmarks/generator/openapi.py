"""The corpus as an OpenAPI 3.1 document, which the peers read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.generator.corpus import OUTPUT, input_schema, model_ids

Schema = dict[str, Any]

_LEFT_OUT = ("validations", "title")


def document(count: int) -> Schema:
    """Return one operation for each model, with the same inputs and outputs in JSON Schema."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Models", "version": "1"},
        "servers": [{"url": "https://model-api.runcomfy.net"}],
        "paths": {f"/v1/models/{name}": {"post": _operation(name)} for name in model_ids(count)},
    }


def write_document(path: Path, count: int) -> None:
    """Write the document of `count` models to `path`."""
    path.write_text(json.dumps(document(count), ensure_ascii=False), encoding="utf-8")


def _operation(model_id: str) -> Schema:
    answer = {"type": "object", "properties": {"output": standard(OUTPUT["output"])}}
    return {
        "operationId": "".join(part if part.isalnum() else "_" for part in model_id),
        "tags": [model_id.partition("/")[0]],
        "requestBody": {"required": True, "content": _json(standard(input_schema(model_id)))},
        "responses": {"200": {"description": "done", "content": _json(answer)}},
    }


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def standard(schema: Any) -> Any:
    """Return `schema` without the dialect's own types, formats and rules, and without titles.

    The peers name classes after titles, which are not unique here.
    """
    if isinstance(schema, list):
        return [standard(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: standard(value) for key, value in schema.items() if key not in _LEFT_OUT}
    if kept.get("type") == "float":
        kept["type"] = "number"
    if kept.get("type") == "array":
        kept.setdefault("items", {"type": "string"})
    if isinstance(kept.get("format"), str) and kept["format"] != "uri":
        del kept["format"]
    return kept
