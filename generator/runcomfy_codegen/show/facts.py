"""What a schema says of each property, in words that fit into a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.dialect.tables import EXAMPLE, MEDIA, MEDIA_RULES
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

MAX_DEPTH = 4
"""Levels of objects inside of objects that are shown."""


@dataclass(frozen=True)
class Row:
    """One property: every cell is text, empty where there is nothing to say."""

    name: str
    """Dotted, `[]` for items: `multi_prompt[].duration`."""
    type: str
    range: str
    default: str
    required: str
    rules: str


def rows(schema: Schema) -> list[Row]:
    """A row for each property of `schema`, which the dialect has read, and of objects in it."""
    return list(_Rows(schema.get("$defs", {})).of(schema, ""))


class _Rows:
    def __init__(self, definitions: Schema) -> None:
        self._definitions = definitions

    def of(self, schema: Any, above: str, depth: int = 0) -> Iterator[Row]:
        """The rows of the properties of `schema`, whose name is `above`."""
        node = self._followed(schema)
        for name, member in node.get("properties", {}).items():
            full = f"{above}.{name}" if above else name
            yield self._row(full, self._followed(member), name in node.get("required", ()))
            if depth < MAX_DEPTH:
                yield from self._inside(self._followed(member), full, depth + 1)

    def _inside(self, node: Schema, name: str, depth: int) -> Iterator[Row]:
        yield from self.of(node, name, depth)
        if "items" in node:
            yield from self.of(node["items"], f"{name}[]", depth)

    def _row(self, name: str, node: Schema, required: bool) -> Row:
        return Row(
            name,
            self._type(node),
            _range(node),
            _default(node),
            "yes" if required else "",
            "; ".join(_rules(node)),
        )

    def _type(self, node: Any) -> str:
        node = self._followed(node)
        for key in ("anyOf", "oneOf"):
            if is_array(node.get(key)):
                return " | ".join(dict.fromkeys(self._type(member) for member in node[key]))
        if is_array(node.get("enum")):
            return " | ".join(_json(value) for value in node["enum"])
        if "const" in node:
            return _json(node["const"])
        declared = node.get("type", "any")
        name = " | ".join(declared) if is_array(declared) else str(declared)
        if name == "array" and "items" in node:
            return f"array of {self._type(node['items'])}"
        return f"{node[MEDIA]} URL" if MEDIA in node else name

    def _followed(self, node: Any) -> Schema:
        seen: set[str] = set()
        while is_object(node):
            name = definition_name(node.get("$ref"))
            if name is None or name in seen:
                return node
            seen.add(name)
            node = self._definitions.get(name)
        return {}


_RANGES = (
    ("minimum", "maximum", ""),
    ("exclusiveMinimum", "exclusiveMaximum", "exclusive"),
    ("minLength", "maxLength", "characters"),
    ("minItems", "maxItems", "items"),
    ("minProperties", "maxProperties", "properties"),
)
"""Lower bound, upper bound, and what is counted."""


def _range(node: Schema) -> str:
    parts = [
        f"{node.get(low, '')}..{node.get(high, '')} {what}".strip()
        for low, high, what in _RANGES
        if low in node or high in node
    ]
    return ", ".join(parts)


def _default(node: Schema) -> str:
    """The default, or the example that the page's form is filled with."""
    if "default" in node:
        return _json(node["default"])
    return f"e.g. {_json(node[EXAMPLE])}" if EXAMPLE in node else ""


def _rules(node: Schema) -> Iterator[str]:
    owner = node["items"] if is_object(node.get("items")) else node
    for rule, limit, _ in owner.get(MEDIA_RULES, ()):
        yield f"{rule} {limit}"
    for key in ("multipleOf", "pattern", "uniqueItems", "not", "contains"):
        if key in node:
            yield f"{key} {_json(node[key])}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
