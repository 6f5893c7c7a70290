"""Rules on the files behind media: content types from rules in words, and how rules are shown."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.json_schema.pointers import split_pointer
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.json_schema.walking import subschema_at


def add_media_types(schema: Schema, pointer: str, name: str, types: list[str], quote: str) -> bool:
    """Add the content `types` to the media at a place of a plain schema, which is changed.

    `name` and `quote` are those of the rule. Return whether there are any media.
    """
    described = media_schemas(subschema_at(schema, split_pointer(pointer)))
    media = [part for part in described if tables.MEDIA in part]
    for medium in media:
        medium.setdefault(tables.MEDIA_TYPES, []).append([name, types, quote])
    return bool(media)


def shown_media_rules(schema: Schema) -> list[Schema]:
    """Return the rules on the file behind a medium, as objects for readers of JSON Schema."""
    rules = [_media_rule(*row) for row in schema.get(tables.MEDIA_LIMITS, ())]
    return rules + [_accepted_types(*row) for row in schema.get(tables.MEDIA_TYPES, ())]


def _media_rule(rule: str, value: Any, message: str) -> Schema:
    return {"rule": rule, "value": value, **({"message": message} if message else {})}


def _accepted_types(name: str, types: list[str], quote: str) -> Schema:
    return {"id": name, "accepts": types, "quote": quote}
