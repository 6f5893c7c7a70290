"""Content types of media, which rules in words state."""

from __future__ import annotations

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.json_schema.pointers import split_pointer
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.json_schema.walking import subschema_at


def add_content_types(
    schema: Schema, pointer: str, name: str, types: list[str], quote: str
) -> bool:
    """Add the content `types` to the media at a place of a plain schema, which is changed.

    `name` and `quote` are those of the rule. Return whether there are any media.
    """
    described = media_schemas(subschema_at(schema, split_pointer(pointer)))
    media = [part for part in described if tables.MEDIA in part]
    for medium in media:
        medium.setdefault(tables.CONTENT_TYPES, []).append([name, types, quote])
    return bool(media)
