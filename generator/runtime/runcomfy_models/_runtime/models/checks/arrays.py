"""Keywords about arrays."""

from collections.abc import Iterator
from typing import Any

from ...json_value import json_key
from .faults import Fault, Test, at, passes
from .keyword import Build, Compile, Schema
from .sizes import sizes


def _items(schema: Schema, compiled: Compile) -> Test:
    """The items behind those that `prefixItems` is about."""
    item = compiled(schema["items"])
    start = len(schema.get("prefixItems", ()))

    def test(value: Any) -> Iterator[Fault]:
        for index in range(start, len(value)):
            yield from at(index, item(value[index]))

    return test


def _prefix_items(schema: Schema, compiled: Compile) -> Test:
    tests = [compiled(item) for item in schema["prefixItems"]]

    def test(value: Any) -> Iterator[Fault]:
        for index, (one, item) in enumerate(zip(tests, value, strict=False)):
            yield from at(index, one(item))

    return test


def _unique_items(schema: Schema, _: Compile) -> Test:
    fault = Fault((), "Items should differ from each other")

    def test(value: Any) -> Iterator[Fault]:
        if len(set(map(json_key, value))) < len(value):
            yield fault

    return test if schema["uniqueItems"] else lambda _: iter(())


def _contains(schema: Schema, compiled: Compile) -> Test:
    item = compiled(schema["contains"])
    least, most = schema.get("minContains", 1), schema.get("maxContains")
    limits = f"at least {least}" if most is None else f"{least} to {most}"

    def test(value: Any) -> Iterator[Fault]:
        count = sum(passes(item, one) for one in value)
        if count < least or (most is not None and count > most):
            message = f"List should have {limits} items of the kind that is asked for"
            yield Fault((), f"{message}, not {count}")

    return test


KEYWORDS: dict[str, Build] = {
    **sizes("Items", "List should have", "items"),
    "items": _items,
    "prefixItems": _prefix_items,
    "uniqueItems": _unique_items,
    "contains": _contains,
}
