"""What the dialect does not read, and what it does not understand: compared as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.diff.finding import ABSENT
from runcomfy_codegen.json_schema.keywords import KEYWORDS
from runcomfy_codegen.json_schema.pointers import get_at, join_pointer
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.json_schema.walking import HOLDERS_AS_WRITTEN, every_schema

if TYPE_CHECKING:
    from runcomfy_codegen.diff.sides import Side

Row = tuple[str, str, Any, Any]
"""Rule, pointer, before and after."""

_READ = KEYWORDS.keys() | tables.DIALECT_KEYWORDS


def unsupported(old: Side, new: Side) -> Iterator[Row]:
    """A row for each keyword that the dialect refuses and that is another now."""
    for pointer in sorted(old.unsupported | new.unsupported):
        before, after = (get_at(one.raw, pointer, ABSENT) for one in (old, new))
        if repr(before) != repr(after):
            yield "unsupported-changed", pointer, before, after


def unread(old: Side, new: Side) -> Iterator[Row]:
    """A row for each widget and each unknown keyword that is another now."""
    before, after = (dict(_schemas(one)) for one in (old, new))
    for pointer in sorted(before.keys() & after.keys()):
        was, now = _unread_part(before[pointer]), _unread_part(after[pointer])
        for key in sorted(was.keys() | now.keys()):
            if repr(was.get(key)) != repr(now.get(key)):
                keyword_pointer = pointer + join_pointer(key)
                yield "unread-changed", keyword_pointer, was.get(key, ABSENT), now.get(key, ABSENT)


def _schemas(side: Side) -> Iterator[tuple[str, Schema]]:
    raw = get_at(side.raw, side.root, ABSENT)
    return every_schema(raw, side.root, HOLDERS_AS_WRITTEN)


def _unread_part(schema: Schema) -> Schema:
    return {
        key: value
        for key, value in schema.items()
        if key not in _READ or (key == "format" and _is_widget(value))
    }


def _is_widget(value: Any) -> bool:
    return isinstance(value, str) and value in tables.WIDGET_FORMATS
