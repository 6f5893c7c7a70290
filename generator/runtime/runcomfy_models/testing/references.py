"""References of a schema to places in its own document, such as `#/$defs/Size`."""

from typing import Any

from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .._runtime.json_value import is_object

NO_REMOTE: Registry[Any] = Registry()
"""The other documents that a schema may refer to: none."""


class References:
    """The places that the schemas of one document may refer to."""

    def __init__(self, document: dict[str, Any]) -> None:
        """Find them in `document`."""
        resource = DRAFT202012.create_resource(document)
        self._resolver = NO_REMOTE.resolver_with_root(resource)

    def target(self, reference: str) -> Any:
        """Return the schema that a `$ref` leads to. Raises `Unresolvable` if there is none."""
        return self._resolver.lookup(reference).contents


def with_definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """Return `schema` with its definitions under both names, `$defs` and `definitions`."""
    names = ("definitions", "$defs")
    rows = [schema[name] for name in names if is_object(schema.get(name))]
    both = {name: member for row in rows for name, member in row.items()}
    return {**schema, **dict.fromkeys(names, both)} if both else schema
