# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 146c167205984eb1d179bd88a045cc4b
"""Keywords that apply to arrays."""

from collections.abc import Iterator
from typing import Any

from ...json_value import json_key
from .keyword import Compile, Keyword, Schema
from .sizes import sizes
from .violations import Validator, Violation, is_valid, nested


def _items(schema: Schema, compiled: Compile) -> Validator:
    """Validate the items after those of `prefixItems`."""
    item_validator = compiled(schema["items"])
    start = len(schema.get("prefixItems", ()))

    def validate(value: Any) -> Iterator[Violation]:
        for index in range(start, len(value)):
            yield from nested(index, item_validator(value[index]))

    return validate


def _prefix_items(schema: Schema, compiled: Compile) -> Validator:
    validators = [compiled(item) for item in schema["prefixItems"]]

    def validate(value: Any) -> Iterator[Violation]:
        for index, (validator, item) in enumerate(zip(validators, value, strict=False)):
            yield from nested(index, validator(item))

    return validate


def _unique_items(schema: Schema, _: Compile) -> Validator:
    violation = Violation((), "Items should be unique")

    def validate(value: Any) -> Iterator[Violation]:
        if len(set(map(json_key, value))) < len(value):
            yield violation

    return validate if schema["uniqueItems"] else lambda _: iter(())


def _contains(schema: Schema, compiled: Compile) -> Validator:
    item_validator = compiled(schema["contains"])
    least, most = schema.get("minContains", 1), schema.get("maxContains")
    limits = f"at least {least}" if most is None else f"{least} to {most}"

    def validate(value: Any) -> Iterator[Violation]:
        count = sum(is_valid(item_validator, item) for item in value)
        if count < least or (most is not None and count > most):
            message = f"List should have {limits} items that fit `contains`"
            yield Violation((), f"{message}, not {count}")

    return validate


KEYWORDS: dict[str, Keyword] = {
    **sizes("Items", "List should have", "items"),
    "items": _items,
    "prefixItems": _prefix_items,
    "uniqueItems": _unique_items,
    "contains": _contains,
}
