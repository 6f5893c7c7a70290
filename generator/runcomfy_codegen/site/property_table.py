"""The inputs or outputs of a model as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.media_schemas import media_schemas
from runcomfy_codegen.dialect.properties import Property, properties
from runcomfy_codegen.dialect.tables import PUBLISHED_FORM_VALUE, PUBLISHED_MEDIA_RULES
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
from runcomfy_codegen.json_schema.values import Schema, is_array
from runcomfy_codegen.planning.ir import RuleSpec
from runcomfy_codegen.site.markdown import Markdown, code, escaped, inline, joined, paragraph
from runcomfy_codegen.untrusted_text import truncate

_MAX_VALUE_CHARS = 120
"""Characters of a default or an example that are shown."""

MAX_CHOICES = 200
"""Values of an enum that are shown."""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One property; each cell is Markdown."""

    name: Markdown
    type: Markdown
    range: Markdown
    default: Markdown
    """The default, or what the page's form is filled with; or that a value is required."""
    meaning: Markdown
    """Title, description, rules and limits."""


def property_table(schema: Schema, rules: tuple[RuleSpec, ...] = ()) -> list[TableRow]:
    """Return a row for each property of `schema`, a class's JSON Schema, and of objects in it."""
    return [_row(property_, rules) for property_ in properties(schema)]


def _row(property_: Property, rules: tuple[RuleSpec, ...]) -> TableRow:
    quotes = [rule.quote for rule in rules if property_.name in rule.names]
    meaning = [
        *_words(property_.schema),
        *_facts(property_.schema),
        *(f"Rule: {quote}" for quote in quotes),
    ]
    return TableRow(
        name=code(property_.name),
        type=_type(property_),
        range=inline(range_in_words(property_.schema)),
        default=_default(property_),
        meaning=joined(meaning, "<br>"),
    )


def _type(property_: Property) -> Markdown:
    values = property_.schema.get("enum")
    if not is_array(values):
        return escaped(property_.type)
    choices = [code(json_words(value)) for value in values[:MAX_CHOICES]]
    more = [f"and {len(values) - MAX_CHOICES} more"] if len(values) > MAX_CHOICES else []
    return joined([*choices, *more], " ")


def _default(property_: Property) -> Markdown:
    if property_.is_required:
        return Markdown("**required**")
    if "default" in property_.schema:
        return _value(property_.schema["default"])
    if PUBLISHED_FORM_VALUE in property_.schema:
        return joined(["form:", _value(property_.schema[PUBLISHED_FORM_VALUE])], " ")
    return Markdown("")


def _words(schema: Schema) -> Iterator[Markdown]:
    """Yield title and description."""
    title, description = (str(schema.get(key, "")) for key in ("title", "description"))
    if title.strip() and title.casefold().strip(" .") != description.casefold().strip(" ."):
        yield Markdown(f"**{escaped(title)}**")
    if description.strip():
        yield paragraph(description)


def _facts(schema: Schema) -> Iterator[Markdown]:
    """Yield what else is known about a value: one line each."""
    yield from map(escaped, flags_in_words(schema))
    yield from map(Markdown, constraints_in_words(schema, WORDED - RANGE, _value))
    for value in schema.get("examples", ())[:2]:
        yield joined(["example:", _value(value)], " ")
    yield from dict.fromkeys(limit for part in media_schemas(schema) for limit in _limits(part))


def _limits(schema: Schema) -> Iterator[Markdown]:
    """Yield the limits of the file behind a URL."""
    for rule in schema.get(PUBLISHED_MEDIA_RULES, ()):
        if "accepts" in rule:
            words = escaped(content_types_in_words(rule["accepts"]))
        else:
            words = code(media_limit_in_words(rule["rule"], rule["value"]))
        yield joined([f"{MEDIA_RULE}:", words], " ")


def _value(value: Any) -> Markdown:
    return code(truncate(json_words(value), _MAX_VALUE_CHARS))
