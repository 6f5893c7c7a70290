"""Make up values for properties whose value the docs do not show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.validation import value_problems
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.merging import merged, type_names

BLANK = "…"
"""The value if none is found."""

MEDIA_URLS = {
    "image": "https://example.com/image.png",
    "video": "https://example.com/video.mp4",
    "audio": "https://example.com/audio.mp3",
}
"""Kind of medium: a URL that stands for one."""

MAX_CANDIDATES = 20
"""Values that are tried for one property."""

MAX_SIZE = 20
"""Characters of a made-up string, items of a made-up array."""

MAX_DEPTH = 4
"""Levels of objects and arrays that are filled."""


def placeholder(schema: Any, definitions: Definitions) -> Any:
    """Return a value that fits `schema`, which is a part of the document; `BLANK` if none does."""
    candidates = list(islice(_values(schema, definitions, MAX_DEPTH), MAX_CANDIDATES))
    if not is_object(schema):
        return BLANK
    whole = {**schema, "$defs": definitions.document.get("$defs", {})}
    fitting = (value for value in candidates if not any(value_problems(whole, value)))
    return next(fitting, candidates[0] if candidates else BLANK)


def _values(schema: Any, definitions: Definitions, depth: int) -> Iterator[Any]:
    """Yield values that may fit `schema`, the likeliest first."""
    if not is_object(schema) or depth == 0:
        yield BLANK
        return
    whole = merged(schema, definitions)[0]
    yield from (whole[key] for key in (tables.EXAMPLE, "default", "const") if key in whole)
    yield from whole.get("enum", ())
    for name in type_names(whole.get("type", [])):
        yield from _values_of_type(name, whole, definitions, depth)
    for member in [*whole.get("anyOf", ()), *whole.get("oneOf", ())]:
        yield from _values(member, definitions, depth)
    yield BLANK


def _values_of_type(
    name: str, schema: Schema, definitions: Definitions, depth: int
) -> Iterator[Any]:
    match name:
        case "string":
            if tables.MEDIA in schema:
                yield MEDIA_URLS[schema[tables.MEDIA]]
            yield BLANK * min(MAX_SIZE, max(1, int(schema.get("minLength", 1))))
        case "integer" | "number":
            yield from _numbers(schema, is_whole=name == "integer")
        case "boolean":
            yield True
        case "array":
            item = _first(schema.get("items"), definitions, depth)
            yield [item] * min(MAX_SIZE, int(schema.get("minItems", 0)))
        case "object":
            known = schema.get("properties", {})
            yield {
                name: _first(known.get(name), definitions, depth)
                for name in schema.get("required", ())
            }
        case _:
            yield None


def _first(schema: Any, definitions: Definitions, depth: int) -> Any:
    return next(_values(schema, definitions, depth - 1))


def _numbers(schema: Schema, is_whole: bool) -> Iterator[int | float]:
    yield 1 if is_whole else 1.0
    edges = [schema[key] for key in ("minimum", "maximum", "multipleOf") if key in schema]
    edges += [schema[key] + 1 for key in ("exclusiveMinimum",) if key in schema]
    edges += [schema[key] - 1 for key in ("exclusiveMaximum",) if key in schema]
    yield from edges
    yield 0
