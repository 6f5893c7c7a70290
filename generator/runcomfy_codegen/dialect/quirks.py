"""The quirks of the docs: steps that read one schema of the dialect, used by `steps.py`."""

from __future__ import annotations

import json
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.keywords import (
    ANNOTATIONS,
    JSON_TYPES,
    KEPT,
    OUTPUT_KEYWORDS,
    REFUSED,
)
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.validation import schema_problems
from runcomfy_codegen.json_schema.value_types import type_of
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, translated
from runcomfy_codegen.suggesting import suggestion
from runcomfy_codegen.untrusted_text import short_repr

_READ_IN_OUTPUTS = OUTPUT_KEYWORDS | ANNOTATIONS | {"nullable"}
"""Keywords that are kept in outputs."""

ROOTS = ("", "/output")
"""Pointers of the schemas that are not inside another one."""

_PAGE = "the page"
"""The author of a schema, in hints."""


def imply_object_type(schema: Schema, pointer: str, collector: Collector) -> None:
    """Read a schema with properties and no type as an object; no other keyword implies a type."""
    if "properties" in schema and not schema.keys() & {"type", "enum", "const"}:
        schema["type"] = "object"
        if pointer not in ROOTS:  # a document is always an object
            collector.add("implied-type", pointer, "has 'properties' and no type: read as object")


def refuse_nested_id(schema: Schema, pointer: str, collector: Collector) -> None:
    """Refuse a nested `$id`, which would change the base of the references below it."""
    if "$id" in schema and pointer not in ROOTS and '"$ref"' in json.dumps(schema):
        message = "a nested $id changes what references mean: not supported"
        collector.add("unsupported-keyword", pointer + join_pointer("$id"), message)
        del schema["$id"]


def refuse_unsupported_patterns(schema: Schema, pointer: str, collector: Collector) -> None:
    """Refuse patterns that no engine of the clients reads as ECMA 262 does."""
    pattern = schema.get("pattern")
    pattern_pointer = pointer + join_pointer("pattern")
    if isinstance(pattern, str) and not _is_supported(pattern, pattern_pointer, collector):
        del schema["pattern"]
    if is_object(rows := schema.get("patternProperties")):
        schema["patternProperties"] = {
            pattern: member
            for pattern, member in rows.items()
            if _is_supported(
                pattern, pointer + join_pointer("patternProperties", pattern), collector
            )
        }


def _is_supported(pattern: str, pointer: str, collector: Collector) -> bool:
    try:
        translated(pattern)
    except UnsupportedPatternError as error:
        collector.add("unsupported-keyword", pointer, f"the pattern is not supported: {error}")
        return False
    return True


def read_type_names(schema: Schema, pointer: str, collector: Collector) -> None:
    """Read `float` as `number`; a type that JSON Schema does not have is an error."""
    declared = schema.get("type")
    if isinstance(declared, str):
        schema["type"] = _type(declared, pointer + join_pointer("type"), collector)
    elif is_array(declared):
        schema["type"] = [
            _type(name, pointer + join_pointer("type", index), collector)
            for index, name in enumerate(declared)
        ]


def _type(name: Any, pointer: str, collector: Collector) -> Any:
    if not isinstance(name, str):
        return name  # an invalid value: validation against the metaschema reports it
    if name in tables.TYPE_ALIASES:
        json_type = tables.TYPE_ALIASES[name]
        collector.add("float-type", pointer, f"type {name!r} is read as {json_type!r}")
        return json_type
    if name not in JSON_TYPES:
        hint = suggestion(name, JSON_TYPES, author=_PAGE, otherwise="one of JSON Schema's types")
        collector.add("unknown-type", pointer, f"unknown type {short_repr(name)}", hint)
    return name


