"""Inline texts that are media only by the name of the property that refers to them.

In `image_url: {"$ref": "#/$defs/Url"}`, the name makes the text an image. Another property may
refer to the same definition without being a medium, so `image_url` gets its own copy.
"""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.dialect.media import is_text, kind_by_name
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import split_pointer
from runcomfy_codegen.json_schema.values import Schema, array_or_empty, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, map_subschemas

_UNIONS = ("anyOf", "oneOf", "allOf")


def with_media_texts_inlined(schema: Any, definitions: Schema) -> Any:
    """Return `schema` with a copy of each text that a property named after a medium refers to.

    A list of texts, and a union of texts and null, are copied as well. References are local.
    """

    def inside(inner: Subschema) -> Any:
        name = split_pointer(inner.pointer)[-1]
        is_medium = inner.keyword == "properties" and kind_by_name(name)
        subschema = _inlined(inner.schema, definitions, ()) if is_medium else inner.schema
        return with_media_texts_inlined(subschema, definitions)

    return map_subschemas(schema, "", inside) if is_object(schema) else schema


def _inlined(schema: Any, definitions: Schema, followed: tuple[str, ...]) -> Any:
    """Return `schema`, its items and the members of a union with copies of texts."""
    if not is_object(schema):
        return schema
    out = dict(schema)
    if "items" in out:
        out["items"] = _inlined(out["items"], definitions, followed)
    for keyword in _UNIONS:
        if is_array(members := out.get(keyword)):
            out[keyword] = [_inlined(member, definitions, followed) for member in members]
    name = definition_name(out.get("$ref"))
    if name is None or name not in definitions or name in followed:
        return out
    target = _inlined(definitions[name], definitions, (*followed, name))
    siblings = {key: value for key, value in out.items() if key != "$ref"}
    can_merge = _only_texts(target) and siblings.keys() & target.keys() <= ANNOTATIONS
    return {**target, **siblings} if can_merge else out


def _only_texts(schema: Any) -> bool:
    """Whether `schema` allows only texts, lists of texts and null, so that it becomes no class."""
    if not is_object(schema) or "$ref" in schema:
        return False
    if is_text(schema) or schema.get("type") == "null" or _only_texts(schema.get("items")):
        return True
    members = [member for keyword in _UNIONS for member in array_or_empty(schema.get(keyword))]
    return bool(members) and all(map(_only_texts, members))
