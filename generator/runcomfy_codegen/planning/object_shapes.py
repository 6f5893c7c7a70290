"""What of an object's schema a class or a dict can say."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.keywords import CHECKED
from runcomfy_codegen.json_schema.values import Schema


def is_class(shape: Schema) -> bool:
    """Whether the shape of an object has a class of its own; others are dicts."""
    closed = shape.get("additionalProperties") is False
    return shape.get("type") == "object" and ("properties" in shape or closed)


def split_object(said: Schema) -> tuple[Schema, Schema]:
    """The shape and the check for the keywords about an object."""
    closed = said.get("additionalProperties") is False and "patternProperties" not in said
    parts = _class if "properties" in said or closed else _dict
    shape, check = parts(said, closed)
    return shape, {**check, **{key: said[key] for key in said if key in CHECKED}}


def _class(said: Schema, closed: bool) -> tuple[Schema, Schema]:
    """A class has its fields; rules on others are checked."""
    known = said.get("properties", {})
    fields = {name: known[name] for name in known if not (closed and known[name] is False)}
    required = said.get("required", [])
    shape = {
        "properties": fields,
        "required": [name for name in required if name in fields],
        "additionalProperties": not closed,
    }
    unknown = [name for name in required if name not in fields]
    check: Schema = {"required": unknown} if unknown else {}
    return shape, check if closed else {**check, **_further(said)}


def _further(said: Schema) -> Schema:
    """The rules on properties that are no fields."""
    rules = {
        key: said[key]
        for key in ("patternProperties", "additionalProperties")
        if said.get(key, True) not in (True, {})
    }
    if "additionalProperties" in rules and said.get("properties"):
        rules["properties"] = dict.fromkeys(said["properties"], True)
    return rules


def _dict(said: Schema, _: bool) -> tuple[Schema, Schema]:
    """A dict has one type for all its values; its keys are checked."""
    check = {"required": said["required"]} if said.get("required") else {}
    patterned = said.get("patternProperties")
    if not patterned:
        further: Any = said.get("additionalProperties", True)
        return {"additionalProperties": further}, check
    check |= _further(said)
    if said.get("additionalProperties") is not False:
        return {"additionalProperties": True}, check
    values = [schema for schema in patterned.values() if schema is not False]
    return {"additionalProperties": {"anyOf": values} if values else True}, check
