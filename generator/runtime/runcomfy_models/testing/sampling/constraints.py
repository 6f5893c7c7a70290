"""The constraints of a value: all schemas that it has to fit, and the types that these allow."""

from dataclasses import dataclass
from typing import Any

from ..._runtime.json_value import is_array
from .negations import TYPES, Schema


@dataclass(frozen=True)
class Constraints:
    """The schemas that a value has to fit."""

    schemas: tuple[Schema, ...]
    name: str = ""
    """The name of the property that it belongs to."""
    trail: tuple[str, ...] = ()
    """The references that were followed from outside it to here."""
    followed: frozenset[str] = frozenset()
    """The references that were followed for this value."""

    def inside(self, schemas: tuple[Schema, ...], name: str) -> "Constraints":
        """Return the constraints of a value inside this one."""
        return Constraints(schemas, name, (*self.trail, *self.followed))

    def each(self, *keywords: str) -> list[Any]:
        """Return what the schemas, which are plain, say under any of `keywords`."""
        return [
            schema[name]
            for schema in self.schemas
            for name in keywords
            if name in schema
        ]


def types_of(constraints: Constraints) -> list[str]:
    """Return the types that a value may have, the likeliest first."""
    allowed = [names for schema in constraints.schemas if (names := _declared(schema))]
    if not allowed:
        return sorted(TYPES, key=lambda name: not _is_about(constraints, name))
    candidates = [*allowed[0], *(["integer"] if "number" in allowed[0] else [])]
    return [
        name
        for name in dict.fromkeys(candidates)
        if all(
            name in names or (name == "integer" and "number" in names)
            for names in allowed
        )
    ]


def _declared(schema: Schema) -> list[str]:
    """Return the types that a plain schema names; empty if it leaves them open."""
    declared = schema.get("type", [])
    names = declared if is_array(declared) else [declared]
    if "enum" in schema or not set(names) <= {*TYPES, "float"}:
        return []
    names = ["number" if name == "float" else name for name in names]
    return [*names, "null"] if names and schema.get("nullable") is True else names


def _is_about(constraints: Constraints, name: str) -> bool:
    return any(constraints.each(keyword) for keyword in _ABOUT.get(name, ()))


_ABOUT = {
    "string": ("minLength", "maxLength", "pattern", "format"),
    "number": (
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ),
    "array": (
        "items",
        "prefixItems",
        "contains",
        "minItems",
        "maxItems",
        "uniqueItems",
    ),
    "object": (
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
    ),
}
"""Type: keywords that constrain its values."""
