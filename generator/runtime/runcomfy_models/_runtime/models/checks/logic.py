"""Keywords that combine schemas: `allOf`, `anyOf`, `oneOf`, `not`, `if`."""

import json
from collections.abc import Iterator
from typing import Any

from ...truncating import truncated
from .keyword import Compile, Keyword, Schema
from .violations import Validator, Violation, is_valid, joined


def _all_of(schema: Schema, compiled: Compile) -> Validator:
    validators = [compiled(member) for member in schema["allOf"]]

    def validate(value: Any) -> Iterator[Violation]:
        for validator in validators:
            yield from validator(value)

    return validate


def _any_of(schema: Schema, compiled: Compile) -> Validator:
    validators = [compiled(member) for member in schema["anyOf"]]

    def validate(value: Any) -> Iterator[Violation]:
        by_member: list[list[Violation]] = []
        for validator in validators:
            by_member.append(list(validator(value)))
            if not by_member[-1]:
                return
        yield from _closest(by_member)

    return validate


def _one_of(schema: Schema, compiled: Compile) -> Validator:
    validators = [compiled(member) for member in schema["oneOf"]]

    def validate(value: Any) -> Iterator[Violation]:
        by_member = [list(validator(value)) for validator in validators]
        fitting = [
            str(index) for index, violations in enumerate(by_member) if not violations
        ]
        if not fitting:
            yield from _closest(by_member)
        elif len(fitting) > 1:
            numbers = " and ".join(fitting)
            message = f"Input should fit exactly one of {len(validators)} schemas"
            yield Violation((), f"{message}, but fits numbers {numbers}")

    return validate


def _closest(by_member: list[list[Violation]]) -> Iterator[Violation]:
    """Yield the violations of the member that the value is meant for, or all in one line.

    A value is meant for a member if, for this one only, all violations are inside the value.
    """
    # Works on results: validating once more would double the time at each level of nesting.
    only_inside = [
        violations
        for violations in by_member
        if all(violation.steps for violation in violations)
    ]
    if len(only_inside) == 1:
        yield from only_inside[0]
    else:
        reasons = "; or ".join(map(joined, by_member))
        yield Violation(
            (), truncated(f"Input fits none of the alternatives: {reasons}")
        )


def _not(schema: Schema, compiled: Compile) -> Validator:
    unwanted = compiled(schema["not"])
    excerpt = truncated(json.dumps(schema["not"], ensure_ascii=False))
    violation = Violation((), f"Input should not fit {excerpt}")

    def validate(value: Any) -> Iterator[Violation]:
        if is_valid(unwanted, value):
            yield violation

    return validate


def _if(schema: Schema, compiled: Compile) -> Validator:
    condition = compiled(schema["if"])
    then, otherwise = (compiled(schema.get(name, True)) for name in ("then", "else"))

    def validate(value: Any) -> Iterator[Violation]:
        return (then if is_valid(condition, value) else otherwise)(value)

    return validate


KEYWORDS: dict[str, Keyword] = {
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
}
