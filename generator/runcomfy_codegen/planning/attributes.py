"""The attribute names that a document asks for."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.json_schema.pointers import last_step
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.json_schema.walking import map_subschemas
from runcomfy_codegen.planning.names import InvalidNameError, field_name


def attribute_names(schema: Any) -> set[str]:
    """The attribute of every property in `schema`, at any depth, that can have one."""
    found: set[str] = set()

    def visit(node: Any, at: str, keyword: str) -> Any:
        if keyword == "properties":
            found.update(_attribute(last_step(at)))
        if is_object(node):
            map_subschemas(node, at, visit)
        return node

    visit(schema, "", "")
    return found


def _attribute(name: str) -> list[str]:
    try:
        return [field_name(name)]
    except InvalidNameError:
        return []
