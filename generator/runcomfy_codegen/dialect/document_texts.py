"""The texts of schema documents that are in the language of their page, and that language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from runcomfy_codegen.dialect.interpreting import output_root
from runcomfy_codegen.json_schema.pointers import join_pointer, value_at
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import HOLDERS_AS_WRITTEN, every_schema
from runcomfy_codegen.language import detect_language


def document_texts(document: Any) -> dict[str, str]:
    """Return the titles, descriptions and messages of `document` by JSON pointer."""
    texts: dict[str, str] = {}
    root = output_root(document)
    schema = value_at(document, root)
    for pointer, subschema in every_schema(schema, root, HOLDERS_AS_WRITTEN):
        inner = _titles(subschema) | _messages(subschema)
        texts |= {pointer + inner_pointer: text for inner_pointer, text in inner.items()}
    return texts


def language_of(documents: Iterable[Any]) -> str | None:
    """Return the language of all texts of `documents` together, or None if it is unclear."""
    return detect_language(
        text for document in documents for text in document_texts(document).values()
    )


def _titles(schema: Schema) -> dict[str, str]:
    keywords = (key for key in ("title", "description") if isinstance(schema.get(key), str))
    return {join_pointer(key): schema[key] for key in keywords}


def _messages(schema: Schema) -> dict[str, str]:
    """Return the messages of the rules on files."""
    rules = schema.get("validations")
    messages: dict[str, str] = {}
    for index, rule in enumerate(rules if is_array(rules) else ()):
        message = rule.get("validation_error") if is_object(rule) else None
        if isinstance(message, str):
            messages[join_pointer("validations", index, "validation_error")] = message
    return messages
