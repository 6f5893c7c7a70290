"""How large a document may be: far beyond any model's, far below what would hurt."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.values import is_array, is_object

MEMBERS = 1_000
"""Members of one object or array; the widest real one has some fifty."""

ALTERNATIVES = 200
"""Members of one union, which is a type as long as all of them."""

CHARACTERS = 100_000
"""Characters of one string."""

VALUES = 50_000
"""Values in all."""


def check_size(document: Any, notes: Notes, root: str = "") -> None:
    """Note the first place where `document` is larger than it may be."""
    ahead = [(root, document)]
    for _ in range(VALUES):
        if not ahead:
            return None
        at, value = ahead.pop()
        if isinstance(value, str) and len(value) > CHARACTERS:
            return notes.add("too-large", at, f"a string of more than {CHARACTERS} characters")
        if is_object(value) or is_array(value):
            if len(value) > MEMBERS:
                return notes.add("too-large", at, f"more than {MEMBERS} members")
            if any(_is_long_union(value, key) for key in ("anyOf", "oneOf", "allOf")):
                return notes.add("too-large", at, f"a union of more than {ALTERNATIVES} members")
            if any(len(key) > CHARACTERS for key in value if is_object(value)):
                return notes.add("too-large", at, f"a name of more than {CHARACTERS} characters")
            members = value.items() if is_object(value) else enumerate(value)
            ahead += [(at + join_pointer(step), member) for step, member in members]
    return notes.add("too-large", root, f"more than {VALUES} values in all")


def _is_long_union(value: Any, keyword: str) -> bool:
    members = value.get(keyword) if is_object(value) else None
    return is_array(members) and len(members) > ALTERNATIVES
