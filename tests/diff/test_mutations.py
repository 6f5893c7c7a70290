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
    return lambda one: {**one, key: change(one[key])} if key in one else None


def drop(key: str) -> Mutation:
    return lambda one: {name: one[name] for name in one if name != key} if key in one else None


def typed(name: str, **keywords: Any) -> Mutation:
    """Add keywords to each schema of a type."""
    return lambda one: {**one, **keywords} if one.get("type") == name else None


def moved_into(keyword: str) -> Mutation:
    """Put a schema into a list of one."""
    return lambda one: {keyword: [one]} if "type" in one else None


def null_added(one: Schema) -> Schema | None:
    """Allow null as FastAPI writes it: with the words and the default outside."""
    words = {key: one[key] for key in ("title", "description", "default") if key in one}
    rest = {key: one[key] for key in one if key not in words}
    return {"anyOf": [rest, {"type": "null"}], **words} if "type" in one else None


def range_split(one: Schema) -> Schema | None:
    if "minimum" not in one or "maximum" not in one:
        return None
    middle = (one["minimum"] + one["maximum"]) // 2
    rest = {key: one[key] for key in one if key not in ("type", "minimum", "maximum")}
    low = {"type": one["type"], "minimum": one["minimum"], "maximum": middle}
    step = {"minimum": middle + 1} if one["type"] == "integer" else {"exclusiveMinimum": middle}
    return {**rest, "anyOf": [low, {"type": one["type"], **step, "maximum": one["maximum"]}]}


def first_property_dropped(properties: Schema) -> Schema:
    return dict(list(properties.items())[1:])


HARMLESS: dict[str, Mutation] = {
    "another title": typed("string", title="Another"),
    "no description": drop("description"),
    "a comment": typed("object", **{"$comment": "checked"}),
    "keys in another order": lambda one: dict(reversed(one.items())),
    "a default as a float": put("default", lambda one: float(one) if type(one) is int else one),
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
    "an enum that nothing refers to": lambda one: {**one, "$defs": {"Unused": {"enum": [1]}}},
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
    "all required": lambda one: (
        {**one, "required": [*one["properties"]]}
        if one.get("properties", {}).keys() - {*one.get("required", ())}
        else None
    ),
    "a required input": lambda one: (
        {
            **one,
            "properties": {**one["properties"], "new": {"type": "string"}},
            "required": [*one.get("required", ()), "new"],
        }
        if "properties" in one
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
    """Yield each real document, and what a mutation makes of it at one place."""
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
    return max((one.verdict for one in findings_of(model(old), model(new))), default=Verdict.WORDS)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_mutation_of_a_real_schema_is_not_a_break(name: str) -> None:
    for old, new in mutants(HARMLESS[name]):
        assert worst(old, new) < Verdict.BREAKING, new


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_mutation_of_a_real_schema_is_breaking(name: str) -> None:
    found = list(mutants(HARMFUL[name]))
    assert found
    for old, new in found:
        assert worst(old, new) is Verdict.BREAKING, new
