# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 81bbd24f61588fb426557fd069ab45ff
"""Keywords that apply to numbers: bounds and `multipleOf`, all exact."""

from collections.abc import Callable, Iterator
from operator import ge, gt, le, lt
from typing import Any

from ..exact_numbers import exact
from .keyword import Compile, Keyword, Schema
from .violations import Validator, Violation

_Number = int | float


def _bound(
    keyword: str, fits: Callable[[_Number, _Number], bool], wording: str
) -> Keyword:
    def compiled(schema: Schema, _: Compile) -> Validator:
        limit = schema[keyword]
        violation = Violation((), f"Input should be {wording} {limit}")

        def validate(value: Any) -> Iterator[Violation]:
            if not fits(value, limit):
                yield violation

        return validate

    return compiled


def _multiple_of(schema: Schema, _: Compile) -> Validator:
    step = exact(schema["multipleOf"])
    violation = Violation((), f"Input should be a multiple of {schema['multipleOf']}")

    def validate(value: Any) -> Iterator[Violation]:
        if (exact(value) / step).denominator != 1:
            yield violation

    return validate


KEYWORDS: dict[str, Keyword] = {
    "minimum": _bound("minimum", ge, "greater than or equal to"),
    "maximum": _bound("maximum", le, "less than or equal to"),
    "exclusiveMinimum": _bound("exclusiveMinimum", gt, "greater than"),
    "exclusiveMaximum": _bound("exclusiveMaximum", lt, "less than"),
    "multipleOf": _multiple_of,
}
