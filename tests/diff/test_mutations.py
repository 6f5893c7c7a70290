"""Mutations of a real schema: a harmful one is a breaking change, a harmless one is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.json_schema.pointers import join_pointer, value_at
from runcomfy_codegen.json_schema.values import Schema
from runcomfy_codegen.json_schema.walking import every_schema

from .building import findings_of, model

SCHEMAS = Path(__file__).parents[2] / "schemas"
FILES = sorted(SCHEMAS.rglob("input.json"))

Mutation = Callable[[Schema], Schema | None]
"""Takes a schema inside a document; returns another one, or None if it has nothing to change."""


def put(key: str, change: Callable[[Any], Any]) -> Mutation:
    """Change the value of a keyword that is there."""
    return lambda schema: {**schema, key: change(schema[key])} if key in schema else None


def drop(key: str) -> Mutation:
    return lambda schema: (
        {name: schema[name] for name in schema if name != key} if key in schema else None
    )


def typed(name: str, **keywords: Any) -> Mutation:
    """Add keywords to each schema of a type."""
    return lambda schema: {**schema, **keywords} if schema.get("type") == name else None


def moved_into(keyword: str) -> Mutation:
    """Put a schema into a list of one."""
    return lambda schema: {keyword: [schema]} if "type" in schema else None


def null_added(schema: Schema) -> Schema | None:
    """Allow null as FastAPI writes it: with the words and the default outside."""
    words = {key: schema[key] for key in ("title", "description", "default") if key in schema}
    rest = {key: schema[key] for key in schema if key not in words}
    return {"anyOf": [rest, {"type": "null"}], **words} if "type" in schema else None


def range_split(schema: Schema) -> Schema | None:
    if "minimum" not in schema or "maximum" not in schema:
        return None
    middle = (schema["minimum"] + schema["maximum"]) // 2
    rest = {key: schema[key] for key in schema if key not in ("type", "minimum", "maximum")}
    low = {"type": schema["type"], "minimum": schema["minimum"], "maximum": middle}
    step = {"minimum": middle + 1} if schema["type"] == "integer" else {"exclusiveMinimum": middle}
    return {**rest, "anyOf": [low, {"type": schema["type"], **step, "maximum": schema["maximum"]}]}


def first_property_dropped(properties: Schema) -> Schema:
    return dict(list(properties.items())[1:])


HARMLESS: dict[str, Mutation] = {
    "another title": typed("string", title="Another"),
    "no description": drop("description"),
    "a comment": typed("object", **{"$comment": "checked"}),
    "keys in another order": lambda schema: dict(reversed(schema.items())),
    "a default as a float": put(
        "default", lambda schema: float(schema) if type(schema) is int else schema
    ),
    "a wider range": put("maximum", lambda limit: limit + 1),
    "no lower end": drop("minimum"),
    "an end that is a float": put("maximum", float),
    "one value more": put("enum", lambda values: [*values, "another"]),
    "values in another order": put("enum", lambda values: values[::-1]),
    "more items": put("maxItems", lambda limit: limit + 1),
    "fewer required": put("required", lambda names: names[1:]),
    "an optional input": put("properties", lambda rows: {**rows, "new": {"type": "string"}}),
    "nullable": typed("integer", nullable=True),
    "null as FastAPI writes it": null_added,
    "a detour by allOf": moved_into("allOf"),
    "a union of one": moved_into("oneOf"),
    "a pattern that any text has": typed("string", pattern=".*"),
    "a double not": typed("string", **{"not": {"not": {"type": "string"}}}),
    "whole multiples of one": typed("integer", multipleOf=1),
    "a range in two pieces": range_split,
    "an enum that nothing refers to": lambda schema: {**schema, "$defs": {"Unused": {"enum": [1]}}},
}
"""Changes that no caller notices."""

HARMFUL: dict[str, Mutation] = {
    "a narrower range": put("maximum", lambda limit: limit - 1),
    "a higher lower end": put("minimum", lambda limit: limit + 1),
    "one value less": put("enum", lambda values: values[:-1] or ["another"]),
    "values of another type": put("enum", lambda values: list(range(len(values)))),
    "fewer items": put("maxItems", lambda limit: limit - 1),
    "an input gone": put("properties", first_property_dropped),
    "an input called something else": put(
        "properties", lambda rows: {f"{name}_": rows[name] for name in rows}
    ),
    "all required": lambda schema: (
        {**schema, "required": [*schema["properties"]]}
        if schema.get("properties", {}).keys() - {*schema.get("required", ())}
        else None
    ),
    "a required input": lambda schema: (
        {
            **schema,
            "properties": {**schema["properties"], "new": {"type": "string"}},
            "required": [*schema.get("required", ()), "new"],
        }
        if "properties" in schema
        else None
    ),
    "numbers as texts": typed("integer", type="string"),
    "numbers that are whole": typed("float", type="integer"),
    "texts that match": typed("string", pattern="^x$"),
    "texts that are long": typed("string", minLength=1000),
    "no text": typed("string", **{"not": {"type": "string"}}),
    "multiples of seven": typed("integer", multipleOf=7),
}
"""Changes that some callers notice: a value that they give is refused, or a name is gone."""


def mutants(mutation: Mutation) -> Iterator[tuple[Any, Any]]:
    """Yield each real document with each copy of it that is mutated at one place."""
    for file in FILES:
        document = json.loads(file.read_text("utf-8"))
        for pointer, schema in every_schema(document):
            changed = mutation(schema)
            is_input = pointer or "properties" in (changed or {})  # of a document, it names inputs
            if is_input and changed is not None and changed != schema:
                yield document, _replaced(document, pointer, changed)


def _replaced(document: Any, pointer: str, schema: Any) -> Any:
    if not pointer:
        return schema
    mutant = copy.deepcopy(document)
    parent, _, _ = pointer.rpartition("/")
    holder = value_at(mutant, parent)
    key: Any = next(key for key in _keys(holder) if parent + join_pointer(key) == pointer)
    holder[key] = schema
    return mutant


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def worst(old: Any, new: Any) -> Verdict:
    return max(
        (finding.verdict for finding in findings_of(model(old), model(new))), default=Verdict.WORDS
    )


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_mutation_of_a_real_schema_is_not_a_break(name: str) -> None:
    for old, new in mutants(HARMLESS[name]):
        assert worst(old, new) < Verdict.BREAKING, new


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_mutation_of_a_real_schema_is_breaking(name: str) -> None:
    pairs = list(mutants(HARMFUL[name]))
    assert pairs
    for old, new in pairs:
        assert worst(old, new) is Verdict.BREAKING, new
