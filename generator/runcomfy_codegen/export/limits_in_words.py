"""Write keywords into the description of a schema, for readers that ignore these keywords."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from typing import Any

from runcomfy_codegen.dialect.tables import FORM_DEFAULT, MEDIA
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.untrusted_text import truncate

LIMIT_WORDS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "matches the regular expression {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minProperties": "at least {} properties",
    "maxProperties": "at most {} properties",
    "uniqueItems": "no item twice",
}
"""Keyword: its meaning in words, with its value in the braces."""

ANNOTATION_WORDS = {
    MEDIA: "the https URL of a medium ({}), or a data: URI",
    FORM_DEFAULT: "the form of the docs has {}",
    "format": "format {}",
}
"""The same for annotations."""

MAX_CHARS = 200
"""Characters of a value in words; a prompt in the page's form may be long."""


def described(form: Schema, schema: Schema, kept: frozenset[str] = frozenset()) -> Schema:
    """Return `form`, the strict form of `schema`, with the lost constraints in its description.

    `kept` are the constraints of `schema` that `form` expresses in another way.
    """
    text = ", ".join(_words(schema, form.keys() | kept))
    if description := schema.get("description"):
        text = f"{description} ({text})" if text else description
    if not text:
        return form
    if "$ref" in form:  # a `$ref` allows no keywords beside it
        form = {"anyOf": [form]}
    return {"description": text} | form | {"description": text}


def _words(schema: Schema, kept: Set[str]) -> Iterator[str]:
    for keyword, words in {**LIMIT_WORDS, **ANNOTATION_WORDS}.items():
        if keyword in schema and keyword not in kept and not _is_redundant(keyword, schema):
            yield words.format(_text(schema[keyword]))
    other_constraints = {
        key: schema[key] for key in schema if key in CONSTRAINTS - LIMIT_WORDS.keys() - kept
    }
    if other_constraints:
        yield f"fits the JSON Schema {_text(other_constraints)}"


def _is_redundant(keyword: str, schema: Schema) -> bool:
    """Whether a limit allows everything, or a format is that of a medium, which is named anyway."""
    is_void = schema[keyword] is False or (keyword.startswith("min") and schema[keyword] == 0)
    return (keyword != "minimum" and is_void) or (keyword == "format" and MEDIA in schema)


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return truncate(text, MAX_CHARS)
