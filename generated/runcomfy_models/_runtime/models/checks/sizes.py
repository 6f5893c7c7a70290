# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 3792162ead9ea932e4c8b483b8e0e5ce
"""Keywords that limit a size: characters, items, properties."""

from collections.abc import Iterator
from typing import Any

from .keyword import Compile, Keyword, Schema
from .violations import Validator, Violation


def sizes(suffix: str, subject: str, things: str) -> dict[str, Keyword]:
    """Return the keywords `min…` and `max…`: `sizes("Items", "List should have", "items")`."""
    return {
        f"min{suffix}": _size(f"min{suffix}", f"{subject} at least", things, 1),
        f"max{suffix}": _size(f"max{suffix}", f"{subject} at most", things, -1),
    }


def _size(keyword: str, subject: str, things: str, sign: int) -> Keyword:
    def compiled(schema: Schema, _: Compile) -> Validator:
        limit = schema[keyword]
        violation = Violation((), f"{subject} {limit} {things}")

        def validate(value: Any) -> Iterator[Violation]:
            if (len(value) - limit) * sign < 0:
                yield violation

        return validate

    return compiled
