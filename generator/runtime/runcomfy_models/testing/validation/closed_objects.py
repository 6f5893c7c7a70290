"""Close objects, as the docs mean them: they have no properties but those that a schema names.

JSON Schema allows others unless it says otherwise. What is meant depends on the place of a schema:

| place | for instance                              | an object with `properties`              |
|-------|-------------------------------------------|------------------------------------------|
| whole | an input, a property, items, a definition | has no others, of all its parts together |
| part  | members of `allOf`, `$ref` beside others  | may have more: other parts name them     |
| test  | `not`, `if`, `contains` …                 | is read literally                        |

It shares nothing with the generator, and tests compare the two readings.
"""

from collections.abc import Iterator
from typing import Any, Literal

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from ..._runtime.json_value import is_array, is_object

_Schema = dict[str, Any]
_Place = Literal["whole", "part", "test"]

INSIDE = {
    "properties": dict,
    "patternProperties": dict,
    "$defs": dict,
    "definitions": dict,
    "additionalProperties": object,
    "items": object,
    "prefixItems": list,
}
"""Keywords whose schemas are about values inside the value: a map of schemas, one, or a list."""

IN_PLACE = {
    "allOf": list,
    "anyOf": list,
    "oneOf": list,
    "not": object,
    "if": object,
    "then": object,
    "else": object,
    "dependentSchemas": dict,
}
"""Keywords whose schemas are about the same value."""

TESTS = {"contains": object, "propertyNames": object}
"""Keywords whose schemas test values inside the value."""

UNIONS = frozenset({"anyOf", "oneOf"})

NAMING = frozenset(
    "properties patternProperties additionalProperties allOf if dependentSchemas".split()
)
"""Keywords beside which a union, or a `$ref`, is not all that describes an object."""

_CONSTRAINTS = Draft202012Validator.VALIDATORS.keys() - {"format"}


def with_closed_objects(document: _Schema) -> _Schema:
    """Return `document`, a whole schema with its definitions, with all its objects closed."""
    closing = _Closing(document)
    out: _Schema = closing.read(document, "whole")
    return {**out, "$defs": {**out.get("$defs", {}), **closing.readings}}


class _Closing:
    """Closes the objects of one document."""

    def __init__(self, document: _Schema) -> None:
        resource = DRAFT202012.create_resource(document)
        self._resolver = Registry[Any]().resolver_with_root(resource)
        self._names: dict[tuple[str, _Place], str] = {}
        self.readings: dict[str, Any] = {}
        """The readings of references as parts and as tests: definitions to add to the document."""

    def read(self, schema: Any, place: _Place) -> Any:
        """Return `schema`, which stands at `place`, with everything inside it closed."""
        if not is_object(schema):
            return schema
        out = dict(schema)
        for keyword, form in {**INSIDE, **IN_PLACE, **TESTS}.items():
            if keyword in schema:
                below = _below(schema, keyword, place)
                out[keyword] = self._each(schema[keyword], form, below)
        if isinstance(schema.get("$ref"), str):
            is_one_part = place == "whole" and schema.keys() & (NAMING | UNIONS)
            meant = "part" if is_one_part else place
            out["$ref"] = self._reference(schema["$ref"], meant)
        return self._closed(schema, out) if place == "whole" else out

    def _each(self, value: Any, form: type, place: _Place) -> Any:
        """Return the schemas under a keyword: one, a list of them, or a map."""
        if form is dict and is_object(value):
            return {name: self.read(one, place) for name, one in value.items()}
        if form is list and is_array(value):
            return [self.read(one, place) for one in value]
        return self.read(value, place) if form is object else value

    def _reference(self, reference: str, place: _Place) -> str:
        """Return a reference to what `reference` means at `place`."""
        if place == "whole":
            return reference
        if (reference, place) not in self._names:  # a definition may refer to itself
            name = f"{place} {len(self._names)} of the document"
            self._names[reference, place] = name
            self.readings[name] = self.read(self._target(reference), place)
        return f"#/$defs/{self._names[reference, place]}"

    def _target(self, reference: str) -> Any:
        return self._resolver.lookup(reference).contents

    def _closed(self, schema: _Schema, out: _Schema) -> _Schema:
        """Return `out`, the reading of a whole `schema`, closed if it names properties."""
        seen: set[str] = set()
        parts = list(self._parts(schema, seen))
        if not any("properties" in part for part in parts):
            return out
        if any("additionalProperties" in part for part in parts):
            return out
        every = [*parts, *self._possible(parts, seen)]
        closed: _Schema = {"additionalProperties": False}
        for keyword in ("properties", "patternProperties"):
            names: _Schema = {
                name: {} for part in every for name in part.get(keyword, ())
            }
            if names:
                closed[keyword] = {**names, **out.get(keyword, {})}
        return {**out, **closed}

    def _parts(self, schema: Any, seen: set[str]) -> Iterator[_Schema]:
        """Yield `schema` and what applies together with it, by `allOf` and `$ref`."""
        if not is_object(schema):
            return
        yield schema
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            yield from self._parts(self._target(reference), seen)
        for member in schema.get("allOf", ()):
            yield from self._parts(member, seen)

    def _possible(self, parts: list[_Schema], seen: set[str]) -> Iterator[_Schema]:
        """Yield the schemas that may apply to the same value as `parts`."""
        for part in parts:
            for keyword in IN_PLACE.keys() - {"allOf"}:
                for schema in _schemas(part.get(keyword, ()), IN_PLACE[keyword]):
                    inner = list(self._parts(schema, seen))
                    yield from inner
                    yield from self._possible(inner, seen)


def _below(schema: _Schema, keyword: str, place: _Place) -> _Place:
    """Return the place of the schemas under `keyword` of a `schema` at `place`."""
    if place == "test" or keyword in TESTS:
        return "test"
    if keyword in INSIDE:
        return "whole"
    if keyword == "allOf":
        is_alone = len(schema["allOf"]) == 1 and not schema.keys() & (
            _CONSTRAINTS - {"allOf"}
        )
        return place if is_alone else "part"
    is_alone = place == "whole" and not schema.keys() & NAMING
    return "whole" if keyword in UNIONS and is_alone else "test"


def _schemas(value: Any, form: type) -> list[Any]:
    """Return the schemas in the `value` of a keyword."""
    if form is object:
        return [value]
    return list(value.values()) if is_object(value) else list(value)
