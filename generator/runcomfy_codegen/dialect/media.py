"""The steps that read media: formats of URLs, and what the file behind one must be like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, array_or_empty, is_array, is_object
from runcomfy_codegen.untrusted_text import short_repr

_HTTPS = re.compile("https:", re.IGNORECASE)


def read_media_format(schema: Schema, pointer: str, collector: Collector) -> None:
    """Turn media formats into an annotation; the items of a media array are strings."""
    name = schema.get("format")
    format_pointer = pointer + join_pointer("format")
    if not isinstance(name, str):
        return
    if name in tables.MEDIA_FORMATS:
        _imply_type("string", schema)
        schema[tables.MEDIA] = tables.MEDIA_FORMATS[name]
        message = f"{name}: the URL of {_a_file(schema[tables.MEDIA])}"
        collector.add("media-format", format_pointer, message)
    elif name in tables.MEDIA_LIST_FORMATS:
        _media_list_format(name, schema, pointer, collector)
    else:
        _other_format(name, format_pointer, collector)
        return
    del schema["format"]


def _media_list_format(name: str, schema: Schema, pointer: str, collector: Collector) -> None:
    kind = tables.MEDIA_LIST_FORMATS[name]
    format_pointer = pointer + join_pointer("format")
    if schema.get("type") == "string":
        schema[tables.MEDIA] = kind
        message = f"{name} on a string: read as one URL, not as a list"
        collector.add("media-type", format_pointer, message)
        return
    collector.add("media-format", format_pointer, f"{name}: URLs of {kind} files")
    texts = list(_texts(schema))
    for text in texts:
        text.setdefault(tables.MEDIA, kind)
    if texts:
        return
    if "items" not in schema:
        collector.add("media-items", pointer, "has no items: read as an array of URL strings")
    _imply_type("array", schema)
    items = schema.setdefault("items", {"type": "string"})
    if is_object(items):
        items.setdefault(tables.MEDIA, kind)


def _imply_type(name: str, schema: Schema) -> None:
    """Set the type of a media format, unless the schema says what the value is."""
    if not schema.keys() & {"type", "enum", "const", "$ref", "anyOf", "oneOf", "allOf"}:
        schema["type"] = name


def _other_format(name: str, pointer: str, collector: Collector) -> None:
    if name in tables.WIDGET_FORMATS:
        collector.add(
            "widget-format", pointer, f"{name} names a widget of the page: not a constraint"
        )
    elif name not in tables.STANDARD_FORMATS:
        message = f"the format {short_repr(name)} is unknown: not a constraint"
        collector.add("unknown-format", pointer, message)


def read_media_name(schema: Schema, pointer: str, collector: Collector) -> None:
    """Read texts called `…image` or `…image_url` as URLs of images, even without a media format."""
    parent, _, name = pointer.rpartition("/")
    kind = kind_by_name(name) if parent.endswith("/properties") else None
    texts = [text for text in _texts(schema) if tables.MEDIA not in text]
    if kind and texts:
        for text in texts:
            text[tables.MEDIA] = kind
        collector.add("media-name", pointer, f"the URL of {_a_file(kind)}, by its name")


def kind_by_name(name: str) -> str | None:
    """Return the kind of medium whose URL a property called `name` is; None if it is not one."""
    words = re.findall(r"[a-z]+", re.sub(r"(?=[A-Z])", "_", name).lower())
    words = [word.removesuffix("s") for word in words]
    if words[-1:] != ["url"]:
        words = words[-1:]
    kinds = [tables.MEDIA_WORDS[word] for word in words if word in tables.MEDIA_WORDS]
    return kinds[-1] if kinds else None


def _texts(schema: Any) -> Iterator[Schema]:
    """Return the schemas of free text in `schema`: itself, its items, the members of a union."""
    return filter(is_text, media_schemas(schema))


def is_text(schema: Schema) -> bool:
    """Whether `schema` is that of free text."""
    return "string" in type_names(schema.get("type")) and not schema.keys() & {"enum", "const"}


def keep_media_samples(schema: Schema, _: str, __: Collector) -> None:
    """Keep the values of a medium on the page that are not https URLs: clients accept them."""
    values = [schema.get("default"), schema.get("example"), *array_or_empty(schema.get("examples"))]
    texts = [text for value in values for text in (array_or_empty(value) or [value])]
    samples = list(dict.fromkeys(filter(is_media_sample, texts)))
    for owner in _texts(schema) if samples else ():
        if tables.MEDIA in owner:
            earlier = owner.get(tables.MEDIA_SAMPLES, ())
            owner[tables.MEDIA_SAMPLES] = list(dict.fromkeys([*earlier, *samples]))


def is_media_sample(value: Any) -> bool:
    """Whether a value is a text that is neither blank nor an https URL."""
    return isinstance(value, str) and bool(value.strip()) and not _HTTPS.match(value)


def read_media_limits(schema: Schema, pointer: str, collector: Collector) -> None:
    """Turn `validations` into `[rule, value, message]` rows on the media strings."""
    entries = schema.pop("validations", None)
    if entries is None:
        return
    rules_pointer = pointer + join_pointer("validations")
    rows = _media_rows(entries, rules_pointer, collector)
    if rows:
        rules = ", ".join(f"{rule} {value}" for rule, value, _ in rows)
        collector.add("media-rules", rules_pointer, f"rules on the media behind the URL: {rules}")
        for owner in list(_texts(schema)) or [_media_owner(schema)]:
            owner[tables.MEDIA_LIMITS] = rows


def _media_rows(entries: Any, pointer: str, collector: Collector) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for index, entry in enumerate(entries if is_array(entries) else [entries]):
        rule = entry.get("validation_rule") if is_object(entry) else None
        value = entry.get("validation_value") if is_object(entry) else None
        if isinstance(rule, str) and isinstance(value, int | float | str):
            rows.append([rule, value, str(entry.get("validation_error", ""))])
        else:
            entry_pointer = pointer + join_pointer(index)
            hint = "expected an object with validation_rule and validation_value"
            collector.add(
                "invalid-media-rule", entry_pointer, f"ignored: {short_repr(entry)}", hint
            )
    return rows


def _media_owner(schema: Schema) -> Schema:
    """Return the string that the rules are about: those of an array are about its items."""
    items = schema.get("items")
    return items if is_object(items) else schema


def _a_file(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} file"
