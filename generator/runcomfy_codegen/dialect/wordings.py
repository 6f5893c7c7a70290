"""The constraints of a schema in words, for docstrings, tables, pages and tools alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Set
from typing import Any

from runcomfy_codegen.json_schema.keywords import BOUNDS, CONSTRAINTS
from runcomfy_codegen.json_schema.values import Schema

WORDINGS: dict[tuple[str, ...], str] = {
    ("minimum", "maximum"): "{} to {}",
    ("minimum",): "at least {}",
    ("maximum",): "at most {}",
    ("exclusiveMinimum",): "more than {}",
    ("exclusiveMaximum",): "less than {}",
    ("minLength", "maxLength"): "{} to {} character{s}",
    ("minLength",): "at least {} character{s}",
    ("maxLength",): "at most {} character{s}",
    ("minItems", "maxItems"): "{} to {} item{s}",
    ("minItems",): "at least {} item{s}",
    ("maxItems",): "at most {} item{s}",
    ("minProperties", "maxProperties"): "{} to {} propert{ies}",
    ("minProperties",): "at least {} propert{ies}",
    ("maxProperties",): "at most {} propert{ies}",
    ("multipleOf",): "a multiple of {}",
    ("pattern",): "matches the pattern {}",
    ("uniqueItems",): "no two items alike",
}
"""Keywords: what they say together, with their values in the braces. The first that fit count."""

WORDED = frozenset(keyword for row in WORDINGS for keyword in row)
"""The keywords that have words."""

RANGE = WORDED & BOUNDS.keys()
"""Those of them that bound a value, its length, or how much is in it."""

_OTHER_CONSTRAINTS = "fits the JSON Schema {}"

_FLAGS = {"deprecated": "deprecated", "readOnly": "read-only", "writeOnly": "write-only"}
"""Annotation that is true or false: what is said if it is true."""

MEDIA_RULE = "media rule"
"""The label of a rule for the file behind a URL."""


def json_words(value: Any) -> str:
    """Return a JSON value as text."""
    return json.dumps(value, ensure_ascii=False)


def constraints_in_words(
    schema: Schema,
    keywords: Set[str] = CONSTRAINTS,
    value_text: Callable[[Any], str] = json_words,
) -> Iterator[str]:
    """Yield what those `keywords` that `schema` has say; `value_text` writes their values."""
    left = {key for key in schema.keys() & keywords if not _says_nothing(key, schema[key])}
    for row, words in WORDINGS.items():
        if left.issuperset(row):
            left.difference_update(row)
            yield _filled(words, [schema[key] for key in row], value_text)
    if left:
        others = {key: schema[key] for key in schema if key in left}
        yield _OTHER_CONSTRAINTS.format(value_text(others))


def range_in_words(schema: Schema) -> str:
    """Return the bounds of a value: `3 to 15`, `at most 20 items`."""
    return ", ".join(constraints_in_words(schema, RANGE))


def flags_in_words(schema: Schema) -> Iterator[str]:
    """Yield the annotations that are true: `deprecated`, `read-only`."""
    return (words for keyword, words in _FLAGS.items() if schema.get(keyword) is True)


def media_limit_in_words(rule: str, value: Any) -> str:
    """Return a limit of the file behind a URL: `file_size_mb< 16`."""
    return f"{rule} {value}"


def content_types_in_words(types: list[str]) -> str:
    """Return the content types that the file behind a URL may have."""
    return f"accepts {', '.join(types)}"


def _says_nothing(keyword: str, value: Any) -> bool:
    """Whether a keyword with that value allows everything: `uniqueItems: false`, `minItems: 0`."""
    is_least_size = keyword in ("minLength", "minItems", "minProperties")
    return (keyword == "uniqueItems" and value is False) or (is_least_size and value == 0)


def _filled(words: str, values: list[Any], value_text: Callable[[Any], str]) -> str:
    is_one = values[-1] == 1
    texts = map(value_text, values)
    return words.format(*texts, s="" if is_one else "s", ies="y" if is_one else "ies")