def keep_existing_required(schema: Schema, pointer: str, collector: Collector) -> None:
    """Keep the names in `required` that exist, once each."""
    names, properties = schema.get("required"), schema.get("properties")
    if not is_array(names) or schema.get("type") != "object":
        return
    defined = properties if is_object(properties) else {}
    kept: list[Any] = []
    for index, name in enumerate(names):
        name_pointer = pointer + join_pointer("required", index)
        if name in kept:
            collector.add("required-twice", name_pointer, f"names {short_repr(name)} twice")
        elif isinstance(name, str) and name not in defined and _is_closed(schema):
            hint = suggestion(name, defined, author=_PAGE, otherwise="report it to RunComfy")
            message = f"unknown property {short_repr(name)}: not required"
            collector.add("required-unknown", name_pointer, message, hint)
        else:
            kept.append(name)
    schema["required"] = kept


def _is_closed(schema: Schema) -> bool:
    return schema.get("additionalProperties") is False and "patternProperties" not in schema


def drop_translation_keys(schema: Schema, pointer: str, collector: Collector) -> None:
    """Drop a title that is a key of the page's translation."""
    title = schema.get("title")
    if isinstance(title, str) and title.startswith(tables.TRANSLATION_KEY_PREFIX):
        del schema["title"]
        title_pointer = pointer + join_pointer("title")
        collector.add(
            "untranslated", title_pointer, f"{title} is a translation key of the page: ignored"
        )


def drop_unknown_keywords(schema: Schema, pointer: str, collector: Collector) -> None:
    """Drop keywords that are neither kept nor annotations, and note those without `x-` in front."""
    for keyword in list(schema):
        keyword_pointer = pointer + join_pointer(keyword)
        if keyword in REFUSED:
            message = f"the keyword {short_repr(keyword)} is not supported"
            collector.add("unsupported-keyword", keyword_pointer, message)
            del schema[keyword]
        elif keyword not in KEPT | ANNOTATIONS | tables.DIALECT_KEYWORDS:
            _note_unknown(keyword, keyword_pointer, collector)
            del schema[keyword]


def _note_unknown(keyword: str, pointer: str, collector: Collector) -> None:
    if keyword.startswith("x-"):
        return
    hint = suggestion(keyword, KEPT | REFUSED, author=_PAGE, cutoff=0.8)
    collector.add(
        "unknown-keyword", pointer, f"unknown keyword {short_repr(keyword)}: ignored", hint
    )


def infer_type_from_enum(schema: Schema, _: str, __: Collector) -> None:
    """Type an output by its enum: a service may return other values of the same type."""
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if "type" not in schema and is_array(values):
        names = dict.fromkeys(type_of(value) for value in values)
        if names:
            schema["type"] = list(names) if len(names) > 1 else next(iter(names))


def allow_more_items(schema: Schema, _: str, __: Collector) -> None:
    """Allow more items of an output than its schema describes."""
    if schema.get("items") is False:
        del schema["items"]


def allow_more_properties(schema: Schema, _: str, __: Collector) -> None:
    """Allow any further properties of an output if it has `patternProperties`."""
    if "patternProperties" in schema:
        schema.pop("additionalProperties", None)


def drop_unenforced_keywords(schema: Schema, pointer: str, collector: Collector) -> None:
    """Drop the constraints of an output except its types: outputs are not validated."""
    for keyword in list(schema):
        if keyword not in _READ_IN_OUTPUTS:
            if keyword not in KEPT | REFUSED | tables.DIALECT_KEYWORDS:
                _note_unknown(keyword, pointer + join_pointer(keyword), collector)
            del schema[keyword]


def drop_invalid_keywords(schema: Schema, _: str, __: Collector) -> None:
    """Drop every keyword whose value breaks the metaschema."""
    for keyword in list(schema):
        if any(schema_problems({keyword: schema[keyword]})):
            del schema[keyword]


def allow_unnamed_properties(schema: Schema, _: str, __: Collector) -> None:
    """Allow properties that the schema does not name: clients accept them."""
    if schema.get("additionalProperties") is False:
        del schema["additionalProperties"]
