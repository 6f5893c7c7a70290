"""Split the keywords about an object into what a class or dict can express, and a check."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CHECKED
from runcomfy_codegen.json_schema.values import Schema


def is_class(shape: Schema) -> bool:
    """Whether `shape` becomes a class; other objects become dicts."""
    is_closed = shape.get("additionalProperties") is False
    return shape.get("type") == "object" and ("properties" in shape or is_closed)


def split_object(keywords: Schema) -> tuple[Schema, Schema]:
    """Return the shape and the check of an object's `keywords`."""
    is_closed = (
        keywords.get("additionalProperties") is False and "patternProperties" not in keywords
    )
    parts = _class if "properties" in keywords or is_closed else _dict
    shape, check = parts(keywords, is_closed)
    return shape, {**check, **{key: keywords[key] for key in keywords if key in CHECKED}}


def _class(keywords: Schema, is_closed: bool) -> tuple[Schema, Schema]:
    """Split the keywords of a class: its fields are the shape, limits on others are checked."""
    properties = keywords.get("properties", {})
    fields = {
        name: properties[name]
        for name in properties
        if not (is_closed and properties[name] is False)
    }
    required = keywords.get("required", [])
    shape = {
        "properties": fields,
        "required": [name for name in required if name in fields],
        "additionalProperties": not is_closed,
    }
    required_elsewhere = [name for name in required if name not in fields]
    check: Schema = {"required": required_elsewhere} if required_elsewhere else {}
    return shape, check if is_closed else {**check, **_further(keywords)}


def _further(keywords: Schema) -> Schema:
    """Return the constraints on properties that are not fields."""
    constraints = {
        key: keywords[key]
        for key in ("patternProperties", "additionalProperties")
        if keywords.get(key, True) not in (True, {})
    }
    if "additionalProperties" in constraints and keywords.get("properties"):
        constraints["properties"] = dict.fromkeys(keywords["properties"], True)
    return constraints


def _dict(keywords: Schema, _: bool) -> tuple[Schema, Schema]:
    """Split the keywords of a dict: one type for all values is the shape, its keys are checked."""
    check = {"required": keywords["required"]} if keywords.get("required") else {}
    patterns = keywords.get("patternProperties")
    if not patterns:
        further: Any = keywords.get("additionalProperties", True)
        return {"additionalProperties": further}, check
    check |= _further(keywords)
    if keywords.get("additionalProperties") is not False:
        return {"additionalProperties": True}, check
    values = [schema for schema in patterns.values() if schema is not False]
    return {"additionalProperties": {"anyOf": values} if values else True}, check
