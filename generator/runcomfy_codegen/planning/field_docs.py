"""The text of a field's docstring: title, description, constraints, default, examples, media."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.dialect.wordings import (
    MEDIA_RULE,
    RANGE,
    WORDED,
    constraints_in_words,
    content_types_in_words,
    flags_in_words,
    json_words,
    media_limit_in_words,
    range_in_words,
)
from runcomfy_codegen.json_schema.values import Schema, is_array, json_key
from runcomfy_codegen.planning.description_lines import Line, description_lines
from runcomfy_codegen.planning.ir import Fact
from runcomfy_codegen.untrusted_text import truncate

_MAX_VALUE_CHARS = 120
"""Characters of a default or an example that a docstring shows."""

MAX_EXAMPLES = 5
"""Examples of a property that are shown."""


def description(schema: Schema) -> str:
    """Return title and description as sentences; empty if there are none.

    The description keeps its lines: paragraphs, lists and code mean something.
    """
    title = " ".join(_text(schema, "title").split())
    lines = list(description_lines(_text(schema, "description")))
    text = "\n".join(line.lead + line.text for line in lines)
    if not title or not text:
        return _sentence(title) if title else _last_sentence(text, lines)
    joint = " " if lines[0].is_prose else "\n\n"
    return _sentence(title) + joint + _last_sentence(text, lines)


def facts(schema: Schema) -> tuple[Fact, ...]:
    """Return range, default and media rules. The annotation has the type."""
    return tuple(_facts(schema))


def _text(schema: Schema, keyword: str) -> str:
    text = schema.get(keyword)
    return text if isinstance(text, str) else ""


def _last_sentence(text: str, lines: list[Line]) -> str:
    return _sentence(text) if text and lines[-1].is_prose else text


def _sentence(text: str) -> str:
    return text if text[-1] in ".!?:;。！？…" else text + "."


def _facts(schema: Schema) -> Iterator[Fact]:
    yield from map(Fact, flags_in_words(schema))
    if bounds := range_in_words(schema):
        yield Fact("range", bounds)
    yield from map(Fact, constraints_in_words(schema, WORDED - RANGE, _code))
    for label, keyword in (("default", "default"), ("example", tables.FORM_VALUE)):
        if keyword in schema:
            yield Fact(label, _code(schema[keyword]))
    yield from (Fact("example", _code(value)) for value in examples(schema))
    yield from dict.fromkeys(fact for part in media_schemas(schema) for fact in _media(part))


def examples(schema: Schema) -> list[Any]:
    """Return the first of the docs' `examples`, without those that are shown elsewhere."""
    values = schema.get("examples")
    elsewhere = [json_key(schema[key]) for key in ("default", tables.FORM_VALUE) if key in schema]
    listed = values if is_array(values) else []
    return [value for value in listed if json_key(value) not in elsewhere][:MAX_EXAMPLES]


def _media(schema: Schema) -> Iterator[Fact]:
    kind, limits = schema.get(tables.MEDIA), schema.get(tables.MEDIA_LIMITS, [])
    if kind:
        yield Fact("media", kind)
    for rule, value, message in limits:
        reason = f" ({message})" if message else ""
        yield Fact(MEDIA_RULE, media_limit_in_words(rule, value) + reason)
    for _, types, quote in schema.get(tables.CONTENT_TYPES, ()):
        yield Fact(MEDIA_RULE, f"{content_types_in_words(types)} ({quote})")


def _code(value: Any) -> str:
    return f"`{truncate(json_words(value), _MAX_VALUE_CHARS)}`"
