# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 712811a340c4a356866b892b97e3fdae
"""Rules in words: conditions on several inputs, which a page states and a schema cannot."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]
"""Inputs by wire name, as they are sent."""


@dataclass(frozen=True)
class Rule:
    """A rule of one model. Its inputs are read when it is checked."""

    id: str
    inputs: tuple[str, ...]
    """The wire names of the inputs that it is about."""
    violation: Callable[[Values], str | None]
    """Returns the message if inputs break the rule, else None."""
    message: str
    """The message with names in braces."""
    quote: str
    """The sentence of the page that states it."""


def value(values: Values, name: str, default: Any = None) -> Any:
    """Return an input that may be null, or its default; raise `LookupError` without either."""
    given_value = values.get(name)
    if given_value is None and default is None:
        raise LookupError(name)
    return default if given_value is None else given_value


def given(values: Values, name: str) -> bool:
    """Whether an input was given, and is not null."""
    return values.get(name) is not None


def broken_rules(
    rules: Collection[Rule], values: Values, wrong: frozenset[str] = frozenset()
) -> Iterator[tuple[Rule, str]]:
    """Yield each rule that `values` break, and its message.

    A rule is skipped if it is about an input among `wrong`, which does not fit its own schema, or
    if it needs an input that has no value.
    """
    for rule in rules:
        if wrong and not wrong.isdisjoint(rule.inputs):
            continue
        try:
            message = rule.violation(values)
        # LookupError: an input without a value. ValueError: `min()` or `max()` of no values.
        except (LookupError, ArithmeticError, ValueError):
            continue
        if message is not None:
            yield rule, message
