"""The two schemas under comparison, with references that say which of them they point into."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from runcomfy_codegen.json_schema.identity_dict import IdentityDict
from runcomfy_codegen.json_schema.pointers import get_at
from runcomfy_codegen.json_schema.validation import value_checker
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import map_subschemas

OLD, NEW = URIS = ("urn:old", "urn:new")
"""The URIs of the two schemas."""

_BASES = ("$anchor", "$id", "$schema")
"""Keywords that would change what the references below them mean."""


class SchemaPair:
    """An old and a new schema, copied so that every `$ref` is absolute."""

    def __init__(self, old: Schema, new: Schema) -> None:
        """Copy both schemas."""
        self.old: Schema = _with_absolute_references(old, OLD)
        self.new: Schema = _with_absolute_references(new, NEW)
        self._documents = {OLD: self.old, NEW: self.new}
        self._texts = IdentityDict[str]()
        self._has_same_definitions = canonical_text(old.get("$defs")) == canonical_text(
            new.get("$defs")
        )
        self.is_valid: Callable[[Any, Any], bool] = value_checker(self._documents)
        """Whether a value is valid: takes the schema, then the value."""

    def is_identical(self, left: Any, right: Any) -> bool:
        """Return whether two schemas and all definitions that they refer to are equal."""
        text = self._canonical_text(left)
        if text != self._canonical_text(right):
            return False
        # A reference to the root, `#`, means a different schema in each document.
        has_references = '"$ref"' in text
        refers_to_root = '"$ref": "#"' in text
        return not has_references or (self._has_same_definitions and not refers_to_root)

    def target(self, reference: str) -> Any:
        """Return the schema that an absolute `reference` points to, or True if there is none."""
        uri, _, pointer = reference.partition("#")
        return get_at(self._documents[uri], pointer, True)

    def _canonical_text(self, schema: Any) -> str:
        if schema not in self._texts:
            self._texts[schema] = canonical_text(schema)
        return self._texts[schema]


def _with_absolute_references(node: Any, uri: str) -> Any:
    if not is_object(node):
        return node
    plain = {key: value for key, value in node.items() if key not in _BASES}
    copy = map_subschemas(plain, "", lambda inner: _with_absolute_references(inner.schema, uri))
    if isinstance(copy.get("$ref"), str):
        copy["$ref"] = uri + copy["$ref"]
    return copy


def without_uris(value: Any) -> Any:
    """Return `value` with the absolute references of a `SchemaPair` as in its document."""
    if is_array(value):
        return [without_uris(item) for item in value]
    if not is_object(value):
        return value
    return {
        key: item[item.index("#") :] if _is_absolute(key, item) else without_uris(item)
        for key, item in value.items()
    }


def canonical_text(schema: Any) -> str:
    """Return a text that is the same for equal schemas, even if their keys are in another order."""
    return json.dumps(without_uris(schema), sort_keys=True)


def _is_absolute(key: str, value: Any) -> bool:
    return key == "$ref" and isinstance(value, str) and value.startswith(URIS)
