"""Write keywords into the description of a schema, for readers that ignore these keywords."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any

from runcomfy_codegen.dialect.tables import MEDIA, PUBLISHED_FORM_VALUE
from runcomfy_codegen.dialect.wordings import constraints_in_words, json_words
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.untrusted_text import truncate

ANNOTATION_WORDS = {
    MEDIA: "the https URL of a medium ({}), or a data: URI",
    PUBLISHED_FORM_VALUE: "the form of the docs has {}",
    "format": "format {}",
}
"""Annotation: its meaning in words, with its value in the braces."""

_MAX_CHARS = 200
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
    yield from constraints_in_words(schema, CONSTRAINTS - kept, _text)
    for keyword, words in ANNOTATION_WORDS.items():
        is_redundant = keyword == "format" and MEDIA in schema  # the medium is named anyway
        if keyword in schema and keyword not in kept and not is_redundant:
            yield words.format(_text(schema[keyword]))


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else json_words(value)
    return truncate(text, _MAX_CHARS)
