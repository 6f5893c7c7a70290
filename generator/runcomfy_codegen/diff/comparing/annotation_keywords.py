"""Compare keywords that constrain nothing: titles, descriptions, defaults, examples, formats."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.dialect.tables import FORM_VALUE, WIDGET_FORMATS
from runcomfy_codegen.diff.comparing.change import Change, describe
from runcomfy_codegen.diff.comparing.single_keywords import have_no_type_in_common
from runcomfy_codegen.diff.comparing.unions import is_one_sided, only_value
from runcomfy_codegen.diff.comparing.walk import Walk
from runcomfy_codegen.json_schema.keywords import ANNOTATIONS
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import ABSENT, Schema, json_key

_NAMED_KINDS = {
    "title": "title",
    "description": "description",
    "examples": "example",
    "format": "format",
}
KINDS = {
    **_NAMED_KINDS,
    **dict.fromkeys(sorted(ANNOTATIONS - _NAMED_KINDS.keys() - {"default"}), "annotation"),
}
"""Keyword that constrains nothing, except `default`: the kind of its changes."""


def compare_annotations(walk: Walk, old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of each keyword of `KINDS` that differs, and of the default."""
    if is_one_sided(old, new):  # an optional value may become one that may be null, too
        old, new = (_described(walk, schema) for schema in (old, new))
    for keyword, kind in KINDS.items():
        before, after = _value(old, keyword), _value(new, keyword)
        if json_key(before) != json_key(after):
            message = describe(keyword, before, after)
            yield Change(kind, pointer + join_pointer(keyword), before, after, message=message)
    yield from _compare_defaults(old, new, pointer + join_pointer("default"))


def _described(walk: Walk, schema: Schema) -> Schema:
    """Return `schema` with the annotations of its only member that is not null."""
    member = only_value(walk, schema)
    return schema if member is None else {**member, **schema}


def _value(schema: Schema, keyword: str) -> Any:
    """Return the value of `keyword`; a `format` that names a widget does not count."""
    value = schema.get(keyword, ABSENT)
    is_widget = keyword == "format" and isinstance(value, str) and value in WIDGET_FORMATS
    return ABSENT if is_widget else value


def _compare_defaults(old: Schema, new: Schema, pointer: str) -> Iterator[Change]:
    """Yield a change of the default, which may be an example, if the value differs.

    A default becomes an example if the input becomes required, which is reported anyway.
    """
    before, after = _default(old), _default(new)
    if json_key(before) == json_key(after) or _follows_from_types(old, new, before, after):
        return
    kind = "default" if "default" in {*old, *new} else "example"
    message = describe("default", before, after)
    yield Change(kind, pointer, before, after, message=message)


def _default(schema: Schema) -> Any:
    return schema.get("default", schema.get(FORM_VALUE, ABSENT))


def _follows_from_types(old: Schema, new: Schema, before: Any, after: Any) -> bool:
    """Return whether the default is the same in another type: 5 and "5"."""
    return have_no_type_in_common(old, new) and _as_text(before) == _as_text(after)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, default=str)
