# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d17d4479ba27d84d3ae40272867fae87
"""Violations of a schema: what does not fit in a value, and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple


class Violation(NamedTuple):
    """One member of a value, or the value itself, that does not fit."""

    steps: tuple[str | int, ...]
    """Keys and indexes that lead to the member; none for the value itself."""
    message: str
    """The expected value, in words."""


Validator = Callable[[Any], Iterator[Violation]]
"""Yields the violations in a JSON value."""


def is_valid(validator: Validator, value: Any) -> bool:
    """Whether `validator` finds nothing wrong with `value`."""
    return next(validator(value), None) is None


def nested(step: str | int, violations: Iterator[Violation]) -> Iterator[Violation]:
    """Yield the violations in a member as those of the value that has it at `step`."""
    for violation in violations:
        yield Violation((step, *violation.steps), violation.message)


def joined(violations: Iterable[Violation]) -> str:
    """Return violations on one line: `a: Field required, b[0]: Input should be …`."""
    return ", ".join(map(_line, violations))


def _line(violation: Violation) -> str:
    steps, message = violation
    return f"{_path(steps)}: {message}" if steps else message


def _path(steps: tuple[str | int, ...]) -> str:
    texts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(texts).removeprefix(".")
