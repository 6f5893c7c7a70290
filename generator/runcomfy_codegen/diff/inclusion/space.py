"""The documents that schemas under comparison come from, so that a `$ref` finds its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.validation import value_checker
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import map_subschemas

OLD, NEW = NAMES = ("urn:old", "urn:new")
"""The names of the two documents."""

_BASES = ("$anchor", "$id", "$schema")
"""Keywords that would change what is read below them."""


class Space:
    """Two documents, each `$ref` in them with its document's name before it."""

    def __init__(self, old: Schema, new: Schema) -> None:
        """Link both documents."""
        self.old: Schema = _linked(old, OLD)
        self.new: Schema = _linked(new, NEW)
        self.documents = {OLD: self.old, NEW: self.new}
        self._texts: dict[int, tuple[object, str]] = {}
        self._same_definitions = text_of(old.get("$defs")) == text_of(new.get("$defs"))
        self.fits: Callable[[Any, Any], bool] = value_checker(self.documents)
        """Whether a value fits a schema, by the library that judges everywhere else."""

    def is_same(self, one: Any, other: Any) -> bool:
        """Whether both are word for word the same, and so is all that they refer to."""
        text = self._text(one)
        if text != self._text(other):
            return False
        return '"$ref"' not in text or (self._same_definitions and '"$ref": "#"' not in text)

    def _text(self, schema: Any) -> str:
        if id(schema) not in self._texts:
            self._texts[id(schema)] = (schema, text_of(schema))
        return self._texts[id(schema)][1]

    def target(self, reference: str) -> Any:
        """The schema that a linked `reference` leads to, or True where it leads nowhere."""
        name, _, pointer = reference.partition("#")
        return get_at(self.documents[name], pointer, True)


def _linked(node: Any, name: str) -> Any:
    """A copy of schema `node` in which references are absolute."""
    if not is_object(node):
        return node
    plain = {key: value for key, value in node.items() if key not in _BASES}
    out = map_subschemas(plain, "", lambda inner: _linked(inner.schema, name))
    if isinstance(out.get("$ref"), str):
        out["$ref"] = name + out["$ref"]
    return out


def unlinked(value: Any) -> Any:
    """`value` of a linked schema as its document has it: references without the name before."""
    if is_array(value):
        return [unlinked(item) for item in value]
    if not is_object(value):
        return value
    return {
        key: item[item.index("#") :] if _is_linked(key, item) else unlinked(item)
        for key, item in value.items()
    }


def text_of(schema: Any) -> str:
    """What two schemas have in common exactly when they are the same, whatever their key order."""
    return json.dumps(unlinked(schema), sort_keys=True)


def _is_linked(key: str, value: Any) -> bool:
    return key == "$ref" and isinstance(value, str) and value.startswith(NAMES)
