"""Describe the properties of a schema in the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.dialect.tables import EXAMPLE, FLAGS, MEDIA, MEDIA_RULES
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

MAX_DEPTH = 4
"""Levels of nested objects that get rows."""


@dataclass(frozen=True)
class PropertyRow:
    """The description of one property; a field is empty if the schema does not set it."""

    name: str
    """The path to the property, with `[]` for items: `multi_prompt[].duration`."""
    type: str
    range: str
    default: str
    required: str
    rules: str


def property_rows(schema: Schema) -> list[PropertyRow]:
    """Return a row for each property of `schema` and of the objects in it.

    `schema` is plain JSON Schema, as the dialect returns it.
    """
    return list(_RowBuilder(schema.get("$defs", {})).rows(schema, ""))


class _RowBuilder:
    def __init__(self, definitions: Schema) -> None:
        self._definitions = definitions

    def rows(self, schema: Any, parent: str, depth: int = 0) -> Iterator[PropertyRow]:
        """Yield the rows of `schema`, which is the value of the property `parent`."""
        node = self._resolve(schema)
        for name, member in node.get("properties", {}).items():
            full_name = f"{parent}.{name}" if parent else name
            yield self._row(full_name, self._resolve(member), name in node.get("required", ()))
            if depth < MAX_DEPTH:  # schemas may be recursive
                yield from self._nested_rows(self._resolve(member), full_name, depth + 1)

    def _nested_rows(self, node: Schema, name: str, depth: int) -> Iterator[PropertyRow]:
        yield from self.rows(node, name, depth)
        if "items" in node:
            yield from self.rows(node["items"], f"{name}[]", depth)

    def _row(self, name: str, node: Schema, required: bool) -> PropertyRow:
        return PropertyRow(
            name,
            self._type(node),
            _range(node),
            _default(node),
            "yes" if required else "",
            "; ".join(_rules(node)),
        )

    def _type(self, node: Any) -> str:
        node = self._resolve(node)
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

    def _resolve(self, node: Any) -> Schema:
        """Follow references from `node`, keeping what stands beside them; a circle is empty."""
        seen: set[str] = set()
        while is_object(node) and (name := definition_name(_reference(node))) is not None:
            if name in seen:
                return {}
            seen.add(name)
            target = self._definitions.get(name)
            beside = {key: value for key, value in node.items() if key not in ("$ref", "allOf")}
            node = {**target, **beside} if is_object(target) else target
        return node if is_object(node) else {}


def _reference(node: Schema) -> Any:
    """Return the `$ref` of `node`, or that of its `allOf` if it has nothing else to say."""
    members = node.get("allOf")
    if is_array(members) and len(members) == 1 and is_object(members[0]):
        node = members[0]
    return node.get("$ref")


_RANGES = (
    ("minimum", "maximum", ""),
    ("exclusiveMinimum", "exclusiveMaximum", "exclusive"),
    ("minLength", "maxLength", "characters"),
    ("minItems", "maxItems", "items"),
    ("minProperties", "maxProperties", "properties"),
)
"""Lower bound, upper bound, and the unit to print."""


def _range(node: Schema) -> str:
    parts = [
        f"{node.get(low, '')}..{node.get(high, '')} {unit}".strip()
        for low, high, unit in _RANGES
        if low in node or high in node
    ]
    return ", ".join(parts)


def _default(node: Schema) -> str:
    """Return the default, or the example that fills the form on the page."""
    if "default" in node:
        return _json(node["default"])
    return f"e.g. {_json(node[EXAMPLE])}" if EXAMPLE in node else ""


def _rules(node: Schema) -> Iterator[str]:
    owner = node["items"] if is_object(node.get("items")) else node
    for rule, limit, _ in owner.get(MEDIA_RULES, ()):
        yield f"{rule} {limit}"
    yield from (label for keyword, label in FLAGS.items() if node.get(keyword) is True)
    if is_array(node.get("examples")) and node["examples"]:
        yield f"e.g. {', '.join(map(_json, node['examples']))}"
    for key in ("multipleOf", "pattern", "uniqueItems", "not", "contains"):
        if key in node:
            yield f"{key} {_json(node[key])}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
