"""Values that break one constraint of a schema, and values that just satisfy it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class Constraint(NamedTuple):
    """One keyword at one place of a schema, and the path to its value in a document."""

    path: Path
    keyword: str
    schema: Any


def constraints(schema: Any, path: Path = ()) -> Iterator[Constraint]:
    """Yield every constraint of a schema without unions, as the real ones are."""
    for keyword in schema.keys() & (BREAKING.keys() | {"additionalProperties"}):
        yield Constraint(path, keyword, schema)
    for name, member in schema.get("properties", {}).items():
        yield from constraints(member, (*path, name))
    if "items" in schema:
        yield from constraints(schema["items"], (*path, 0))


def sample(schema: Any) -> Any:
    """Return a value that fits, with every property."""
    if "enum" in schema:
        return schema["enum"][0]
    match schema["type"]:
        case "string":
            return "x" * max(schema.get("minLength", 1), 1)
        case "integer" | "number":
            return schema.get("minimum", schema.get("maximum", 1))
        case "boolean":
            return True
        case "array":
            return [sample(schema["items"])] * max(schema.get("minItems", 1), 1)
        case _:
            return {name: sample(member) for name, member in schema["properties"].items()}


def with_change(document: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return `document` with `change` applied at `path`."""
    if not path:
        return change(document)
    step, rest = path[0], path[1:]
    if isinstance(document, list):
        return [
            with_change(item, rest, change) if index == step else item
            for index, item in enumerate(document)
        ]
    return {
        key: with_change(item, rest, change) if key == step else item
        for key, item in document.items()
    }


def breaking(constraint: Constraint, value: Any) -> list[Any]:
    """Return values to replace `value` with, which break `constraint`."""
    limit = constraint.schema[constraint.keyword]
    if constraint.keyword == "additionalProperties":
        return [{**value, "no such property": 1}] if limit is False else []
    return BREAKING[constraint.keyword](limit, value)


def satisfying(constraint: Constraint) -> list[Any]:
    """Return values that just satisfy `constraint`."""
    limit = constraint.schema[constraint.keyword]
    return SATISFYING.get(constraint.keyword, lambda _: [])(limit)


WRONG: dict[str, list[Any]] = {
    "string": [None, 5, True, ["x"], {}],
    "integer": [None, "5", True, 1.5, [1]],
    "number": [None, "5", True, [1]],
    "boolean": [None, 0, 1, "true", "yes", 1.0],
    "array": [None, "x", {"0": "x"}, 5],
    "object": [None, [], "x", 5],
}
"""Type: values of other types, mainly those that a lax validator would accept."""

BREAKING: dict[str, Callable[[Any, Any], list[Any]]] = {
    "type": lambda name, _: WRONG[name],
    "enum": lambda values, _: [
        "no such value",
        None,
        True,
        *(str(value) for value in values if not isinstance(value, str)),
        *(f"{value} " for value in values if isinstance(value, str)),
    ],
    "minimum": lambda limit, _: [limit - 1, limit - 0.5, limit - 10**30],
    "maximum": lambda limit, _: [limit + 1, limit + 0.5, limit + 10**30],
    "minLength": lambda limit, _: ["x" * size for size in {0, limit - 1} if size < limit],
    "maxLength": lambda limit, _: ["😀" * (limit + 1)],
    "minItems": lambda limit, value: [value[: limit - 1]] if limit else [],
    "maxItems": lambda limit, value: [value[:1] * (limit + 1)],
    "required": lambda names, value: [
        {key: item for key, item in value.items() if key != name} for name in names
    ],
}
"""Keyword: makes values that break it, from the keyword's value and a value that fits."""

SATISFYING: dict[str, Callable[[Any], list[Any]]] = {
    "enum": lambda values: values,
    "minimum": lambda limit: [limit, float(limit), limit + 1],
    "maximum": lambda limit: [limit, float(limit), limit - 1],
    "maxLength": lambda limit: ["😀" * limit],
}
"""Keyword: makes values that just satisfy it, from the keyword's value."""
