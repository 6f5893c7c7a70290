"""What a field's docstring says: title, description, range, default and media rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.keywords import BOUNDS, End
from runcomfy_codegen.json_schema.values import Schema, is_object

SHOWN = 120
"""Characters of an example that a docstring shows."""


def words(schema: Schema) -> str:
    """Title and description as sentences in one line; empty where the schema has neither."""
    return " ".join(_sentence(text) for text in _words(schema))


def facts(schema: Schema) -> tuple[str, ...]:
    """Range, default and media rules, a line each; the type is told by the annotation."""
    return tuple(_facts(schema))


def _words(schema: Schema) -> Iterator[str]:
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
    for name, keyword in _SHOWN_KEYWORDS.items():
        if keyword in schema:
            yield f"{name}: {_shown(schema[keyword])}"
    yield from _media(schema)
    yield from _media(inner)


_SHOWN_KEYWORDS = {
    "multiple of": "multipleOf",
    "pattern": "pattern",
    "default": "default",
    "example": tables.EXAMPLE,
}
_MORE_OR_LESS = {End.LOWER: "more", End.UPPER: "less"}
_RANGE = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_WORDING = {
    **{keyword: f"{{}} or {_MORE_OR_LESS[end]}" for keyword, end in BOUNDS.items()},
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
}


def _bounds(what: str, schema: Schema, keywords: tuple[str, ...]) -> Iterator[str]:
    low, high = (schema.get(keyword) for keyword in keywords[:2])
    if low is not None and high is not None:
        yield f"{what}: {low} to {high}"
        keywords = keywords[2:]
    parts = [_WORDING[keyword].format(schema[keyword]) for keyword in keywords if keyword in schema]
    if parts:
        yield f"{what}: {', '.join(parts)}"


def _media(schema: Schema) -> Iterator[str]:
    kind, rules = schema.get(tables.MEDIA), schema.get(tables.MEDIA_RULES, [])
    if kind:
        yield f"media: {kind}"
    for rule, value, message in rules:
        yield f"media rule: {rule} {value}" + (f" ({message})" if message else "")


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"`{text}`" if len(text) <= SHOWN else f"`{text[:SHOWN]}…`"
