"""Limits on the size of a document: far above any real model, and low enough to be safe."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

_MAX_MEMBERS = 1_000
"""Members of one object or array; the widest real one has some fifty."""

_MAX_ALTERNATIVES = 200
"""Members of one union, whose type is as long as all of them."""

_MAX_CHARS = 100_000
"""Characters of one string."""

_MAX_VALUES = 50_000
"""Values of a document."""


def check_size(document: Any, collector: Collector, root: str = "") -> None:
    """Note the first place where `document`, which is at the pointer `root`, is too large."""
    pending = [(root, document)]
    for _ in range(_MAX_VALUES):
        if not pending:
            return
        pointer, value = pending.pop()
        if problem := _problem(value):
            collector.add("too-large", pointer, problem)
            return
        members = value.items() if is_object(value) else enumerate(value) if is_array(value) else ()
        pending += [(pointer + join_pointer(step), member) for step, member in members]
    collector.add("too-large", root, f"more than {_MAX_VALUES} values in all")


def _problem(value: Any) -> str:
    """Return what is too large about `value` without its members; empty if nothing is."""
    if isinstance(value, str) and len(value) > _MAX_CHARS:
        return f"a string of more than {_MAX_CHARS} characters"
    if not is_object(value) and not is_array(value):
        return ""
    if len(value) > _MAX_MEMBERS:
        return f"more than {_MAX_MEMBERS} members"
    if any(_is_long_union(value, keyword) for keyword in ("anyOf", "oneOf", "allOf")):
        return f"a union of more than {_MAX_ALTERNATIVES} members"
    if is_object(value) and any(len(key) > _MAX_CHARS for key in value):
        return f"a name of more than {_MAX_CHARS} characters"
    return ""


def _is_long_union(value: Any, keyword: str) -> bool:
    members = value.get(keyword) if is_object(value) else None
    return is_array(members) and len(members) > _MAX_ALTERNATIVES
