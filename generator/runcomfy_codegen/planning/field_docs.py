"""The text of a field's docstring: title, description, range, default and media rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.keywords import BOUNDS, End
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.untrusted_text import truncate

MAX_VALUE_CHARS = 120
"""Characters of a default or an example that a docstring shows."""

_FURTHER_KEYWORDS = {
    "multiple of": "multipleOf",
    "pattern": "pattern",
    "default": "default",
    "example": tables.EXAMPLE,
}
"""Label: the keyword whose value is shown after it."""

_RANGE = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_MORE_OR_LESS = {End.LOWER: "more", End.UPPER: "less"}
_WORDING = {
    **{keyword: f"{{}} or {_MORE_OR_LESS[end]}" for keyword, end in BOUNDS.items()},
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
}
"""Bound: how it is worded if its counterpart is missing."""


def words(schema: Schema) -> str:
    """Return title and description as sentences on one line; empty if there are none."""
    return " ".join(_sentence(text) for text in _texts(schema))


def facts(schema: Schema) -> tuple[str, ...]:
    """Return range, default and media rules, a line each. The annotation has the type."""
    return tuple(_facts(schema))


def _texts(schema: Schema) -> Iterator[str]:
    for keyword in ("title", "description"):
        text = schema.get(keyword)
        if isinstance(text, str) and text.strip():
            yield " ".join(text.split())


def _sentence(text: str) -> str:
    return text if text[-1] in ".!?:;。！？…" else text + "."


def _facts(schema: Schema) -> Iterator[str]:
    items = schema.get("items")
    inner = items if is_object(items) else {}
    yield from _bounds("range", schema, _RANGE)
    yield from _bounds("length in characters", schema, ("minLength", "maxLength"))
    yield from _bounds("items", schema, ("minItems", "maxItems"))
    if schema.get("uniqueItems") is True:
        yield "items: no two alike"
    for label, keyword in _FURTHER_KEYWORDS.items():
        if keyword in schema:
            yield f"{label}: {_code(schema[keyword])}"
    yield from _media(schema)
    yield from _media(inner)


def _bounds(label: str, schema: Schema, keywords: tuple[str, ...]) -> Iterator[str]:
    """Yield one line on a range; the first two of `keywords` are its inclusive ends."""
    low, high = (schema.get(keyword) for keyword in keywords[:2])
    if low is not None and high is not None:
        yield f"{label}: {low} to {high}"
        keywords = keywords[2:]
    parts = [_WORDING[keyword].format(schema[keyword]) for keyword in keywords if keyword in schema]
    if parts:
        yield f"{label}: {', '.join(parts)}"


def _media(schema: Schema) -> Iterator[str]:
    kind, rules = schema.get(tables.MEDIA), schema.get(tables.MEDIA_RULES, [])
    if kind:
        yield f"media: {kind}"
    for rule, value, message in rules:
        yield f"media rule: {rule} {value}" + (f" ({message})" if message else "")
    for _, types, quote in schema.get(tables.MEDIA_TYPES, ()):
        yield f"media rule: {', '.join(types)} ({quote})"


def _code(value: Any) -> str:
    return f"`{truncate(json.dumps(value, ensure_ascii=False), MAX_VALUE_CHARS)}`"
