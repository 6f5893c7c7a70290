"""Find the schemas that describe a value inside another value."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..json_value import is_object
from .json_schemas import DEFINITIONS, Schema, unescaped


class ValueSchemas:
    """The schemas that are about one value. It may have to fit all of them, or one of a union."""

    def __init__(self, schemas: Sequence[Any], definitions: Schema) -> None:
        """Follow each `$ref` in `schemas` to `definitions`."""
        self._definitions = definitions
        self.all = [
            applied for schema in schemas for applied in _in_place(schema, definitions)
        ]
        """`schemas`, and those in them that are about the same value."""

    @classmethod
    def of(cls, document: Schema) -> "ValueSchemas":
        """Start at the top of a JSON Schema."""
        return cls([document], document.get("$defs", {}))

    def item(self) -> "ValueSchemas":
        """Return the schemas of an item, if the value is an array."""
        return self._inner(schema["items"] for schema in self.all if "items" in schema)

    def member(self, name: str) -> "ValueSchemas":
        """Return the schemas of the property `name`, if the value is an object."""
        return self._inner(owner["properties"][name] for owner in self.owners(name))

    def owners(self, name: str) -> list[Schema]:
        """Return the schemas that have a property `name`."""
        return [schema for schema in self.all if name in schema.get("properties", ())]

    def _inner(self, schemas: Iterator[Any]) -> "ValueSchemas":
        return ValueSchemas([*schemas], self._definitions)


def _in_place(schema: Any, definitions: Schema) -> Iterator[Schema]:
    """Yield `schema` and the schemas in it that apply to the same value."""
    if not is_object(schema):
        return
    yield schema
    if "$ref" in schema:
        name = unescaped(schema["$ref"].removeprefix(DEFINITIONS))
        yield from _in_place(definitions.get(name), definitions)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.get(keyword, ()):
            yield from _in_place(member, definitions)
