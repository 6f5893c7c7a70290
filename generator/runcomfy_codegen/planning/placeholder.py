"""A value for a property of which the docs show none: one that fits, where it is easily found."""

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
"""What stands in where nothing is found."""

TRIED = 20
"""Values that are tried for one property."""

LONG = 20
"""Characters and items of a value at most."""

DEEP = 4
"""Objects and arrays inside of each other that are filled."""


def placeholder(schema: Any, definitions: Definitions) -> Any:
    """A value for which `schema`, a part of the document, holds; or `BLANK`."""
    tried = list(islice(_values(schema, definitions, DEEP), TRIED))
    if not is_object(schema):
        return BLANK
    whole = {**schema, "$defs": definitions.document.get("$defs", {})}
    fitting = (value for value in tried if not any(value_problems(whole, value)))
    return next(fitting, tried[0] if tried else BLANK)


def _values(schema: Any, definitions: Definitions, levels: int) -> Iterator[Any]:
    """What may fit `schema`, the likeliest first."""
    if not is_object(schema) or levels == 0:
        yield BLANK
        return
    whole = merged(schema, definitions)[0]
    yield from (whole[key] for key in (tables.EXAMPLE, "default", "const") if key in whole)
    yield from whole.get("enum", ())
    for name in type_names(whole.get("type", [])):
        yield from _of_type(name, whole, definitions, levels)
    for member in [*whole.get("anyOf", ()), *whole.get("oneOf", ())]:
        yield from _values(member, definitions, levels)
    yield BLANK


def _of_type(name: str, schema: Schema, definitions: Definitions, levels: int) -> Iterator[Any]:
    match name:
        case "string":
            yield BLANK * min(LONG, max(1, int(schema.get("minLength", 1))))
        case "integer" | "number":
            yield from _numbers(schema, whole=name == "integer")
        case "boolean":
            yield True
        case "array":
            items = _first(schema.get("items"), definitions, levels)
            yield [items] * min(LONG, int(schema.get("minItems", 0)))
        case "object":
            known = schema.get("properties", {})
            yield {
                name: _first(known.get(name), definitions, levels)
                for name in schema.get("required", ())
            }
        case _:
            yield None


def _first(schema: Any, definitions: Definitions, levels: int) -> Any:
    return next(_values(schema, definitions, levels - 1))


def _numbers(schema: Schema, whole: bool) -> Iterator[int | float]:
    yield 1 if whole else 1.0
    edges = [schema[key] for key in ("minimum", "maximum", "multipleOf") if key in schema]
    edges += [schema[key] + 1 for key in ("exclusiveMinimum",) if key in schema]
    edges += [schema[key] - 1 for key in ("exclusiveMaximum",) if key in schema]
    yield from edges
    yield 0
