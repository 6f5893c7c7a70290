"""Propose values that may fit a schema, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.values import Schema, is_number, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, matching_text

BLANK = "…"
"""A text about which nothing is known."""

ANYTHING: tuple[Any, ...] = (BLANK, 1, True, {}, None, [], "")
"""A value of each type, for a schema that does not say which it has."""

MEDIA_URLS = {
    "image": "https://example.com/image.png",
    "video": "https://example.com/video.mp4",
    "audio": "https://example.com/audio.mp3",
}
"""Kind of medium: the URL of a sample."""

URL = "https://example.com"
"""A URL of anything else."""

_TEXTS = {
    "negative": "blurry, distorted",
    "prompt": "A red fox runs through fresh snow.",
}
"""Word in the name of a property: a text for it."""

MAX_SIZE = 200
"""Characters of the longest text, items of the longest array."""


def shown_values(schema: Schema) -> Iterator[Any]:
    """Yield the values that the schema itself shows."""
    keywords = (tables.FORM_VALUE, "default", "const")
    yield from (schema[keyword] for keyword in keywords if keyword in schema)
    yield from schema.get("enum", ())
    yield from schema.get("examples", ())


def texts(schema: Schema, name: str) -> Iterator[str]:
    """Yield texts for the property `name`."""
    if tables.MEDIA in schema:
        yield MEDIA_URLS[schema[tables.MEDIA]]
    if schema.get("format") == "uri" or name.lower().endswith("url"):
        yield URL
    yield from (text for word, text in _TEXTS.items() if word in name.lower())
    least = min(int(schema.get("minLength", 1)), MAX_SIZE)
    yield BLANK * max(1, least)
    if isinstance(pattern := schema.get("pattern"), str):
        with suppress(UnsupportedPatternError):
            yield from (matching_text(pattern, extra) for extra in (0, 1, least))


def numbers(schema: Schema, is_whole: bool) -> Iterator[int | float]:
    """Yield numbers, integers for most schemas if `is_whole`."""
    yield 1 if is_whole else 1.0
    edges = [schema[key] for key in ("minimum", "maximum", "multipleOf") if key in schema]
    edges += [schema[key] + 1 for key in ("exclusiveMinimum",) if key in schema]
    edges += [schema[key] - 1 for key in ("exclusiveMaximum",) if key in schema]
    yield from edges
    if len(edges) > 1:
        yield sum(edges[:2]) / 2
    yield 0


def others_like(value: Any) -> Iterator[Any]:
    """Yield further values like `value`, a text or a number, all different."""
    for number in range(2, MAX_SIZE):
        if isinstance(value, str):
            stem, dot, suffix = value.rpartition(".") if "/" in value else (value, "", "")
            yield f"{stem}-{number}{dot}{suffix}"
        elif is_number(value):
            yield value + number - 1


def name_sets(schema: Schema, values: dict[str, Any]) -> Iterator[list[str]]:
    """Yield sets of properties that an object may have: those of `values`, the required, more."""
    properties = schema.get("properties", {})
    names = [*schema.get("required", ()), *values]
    dependencies = schema.get("dependentRequired", {})
    for name in names:  # the loop also visits the names that it adds
        names += [other for other in dependencies.get(name, ()) if other not in names]
    unused = [name for name in properties if name not in names]
    least = min(int(schema.get("minProperties", 0)), MAX_SIZE)
    made_up = (f"key_{number}" for number in range(1, least + 1))
    names += islice(chain(unused, made_up), max(0, least - len({*names})))
    yield _in_order(names, properties)
    branches = (schema.get(key) for key in ("then", "else"))
    needed = (branch.get("required", ()) for branch in branches if is_object(branch))
    yield from (_in_order([*names, *more], properties) for more in needed)
    yield from (_in_order([*names, name], properties) for name in unused)


def _in_order(names: list[str], properties: Schema) -> list[str]:
    """Return `names` once each, those of known properties first, in their order."""
    return list(dict.fromkeys([*(name for name in properties if name in names), *names]))
