"""The inputs that a price depends on: seconds, number of outputs, and choices that cost more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_number, is_object
from runcomfy_codegen.planning.ir import AmountSpec, ChoiceSpec, FactorSpec
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import merged
from runcomfy_codegen.reading.model_overrides import PriceFactor

SECONDS = (
    "duration",
    "duration_seconds",
    "duration_in_seconds",
    "video_duration",
    "video_length",
    "audio_duration",
    "audio_length",
    "seconds",
    "seconds_total",
    "length_in_seconds",
    "length_seconds",
)
"""Properties that say how many seconds an output lasts; the first one that a model has counts."""

OUTPUTS = (
    "num_images",
    "num_videos",
    "num_outputs",
    "num_samples",
    "number_of_images",
    "number_of_videos",
    "number_of_outputs",
    "image_count",
    "max_images",
    "batch_size",
    "n",
)
"""Properties that say how many outputs a job has; the first one that a model has counts."""

_NUMBER = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) ?(?:s|sec|secs|seconds?)?")
"""The texts of an enum that are numbers: `5`, `5s`, `10 seconds`."""


def price_factors(
    unit: str | None, schema: Schema, choices: Mapping[str, PriceFactor]
) -> tuple[FactorSpec, ...] | None:
    """Return the inputs of `schema` that a price for each `unit` depends on.

    `choices` are those that a maintainer has named, by wire name. Returns None if the inputs do
    not say how many units there will be.
    """
    properties = _properties(schema)
    seconds, outputs = _amount(SECONDS, properties), _amount(OUTPUTS, properties)
    if unit not in ("second", "output") or (unit == "second" and seconds is None):
        return None
    amounts = (seconds, outputs) if unit == "second" else (outputs,)
    named_choices = (_choice(name, properties[name], factor) for name, factor in choices.items())
    return (*(amount for amount in amounts if amount is not None), *named_choices)


def choice_problem(schema: Schema, name: str, factor: PriceFactor) -> str:
    """Return why the values of a maintainer's `factor` do not fit its input; else empty."""
    properties = _properties(schema)
    if name not in properties:
        return f"unknown input {name!r}"
    values = [_key(value) for value in _values(properties[name])]
    if not values:
        return f"{name} has neither an enum nor the type boolean"
    unknown = [value for value in factor.times if value not in values]
    return f"{name} is never {unknown[0]!r}" if unknown else ""


def _properties(schema: Schema) -> dict[str, Schema]:
    definitions = Definitions(schema)
    return {
        name: _without_null(merged(member, definitions)[0])
        for name, member in schema.get("properties", {}).items()
        if is_object(member)
    }


def _without_null(schema: Schema) -> Schema:
    """Return the member of a union with null that is not null; any other schema as it is."""
    members = [member for member in schema.get("anyOf", ()) if member != {"type": "null"}]
    return members[0] if len(members) == 1 and is_object(members[0]) else schema


def _amount(names: tuple[str, ...], properties: Mapping[str, Schema]) -> FactorSpec | None:
    amounts = (_amount_of(name, properties[name]) for name in names if name in properties)
    return next((amount for amount in amounts if amount), None)


def _amount_of(name: str, schema: Schema) -> FactorSpec | None:
    """Return an input as an amount; None if it is not a number, nor an enum of numbers."""
    if "enum" in schema:
        numbers = tuple((value, _number(value)) for value in schema["enum"] if value is not None)
        has_numbers = any(number is not None for _, number in numbers)
        return ChoiceSpec(name, numbers) if has_numbers else None
    if {"integer", "number"}.isdisjoint(type_names(schema.get("type"))):
        return None
    # An exclusive bound serves as well: the price only needs a number on that side.
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    return AmountSpec(name, low, high)


def _number(value: Any) -> int | float | None:
    if isinstance(value, str):
        match = _NUMBER.fullmatch(value.strip().lower())
        value = (float(match[1]) if "." in match[1] else int(match[1])) if match else None
    return value if is_number(value) and value > 0 else None


def _choice(name: str, schema: Schema, factor: PriceFactor) -> ChoiceSpec:
    return ChoiceSpec(
        name, tuple((value, factor.times.get(_key(value), 1)) for value in _values(schema))
    )


def _values(schema: Schema) -> Iterator[Any]:
    """Yield the values that an input may have, if they are listed."""
    if schema.get("type") == "boolean":
        yield from (False, True)
    yield from (value for value in schema.get("enum", ()) if value is not None)


def _key(value: Any) -> str:
    """Return a value as a key of TOML: `1080p`, `true`, `5`."""
    return value if isinstance(value, str) else str(value).lower()
