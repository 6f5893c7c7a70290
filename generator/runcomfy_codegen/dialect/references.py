"""`$ref`: only within the document, only to a schema, never round in a circle."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import pointer
from runcomfy_codegen.dialect.walk import Schema, map_subschemas
from runcomfy_codegen.reading.json_value import is_object

DEFINITIONS = "#/$defs/"
_PREFIXES = (DEFINITIONS, "#/definitions/")


def check_references(schema: Schema, notes: Notes, root: str = "") -> None:
    """Note every `$ref` that is not to one of the document's own `$defs`, and every circle."""
    definitions = schema.get("$defs", {})

    def check(node: Any, at: str) -> Any:
        if is_object(node):
            if "$ref" in node:
                _check(node["$ref"], at + pointer("$ref"), definitions, notes)
            map_subschemas(node, at, check)
        return node

    check(schema, root)


def definition_name(reference: Any) -> str | None:
    """The name in `$defs` that a `$ref` points to, or None where it points elsewhere."""
    if isinstance(reference, str):
        for prefix in _PREFIXES:
            name = reference.removeprefix(prefix)
            if name != reference and name and "/" not in name:
                return name.replace("~1", "/").replace("~0", "~")
    return None


def _check(reference: Any, place: str, definitions: Schema, notes: Notes) -> None:
    name = definition_name(reference)
    if name is None or name not in definitions:
        hint = "only references to the document's own $defs are followed; nothing is fetched"
        notes.add("invalid-ref", place, f"cannot follow {str(reference)[:80]!r}", hint)
    elif _circular(name, definitions):
        notes.add("invalid-ref", place, f"{reference!r} refers to itself and nothing else")


def _circular(name: str, definitions: Schema) -> bool:
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        target = definitions.get(name)
        following = definition_name(target.get("$ref")) if is_object(target) else None
        if following is None:
            return False
        name = following
    return True
