"""What only describes: titles, descriptions, defaults, examples, formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import EXAMPLE, WIDGET_FORMATS
from runcomfy_codegen.diff.comparing.change import Change, was_is
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import Schema

_KINDS = {
    "title": "title",
    "description": "description",
    "default": "default",
    EXAMPLE: "example",
    "examples": "example",
    "format": "format",
}
KINDS = {**_KINDS, **dict.fromkeys(sorted(ANNOTATIONS - _KINDS.keys()), "annotation")}
"""Keyword that refuses nothing: the kind of its changes."""

WRITTEN = {EXAMPLE: "default"}
"""Our own keywords: how the document calls them."""


def words(_: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """A change of each keyword of `KINDS`."""
    for key, kind in KINDS.items():
        was, now = _said(old, key), _said(new, key)
        if repr(was) != repr(now):
            name = WRITTEN.get(key, key)
            yield Change(kind, pointer + join_pointer(name), was, now, words=was_is(name, was, now))


def _said(schema: Schema, key: str) -> Any:
    """The value of `key`; a widget of the web page is no format."""
    value = schema.get(key, ABSENT)
    is_widget = key == "format" and isinstance(value, str) and value in WIDGET_FORMATS
    return ABSENT if is_widget else value
