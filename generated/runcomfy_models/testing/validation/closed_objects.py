# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2e2962928f93e63944c4389bfbe0fc3d
"""Close objects, as the docs mean them: only the properties that a schema names are allowed.

JSON Schema allows others by default. The meaning of an object with `properties` depends on the
position of its schema:

| position | for instance                              | properties that the schema does not name |
|----------|-------------------------------------------|------------------------------------------|
| whole    | an input, a property, items, a definition | are refused, unless a part names them    |
| part     | members of `allOf`, `$ref` beside others  | are allowed: other parts may name them   |
| test     | `not`, `if`, `contains` …                 | are allowed, as in JSON Schema           |

It shares no code with the generator; tests compare the two.
"""

from collections.abc import Iterator
from typing import Any, Literal

from jsonschema import Draft202012Validator

from ..._runtime.json_value import is_array, is_object
from ..references import References

_Schema = dict[str, Any]
_Position = Literal["whole", "part", "test"]

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

_UNIONS = frozenset({"anyOf", "oneOf"})

NAMING = frozenset(
    "properties patternProperties additionalProperties allOf if dependentSchemas".split()
)
"""Keywords that also describe the properties of an object, beside a union or a `$ref`."""

_CONSTRAINTS = Draft202012Validator.VALIDATORS.keys() - {"format"}


def with_closed_objects(document: _Schema) -> _Schema:
    """Return `document`, a whole schema with its definitions, with all its objects closed."""
    closing = _Closing(document)
    out: _Schema = closing.read(document, "whole")
    return {**out, "$defs": {**out.get("$defs", {}), **closing.readings}}


class _Closing:
    """Closes the objects of one document."""

    def __init__(self, document: _Schema) -> None:
        self._references = References(document)
        self._names: dict[tuple[str, _Position], str] = {}
        self.readings: dict[str, Any] = {}
        """Definitions to add to the document: schemas that are referred to, as parts and tests."""

    def read(self, schema: Any, position: _Position) -> Any:
        """Return `schema`, which stands at `position`, with everything inside it closed."""
        if not is_object(schema):
            return schema
        out = dict(schema)
        for keyword, form in {**INSIDE, **IN_PLACE, **TESTS}.items():
            if keyword in schema:
                below = _below(schema, keyword, position)
                out[keyword] = self._each(schema[keyword], form, below)
        if isinstance(schema.get("$ref"), str):
            is_one_part = position == "whole" and schema.keys() & (NAMING | _UNIONS)
            target_position = "part" if is_one_part else position
            out["$ref"] = self._reference(schema["$ref"], target_position)
        return self._closed(schema, out) if position == "whole" else out

    def _each(self, value: Any, form: type, position: _Position) -> Any:
        """Return the schemas under a keyword: one, a list of them, or a map."""
        if form is dict and is_object(value):
            return {name: self.read(schema, position) for name, schema in value.items()}
        if form is list and is_array(value):
            return [self.read(schema, position) for schema in value]
        return self.read(value, position) if form is object else value

    def _reference(self, reference: str, position: _Position) -> str:
        """Return a reference to the closed form of the target of `reference` at `position`."""
        if position == "whole":
            return reference
        if (reference, position) not in self._names:  # a definition may refer to itself
            name = f"{position} {len(self._names)} of the document"
            self._names[reference, position] = name
            self.readings[name] = self.read(
                self._references.target(reference), position
            )
        return f"#/$defs/{self._names[reference, position]}"

    def _closed(self, schema: _Schema, out: _Schema) -> _Schema:
        """Return `out`, the reading of a whole `schema`, closed if it names properties."""
        seen: set[str] = set()
        parts = list(self._parts(schema, seen))
        if not any("properties" in part for part in parts):
            return out
        if any("additionalProperties" in part for part in parts):
            return out
        sources = [*parts, *self._possible(parts, seen)]
        closed: _Schema = {"additionalProperties": False}
        for keyword in ("properties", "patternProperties"):
            names: _Schema = {
                name: {} for source in sources for name in source.get(keyword, ())
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
            yield from self._parts(self._references.target(reference), seen)
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


def _below(schema: _Schema, keyword: str, position: _Position) -> _Position:
    """Return the position of the schemas under `keyword` of a `schema` at `position`."""
    if position == "test" or keyword in TESTS:
        return "test"
    if keyword in INSIDE:
        return "whole"
    if keyword == "allOf":
        is_alone = len(schema["allOf"]) == 1 and not schema.keys() & (
            _CONSTRAINTS - {"allOf"}
        )
        return position if is_alone else "part"
    is_alone = position == "whole" and not schema.keys() & NAMING
    return "whole" if keyword in _UNIONS and is_alone else "test"


def _schemas(value: Any, form: type) -> list[Any]:
    """Return the schemas in the `value` of a keyword."""
    if form is object:
        return [value]
    return list(value.values()) if is_object(value) else list(value)
