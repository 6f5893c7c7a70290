"""What a test of a value finds: places that do not fit, and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """One place that does not fit."""

    steps: tuple[str | int, ...]
    """Keys and indexes that lead to it."""
    message: str
    """What was expected there."""


Test = Callable[[Any], Iterator[Fault]]
"""From a JSON value to what does not fit in it; nothing where everything does."""


def passes(test: Test, value: Any) -> bool:
    """Whether `test` finds nothing."""
    return next(test(value), None) is None


def at(step: str | int, faults: Iterator[Fault]) -> Iterator[Fault]:
    """`faults` of what is found at `step` of a value, as faults of that value."""
    for fault in faults:
        yield Fault((step, *fault.steps), fault.message)


def told(faults: Iterable[Fault]) -> str:
    """`faults` in one line: `a: Field required, b[0]: Input should be …`."""
    return ", ".join(
        f"{_path(fault.steps)}: {fault.message}" if fault.steps else fault.message
        for fault in faults
    )


def _path(steps: tuple[str | int, ...]) -> str:
    texts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(texts).removeprefix(".")
