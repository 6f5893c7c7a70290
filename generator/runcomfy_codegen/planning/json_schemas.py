"""The JSON Schema of a class: plain 2020-12, with the annotations of the docs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.defaults import why_example
from runcomfy_codegen.dialect.references import WHOLE_DOCUMENT, definition_name, reference_to
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import every_schema, map_subschemas
from runcomfy_codegen.planning.types.definitions import Definitions

_HEADING = "title description deprecated readOnly writeOnly".split()
"""Annotations that are written first, before the constraints."""

_FORMATS = "format contentEncoding contentMediaType".split()
"""Annotations of the docs that are copied unchanged."""


@dataclass(frozen=True)
class JsonSchemas:
    """Makes the JSON Schemas of the classes of one document."""

    definitions: Definitions
    """The document, normalised."""

    def of_schema(self, schema: Any) -> Any:
        """Return what is shown of a normalised `schema`, with the definitions that it needs."""
        return with_definitions(self._published(schema), self._published_definitions)

    def of_output(self, schema: Any, properties: Schema) -> Schema:
        """Return the schema of an output with `properties`, which may all be null or missing.

        `schema` has its heading.
        """
        nullable = {name: _or_null(member) for name, member in properties.items()}
        return {**self.heading(schema), "type": "object", "properties": nullable}

    def heading(self, schema: Any) -> Schema:
        """Return the title of `schema`, its description, and whether it is deprecated."""
        return {key: schema[key] for key in _HEADING if is_object(schema) and schema.get(key)}

    def annotations(self, schema: Any) -> Schema:
        """Return the other annotations of `schema`: its format, media, default and examples."""
        if not is_object(schema):
            return {}
        formats = {key: schema[key] for key in _FORMATS if key in schema}
        if formats.get("format") in tables.WIDGET_FORMATS:
            del formats["format"]
        return {**formats, **_media(schema), **self._values(schema)}

    def _values(self, schema: Schema) -> Schema:
        """Return the default, what the page's form is filled with, and examples that fit."""
        values: Schema = {"default": schema["default"]} if "default" in schema else {}
        listed: list[Any] = schema["examples"] if is_array(schema.get("examples")) else []
        examples = [value for value in listed if self._fits(schema, value)]
        if tables.FORM_VALUE in schema:
            value = schema[tables.FORM_VALUE]
            if why_example(schema, value):
                examples.insert(0, value)
            else:
                values[tables.PUBLISHED_FORM_VALUE] = value
        return {**values, "examples": examples} if examples else values

    def _fits(self, schema: Schema, value: Any) -> bool:
        definitions = self.definitions.document.get("$defs", {})
        return not any(value_problems({**schema, "$defs": definitions}, value))

    def _published(self, schema: Any) -> Any:
        """Return a normalised schema as its heading, constraints and other annotations."""
        if not is_object(schema):
            return schema
        inner = map_subschemas(schema, "", lambda inner: self._published(inner.schema))
        kept = {key: value for key, value in inner.items() if key in CONSTRAINTS}
        if kept.get("$ref") == WHOLE_DOCUMENT:
            kept["$ref"] = reference_to(self._root)
        if kept.get("required") == []:
            del kept["required"]
        return {**self.heading(schema), **kept, **self.annotations(schema)}

    @cached_property
    def _published_definitions(self) -> Schema:
        definitions = self.definitions.document.get("$defs", {})
        whole = {self._root: self.definitions.target(WHOLE_DOCUMENT)}
        return {name: self._published(schema) for name, schema in {**definitions, **whole}.items()}

    @cached_property
    def _root(self) -> str:
        """The name of a definition that is the document as a whole."""
        definitions = self.definitions.document.get("$defs", {})
        names = chain(["Input"], (f"Input{number}" for number in count(2)))
        return next(name for name in names if name not in definitions)


def with_definitions(schema: Any, definitions: Schema) -> Any:
    """Return `schema` with those of `definitions` that it refers to, directly or not."""
    needed: set[str] = set()
    pending = list(_references(schema))
    while pending:
        if (name := pending.pop()) not in needed:
            needed.add(name)
            pending += _references(definitions[name])
    if not needed:
        return schema
    return {**schema, "$defs": {name: definitions[name] for name in sorted(needed)}}


def _references(schema: Any) -> Iterator[str]:
    for _, inner in every_schema(schema):
        if (name := definition_name(inner.get("$ref"))) is not None:
            yield name


def _media(schema: Schema) -> Schema:
    """Return what is known of the file behind a string."""
    media: Schema = {}
    if tables.MEDIA in schema:
        media[tables.MEDIA] = schema[tables.MEDIA]
        if not schema.get(tables.MEDIA_SAMPLES):
            media["format"] = "uri"
    rules = [_media_limit(*row) for row in schema.get(tables.MEDIA_LIMITS, ())]
    rules += [_accepted_types(*row) for row in schema.get(tables.CONTENT_TYPES, ())]
    return {**media, tables.PUBLISHED_MEDIA_RULES: rules} if rules else media


def _media_limit(rule: str, value: Any, message: str) -> Schema:
    return {"rule": rule, "value": value, **({"message": message} if message else {})}


def _accepted_types(name: str, types: list[str], quote: str) -> Schema:
    return {"id": name, "accepts": types, "quote": quote}


def _or_null(schema: Schema) -> Schema:
    """Return `schema` or null, with its heading outside of the union."""
    heading = {key: schema[key] for key in _HEADING if key in schema}
    constraints = {key: value for key, value in schema.items() if key not in heading}
    return (
        {**heading, "anyOf": [constraints, {"type": "null"}]}
        if constraints.keys() & CONSTRAINTS
        else schema
    )
