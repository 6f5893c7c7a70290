"""The properties of a schema, and of the objects in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.dialect.tables import MEDIA
from runcomfy_codegen.dialect.wordings import json_words
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object

_MAX_DEPTH = 4
"""Levels of nested objects whose properties are listed."""


@dataclass(frozen=True)
class Property:
    """One property."""

    name: str
    """The path to it, with `[]` for items: `multi_prompt[].duration`."""
    schema: Schema
    """Its schema, references followed."""
    type: str
    """Its type in words: `integer`, `array of image URL`."""
    is_required: bool


def properties(schema: Schema) -> Iterator[Property]:
    """Yield each property of `schema` and of the objects in it, outer ones first.

    `schema` is plain JSON Schema, as the dialect returns it.
    """
    return _Walk(schema.get("$defs", {})).properties(schema, "")


class _Walk:
    def __init__(self, definitions: Schema) -> None:
        self._definitions = definitions

    def properties(self, schema: Any, parent: str, depth: int = 0) -> Iterator[Property]:
        """Yield the properties of `schema`, which is the value of the property `parent`."""
        node = self._resolve(schema)
        for name, member in node.get("properties", {}).items():
            full_name = f"{parent}.{name}" if parent else name
            inner = self._resolve(member)
            required = name in node.get("required", ())
            yield Property(full_name, inner, self._type(inner), required)
            if depth < _MAX_DEPTH:  # schemas may be recursive
                yield from self._inside(inner, full_name, depth + 1)

    def _inside(self, node: Schema, name: str, depth: int) -> Iterator[Property]:
        """Yield the properties of the objects that the value `name` is or has."""
        yield from self.properties(node, name, depth)
        if "items" in node:
            yield from self._inside(self._resolve(node["items"]), f"{name}[]", depth)
        for member in (*node.get("anyOf", ()), *node.get("oneOf", ())):
            yield from self._inside(self._resolve(member), name, depth)

    def _type(self, node: Any) -> str:
        node = self._resolve(node)
        for key in ("anyOf", "oneOf"):
            if is_array(node.get(key)):
                return " | ".join(dict.fromkeys(self._type(member) for member in node[key]))
        if is_array(node.get("enum")):
            return " | ".join(json_words(value) for value in node["enum"])
        if "const" in node:
            return json_words(node["const"])
        declared = node.get("type", "any")
        name = " | ".join(declared) if is_array(declared) else str(declared)
        if name == "array" and "items" in node:
            return f"array of {self._type(node['items'])}"
        return f"{node[MEDIA]} URL" if MEDIA in node else name

    def _resolve(self, node: Any) -> Schema:
        """Follow references from `node`, keeping the keywords beside them; a circle is empty."""
        seen: set[str] = set()
        while is_object(node) and (name := definition_name(_reference(node))) is not None:
            if name in seen:
                return {}
            seen.add(name)
            target = self._definitions.get(name)
            siblings = {key: value for key, value in node.items() if key not in ("$ref", "allOf")}
            node = {**target, **siblings} if is_object(target) else target
        return node if is_object(node) else {}


def _reference(node: Schema) -> Any:
    """Return the `$ref` of `node`, or that of the only member of its `allOf`."""
    members = node.get("allOf")
    if is_array(members) and len(members) == 1 and is_object(members[0]):
        node = members[0]
    return node.get("$ref")
