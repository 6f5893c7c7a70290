"""Make up values for inputs whose value the docs do not show, or leave blank."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, matching_text
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.merging import all_of, merged, type_names

BLANK = "…"
"""The value if none is found, and the text if nothing says more."""

MEDIA_URLS = {
    "image": "https://example.com/image.png",
    "video": "https://example.com/video.mp4",
    "audio": "https://example.com/audio.mp3",
}
"""Kind of medium: a URL that stands for one."""

TEXTS = {
    "negative": "blurry, distorted",
    "prompt": "A red fox runs through fresh snow.",
}
"""Word in the name of a property: a text for it."""

URL = "https://example.com"
"""A URL that is not of a medium."""

MAX_CANDIDATES = 30
"""Values that are tried for one place."""

MAX_CHECKS = 1_000
"""Values that are tried for all inputs of a model."""

MAX_SIZE = 200
"""Characters of a made-up string, items of a made-up array."""

MAX_DEPTH = 6
"""Levels of objects and arrays that are filled."""


class Placeholders:
    """Makes up values for one input schema: valid, not blank, and with media that can be sent."""

    def __init__(self, definitions: Definitions) -> None:
        """Make up values for the document of `definitions`."""
        self._definitions = definitions
        self._checks = 0

    def inputs(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return inputs that fit the schema: those `given`, and the required ones.

        Those that are blank or do not fit are replaced, or left out.
        """
        schema = self._definitions.document
        properties = schema.get("properties", {})
        shown = {
            name: self._shown(properties[name], value, name)
            for name, value in given.items()
            if name in properties
        }
        useful = {name: value for name, value in shown.items() if not is_blank(given[name])}
        for taken in (shown, useful, {}):
            for values in islice(self._objects(schema, taken, MAX_DEPTH), MAX_CANDIDATES):
                if self._fits(schema, values):
                    return values
        return next(self._objects(schema, shown, MAX_DEPTH))

    def value(self, schema: Any, name: str = "", depth: int = MAX_DEPTH) -> Any:
        """Return a value of the property `name` that fits `schema`, a part of the document.

        If there is none to paste, it is one that fits; if none fits, just the likeliest.
        """
        found: list[Any] = []
        for value in islice(self._values(schema, name, depth), MAX_CANDIDATES):
            if self._is_pasteable(schema, value) and self._fits(schema, value):
                return value
            found.append(value)
            if self._checks > MAX_CHECKS:
                break
        return next((value for value in found if self._fits(schema, value)), found[0])

    def _shown(self, schema: Any, value: Any, name: str) -> Any:
        """Return a value of the page's example, filled where it is blank, or one in its place."""
        value = self._filled(schema, value, name)
        is_good = self._is_pasteable(schema, value) and self._fits(schema, value)
        return value if is_good else self.value(schema, name)

    def _filled(self, schema: Any, value: Any, name: str) -> Any:
        if is_blank(value):
            return self.value(schema, name)
        whole = self._merged(schema)
        if is_object(value):
            known = whole.get("properties", {})
            return {key: self._filled(known.get(key, {}), one, key) for key, one in value.items()}
        if is_array(value):
            return [self._filled(whole.get("items", {}), one, name) for one in value]
        return value

    def _fits(self, schema: Any, value: Any) -> bool:
        self._checks += 1
        if self._checks > MAX_CHECKS or not is_object(schema):
            return False
        whole = {**schema, "$defs": self._definitions.document.get("$defs", {})}
        return not any(value_problems(whole, value))

    def _is_pasteable(self, schema: Any, value: Any) -> bool:
        """Whether there is nothing blank in `value`, and each medium is one that can be sent."""
        whole = self._merged(schema)
        if is_object(value):
            known = whole.get("properties", {})
            return all(self._is_pasteable(known.get(key, {}), one) for key, one in value.items())
        if is_array(value) and value:
            return all(self._is_pasteable(whole.get("items", {}), one) for one in value)
        members = map(self._merged, _members(whole))
        media = [one for one in (whole, *members) if tables.MEDIA in one]
        is_sent = (
            not media or not isinstance(value, str) or any(can_be_sent(value, one) for one in media)
        )
        return is_sent and not is_blank(value)

    def _merged(self, schema: Any) -> Schema:
        return merged(schema, self._definitions)[0] if is_object(schema) else {}

    def _values(self, schema: Any, name: str, depth: int) -> Iterator[Any]:
        """Yield values that may fit `schema`, the likeliest first."""
        if is_object(schema) and depth:
            whole = self._merged(schema)
            yield from _shown_values(whole)
            for kind in type_names(whole.get("type", [])):
                yield from self._values_of_type(kind, whole, name, depth)
            rest = {key: one for key, one in whole.items() if key not in ("anyOf", "oneOf")}
            for member in _members(whole):
                yield from self._values(all_of(rest, member), name, depth - 1)
        yield BLANK

    def _values_of_type(self, kind: str, schema: Schema, name: str, depth: int) -> Iterator[Any]:
        match kind:
            case "string":
                yield from _texts(schema, name)
            case "integer" | "number":
                yield from _numbers(schema, is_whole=kind == "integer")
            case "boolean":
                yield True
            case "array":
                yield from self._arrays(schema, name, depth)
            case "object":
                yield from self._objects(schema, {}, depth)
            case _:
                yield None

    def _arrays(self, schema: Schema, name: str, depth: int) -> Iterator[list[Any]]:
        prefix = [self.value(one, name, depth - 1) for one in schema.get("prefixItems", ())]
        least = min(int(schema.get("minItems", 0)), MAX_SIZE)
        item = self.value(schema.get("items", schema.get("contains", {})), name, depth - 1)
        yield [*prefix, *[item] * max(least - len(prefix), 0 if prefix else 1)]
        yield prefix[:least]

    def _objects(self, schema: Any, given: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
        """Yield objects with `given` and what `schema` requires, then with one property more."""
        whole = self._merged(schema)
        rest = {key: one for key, one in whole.items() if key not in ("anyOf", "oneOf")}
        for branch in (whole, *(self._merged(all_of(rest, one)) for one in _members(whole))):
            for names in _name_sets(branch, given):
                known = branch.get("properties", {})
                yield {
                    name: given[name]
                    if name in given
                    else self.value(known.get(name, {}), name, depth - 1)
                    for name in names
                }


def is_blank(value: Any) -> bool:
    """Whether a page shows no value: an empty text, or an empty list."""
    return value == [] or (isinstance(value, str) and not value.strip())


def can_be_sent(text: str, schema: Schema) -> bool:
    """Whether a client takes `text` for the medium that `schema` describes."""
    is_web = text.lower().startswith(("https://", "data:"))
    return is_web or text in schema.get(tables.MEDIA_SAMPLES, ())


def _members(schema: Schema) -> list[Any]:
    return [*schema.get("anyOf", ()), *schema.get("oneOf", ())]


def _shown_values(schema: Schema) -> Iterator[Any]:
    """Yield the values that a schema shows."""
    yield from (schema[key] for key in (tables.EXAMPLE, "default", "const") if key in schema)
    yield from schema.get("enum", ())
    yield from schema.get("examples", ())


def _name_sets(schema: Schema, given: dict[str, Any]) -> Iterator[list[str]]:
    """Yield names of properties of an object: those `given` and required, then one more."""
    known = schema.get("properties", {})
    names = [*schema.get("required", ()), *given]
    for name in names:  # grows on the way
        names += [
            one for one in schema.get("dependentRequired", {}).get(name, ()) if one not in names
        ]
    spare = [name for name in known if name not in names]
    names += spare[: max(0, int(schema.get("minProperties", 0)) - len(set(names)))]
    in_order = [*(name for name in known if name in names), *names]
    yield list(dict.fromkeys(in_order))
    for keyword in ("then", "else"):
        more = schema.get(keyword, {})
        yield list(
            dict.fromkeys([*in_order, *(more.get("required", ()) if is_object(more) else ())])
        )
    for name in spare:
        yield [one for one in known if one in names or one == name]


def _texts(schema: Schema, name: str) -> Iterator[str]:
    if tables.MEDIA in schema:
        yield MEDIA_URLS[schema[tables.MEDIA]]
    if schema.get("format") == "uri" or name.lower().endswith("url"):
        yield URL
    yield from (text for word, text in TEXTS.items() if word in name.lower())
    least, most = int(schema.get("minLength", 1)), int(schema.get("maxLength", MAX_SIZE))
    yield (BLANK * min(max(least, 1), MAX_SIZE))[:most]
    if isinstance(pattern := schema.get("pattern"), str):
        with suppress(UnsupportedPatternError):
            yield from (matching_text(pattern, more) for more in (0, 1, min(least, MAX_SIZE)))


def _numbers(schema: Schema, is_whole: bool) -> Iterator[int | float]:
    yield 1 if is_whole else 1.0
    edges = [schema[key] for key in ("minimum", "maximum", "multipleOf") if key in schema]
    edges += [schema[key] + 1 for key in ("exclusiveMinimum",) if key in schema]
    edges += [schema[key] - 1 for key in ("exclusiveMaximum",) if key in schema]
    yield from edges
    if len(edges) > 1:
        yield sum(edges[:2]) / 2
    yield 0
