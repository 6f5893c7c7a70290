"""Keywords that bound how many there are: characters, items, properties."""

from collections.abc import Iterator
from typing import Any

from .faults import Fault, Test
from .keyword import Build, Compile, Schema


def sizes(suffix: str, subject: str, things: str) -> dict[str, Build]:
    """`min…` and `max…` of `suffix`: `sizes("Items", "List should have", "items")`."""
    return {
        f"min{suffix}": _size(f"min{suffix}", f"{subject} at least", things, 1),
        f"max{suffix}": _size(f"max{suffix}", f"{subject} at most", things, -1),
    }


def _size(keyword: str, subject: str, things: str, sign: int) -> Build:
    def build(schema: Schema, _: Compile) -> Test:
        limit = schema[keyword]
        fault = Fault((), f"{subject} {limit} {things}")

        def test(value: Any) -> Iterator[Fault]:
            if (len(value) - limit) * sign < 0:
                yield fault

        return test

    return build
