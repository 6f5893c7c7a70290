"""How deep a value can be nested that a core schema takes."""

from typing import Any

from .json_value import SHALLOW, is_array, is_object
from .strict_values import any_json

FOREIGN = frozenset({"metadata", "serialization", "config", "default", "expected"})
"""Keys of a core schema under which there is no other."""

_ENDLESS = 1000
"""Levels where there is no end."""


def is_shallow(schema: dict[str, Any], definitions: dict[str, Any]) -> bool:
    """Whether every value is nested less than `LEVELS` deep.

    Lists and objects are as deep as the schema, of which each level has two of a core schema
    at least; what may be anything inside of them has `SHALLOW`, if it is looked at.
    """
    return _Levels(definitions).of(schema) <= 2 * SHALLOW


class _Levels:
    """Counts the levels of core schemas, those behind references included."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        """`definitions` are what references lead to, by their `ref`."""
        self._definitions = definitions
        self._known: dict[str, int] = {}

    def of(self, schema: Any) -> int:
        """The levels of `schema`."""
        if is_array(schema):
            return max(map(self.of, schema), default=0)
        if not is_object(schema):
            return 0
        if schema.get("type") == "definition-ref":
            return self._behind(schema["schema_ref"])
        function: Any = schema.get("function")
        if is_object(function) and function.get("function") is any_json:
            return _ENDLESS
        inner = (self.of(schema[key]) for key in schema.keys() - FOREIGN)
        return 1 + max(inner, default=0)

    def _behind(self, ref: str) -> int:
        if ref not in self._known:
            self._known[ref] = (
                _ENDLESS  # as long as it is looked at: it may hold itself
            )
            self._known[ref] = self.of(self._definitions[ref])
        return self._known[ref]
