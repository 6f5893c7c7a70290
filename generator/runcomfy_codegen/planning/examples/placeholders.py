"""Make up values for inputs whose value the docs do not show, or leave blank."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.planning.examples.likely_values import (
    ANYTHING,
    MAX_SIZE,
    name_sets,
    numbers,
    others_like,
    shown_values,
    texts,
)
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import all_of, merged

_MAX_CANDIDATES = 30
"""Values that are tried for one place."""

_MAX_CHECKS = 1_000
"""Values that are checked for one schema."""

MAX_PLACEHOLDER_DEPTH = 6
"""Levels of objects and arrays that are filled."""


class Placeholders:
    """Makes up values for one input schema: they fit it, and a client sends them."""

    def __init__(self, definitions: Definitions) -> None:
        """Make up values for the document of `definitions`, or parts of it."""
        self._definitions = definitions
        self._checks = 0

    def inputs(self, page_values: dict[str, Any]) -> dict[str, Any]:
        """Return inputs that fit the document: those of `page_values`, and the required ones.

        Those that are blank or do not fit are replaced, or left out.
        """
        schema = self._definitions.document
        properties = schema.get("properties", {})
        usable = {
            name: self._usable(properties[name], value, name)
            for name, value in page_values.items()
            if name in properties
        }
        useful = {name: value for name, value in usable.items() if not _is_blank(page_values[name])}
        for kept in (usable, useful, {}):
            for values in islice(
                self._objects(schema, kept, MAX_PLACEHOLDER_DEPTH), _MAX_CANDIDATES
            ):
                if self._fits(schema, values):
                    return values
        return next(self._objects(schema, usable, MAX_PLACEHOLDER_DEPTH))

    def value(self, schema: Any, name: str = "", depth: int = MAX_PLACEHOLDER_DEPTH) -> Any:
        """Return a value of the property `name` that fits `schema`, a part of the document.

        The best is one that a client sends, else one that fits, else the likeliest candidate.
        """
        candidates: list[Any] = []
        for value in islice(self._values(schema, name, depth), _MAX_CANDIDATES):
            if self._is_good(schema, value):
                return value
            candidates.append(value)
            if self._checks > _MAX_CHECKS:
                break
        return next((value for value in candidates if self._fits(schema, value)), candidates[0])

    def _usable(self, schema: Any, value: Any, name: str) -> Any:
        """Return a value of the page's example, or one in its place."""
        value = self._filled(schema, value, name)
        return value if self._is_good(schema, value) else self.value(schema, name)

    def _filled(self, schema: Any, value: Any, name: str) -> Any:
        """Return `value` with something in place of what is blank in it."""
        if _is_blank(value):
            return self.value(schema, name)
        whole = self._merged(schema)
        if is_object(value):
            properties = whole.get("properties", {})
            return {
                key: self._filled(properties.get(key), member, key) for key, member in value.items()
            }
        if is_array(value):
            return [self._filled(whole.get("items"), member, name) for member in value]
        return value

    def _is_good(self, schema: Any, value: Any) -> bool:
        return self._is_sent(schema, value) and self._fits(schema, value)

    def _fits(self, schema: Any, value: Any) -> bool:
        self._checks += 1
        if self._checks > _MAX_CHECKS or not is_object(schema):
            return False
        whole = {**schema, "$defs": self._definitions.document.get("$defs", {})}
        return not any(value_problems(whole, value))

    def _is_sent(self, schema: Any, value: Any) -> bool:
        """Whether nothing in `value` is blank, and a client would send each medium."""
        if _is_blank(value):
            return False
        whole = self._merged(schema)
        if is_object(value):
            properties = whole.get("properties", {})
            return all(self._is_sent(properties.get(key), member) for key, member in value.items())
        if is_array(value):
            return all(self._is_sent(whole.get("items"), member) for member in value)
        schemas = (whole, *map(self._merged, _members(whole)))
        media = [inner for inner in schemas if tables.MEDIA in inner and isinstance(value, str)]
        return not media or any(_is_medium(value, medium) for medium in media)

    def _merged(self, schema: Any) -> Schema:
        return merged(schema, self._definitions)[0] if is_object(schema) else {}

    def _branches(self, schema: Any) -> Iterator[Schema]:
        """Yield `schema` merged into one, then together with each member of its unions."""
        whole = self._merged(schema)
        yield whole
        common = {key: value for key, value in whole.items() if key not in ("anyOf", "oneOf")}
        yield from (self._merged(all_of(common, member)) for member in _members(whole))

    def _values(self, schema: Any, name: str, depth: int) -> Iterator[Any]:
        """Yield values that may fit `schema`, the likeliest first."""
        if depth:
            for branch in self._branches(schema):
                yield from shown_values(branch)
                for kind in type_names(branch.get("type", [])):
                    yield from self._values_of_type(kind, branch, name, depth)
        yield from ANYTHING

    def _values_of_type(self, kind: str, schema: Schema, name: str, depth: int) -> Iterator[Any]:
        match kind:
            case "string":
                yield from texts(schema, name)
            case "integer" | "number":
                yield from numbers(schema, is_whole=kind == "integer")
            case "boolean":
                yield True
            case "array":
                yield from self._arrays(schema, name, depth)
            case "object":
                yield from self._objects(schema, {}, depth)
            case _:
                yield None

    def _arrays(self, schema: Schema, name: str, depth: int) -> Iterator[list[Any]]:
        """Yield an array of one item, or of as many as are needed, and an empty one."""
        prefix_schemas = schema.get("prefixItems", ())
        prefix = [self.value(item_schema, name, depth - 1) for item_schema in prefix_schemas]
        inner = schema.get("items", schema.get("contains"))
        item = self.value(inner, name, depth - 1)
        least = min(max(int(schema.get(key, 0)) for key in ("minItems", "minContains")), MAX_SIZE)
        count = max(least - len(prefix), 0 if prefix else 1)
        if schema.get("uniqueItems") is True and count > 1:
            yield [*prefix, *islice(self._distinct(inner, item), count)]
        yield [*prefix, *[item] * count]
        yield prefix[:least]

    def _distinct(self, schema: Any, first: Any) -> Iterator[Any]:
        """Yield `first` and others that fit `schema`, all of them different."""
        yield first
        values = chain(shown_values(self._merged(schema)), others_like(first))
        for candidate in values:
            if candidate != first and self._is_good(schema, candidate):
                yield candidate

    def _objects(
        self, schema: Any, page_values: dict[str, Any], depth: int
    ) -> Iterator[dict[str, Any]]:
        """Yield objects with `page_values` and other properties, at least the required ones."""
        for branch in self._branches(schema):
            properties = branch.get("properties", {})
            for names in name_sets(branch, page_values):
                missing = (name for name in names if name not in page_values)
                values = {
                    name: self.value(properties.get(name), name, depth - 1) for name in missing
                }
                yield {name: (values | page_values)[name] for name in names}


def _is_blank(value: Any) -> bool:
    """Whether a page shows no value: an empty text, or an empty list."""
    return value == [] or (isinstance(value, str) and not value.strip())


def _is_medium(text: str, schema: Schema) -> bool:
    """Whether a client takes `text` for the medium that `schema` describes."""
    is_web = text.lower().startswith(("https://", "data:"))
    return is_web or text in schema.get(tables.MEDIA_SAMPLES, ())


def _members(schema: Schema) -> list[Any]:
    return [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
