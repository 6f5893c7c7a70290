# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: ec556c2c09c1bc67d9d29609a2e1c153
"""Find the schemas that describe a value inside another value."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..json_value import is_object
from .json_schemas import DEFINITIONS, Schema, unescaped


class Places:
    """The schemas that are about one value: all of them, or only some, as in a union."""

    def __init__(self, schemas: Sequence[Any], definitions: Schema) -> None:
        """Follow each `$ref` in `schemas` to `definitions`."""
        self._definitions = definitions
        self.known = [
            one for schema in schemas for one in _in_place(schema, definitions)
        ]
        """`schemas`, and those in them that are about the same value."""

    @classmethod
    def of(cls, document: Schema) -> "Places":
        """Start at the top of a JSON Schema."""
        return cls([document], document.get("$defs", {}))

    def item(self) -> "Places":
        """Return the schemas of an item, if the value is an array."""
        return self._inner(one["items"] for one in self.known if "items" in one)

    def member(self, name: str) -> "Places":
        """Return the schemas of the property `name`, if the value is an object."""
        return self._inner(owner["properties"][name] for owner in self.owners(name))

    def owners(self, name: str) -> list[Schema]:
        """Return the schemas that know a property `name`."""
        return [one for one in self.known if name in one.get("properties", ())]

    def _inner(self, schemas: Iterator[Any]) -> "Places":
        return Places([*schemas], self._definitions)


def _in_place(schema: Any, definitions: Schema) -> Iterator[Schema]:
    if not is_object(schema):
        return
    yield schema
    if "$ref" in schema:
        name = unescaped(schema["$ref"].removeprefix(DEFINITIONS))
        yield from _in_place(definitions.get(name), definitions)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.get(keyword, ()):
            yield from _in_place(member, definitions)
