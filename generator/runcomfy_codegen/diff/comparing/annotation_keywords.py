"""Compare keywords that constrain nothing: titles, descriptions, defaults, examples, formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import EXAMPLE, WIDGET_FORMATS
from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema

_NAMED_KINDS = {
    "title": "title",
    "description": "description",
    "default": "default",
    EXAMPLE: "example",
    "examples": "example",
    "format": "format",
}
KINDS = {
    **_NAMED_KINDS,
    **dict.fromkeys(sorted(ANNOTATIONS - _NAMED_KINDS.keys()), "annotation"),
}
"""Keyword that constrains nothing: the kind of its changes."""

_NAMES_IN_DOCUMENTS = {EXAMPLE: "default"}
"""Keyword that the dialect has invented: the keyword that it stands for."""


def compare_annotations(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of each keyword of `KINDS` that differs."""
    for keyword, kind in KINDS.items():
        before, after = _value(old, keyword), _value(new, keyword)
        if repr(before) != repr(after):  # 1 differs from 1.0 and from True
            name = _NAMES_IN_DOCUMENTS.get(keyword, keyword)
            words = describe(name, before, after)
            yield Change(kind, pointer + join_pointer(name), before, after, words=words)


def _value(schema: Schema, keyword: str) -> Any:
    """Return the value of `keyword`; a `format` that names a widget does not count."""
    value = schema.get(keyword, ABSENT)
    is_widget = keyword == "format" and isinstance(value, str) and value in WIDGET_FORMATS
    return ABSENT if is_widget else value
