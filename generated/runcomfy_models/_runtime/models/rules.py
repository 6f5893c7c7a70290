# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: b87f7b2e9451eb4914c7ceb300f18049
"""Rules in words: conditions on several inputs, which a page states and a schema cannot."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .exact_numbers import exact as exact
from .exact_numbers import exact_values

Values = Mapping[str, Any]
"""Inputs by wire name, as they are sent; to a rule, each float is an exact `Fraction`."""


@dataclass(frozen=True)
class Rule:
    """A rule of one model. Its inputs are read when it is checked."""

    id: str
    inputs: tuple[str, ...]
    """The wire names of the inputs that it is about."""
    broken: Callable[[Values], str | None]
    """Returns the message if inputs break the rule, else None."""
    message: str
    """The message with names in braces."""
    quote: str
    """The sentence of the page that states it."""


def value(values: Values, name: str, default: Any = None) -> Any:
    """Return an input that may be null, or its default; raise `LookupError` without either."""
    value = values.get(name)
    if value is None and default is None:
        raise LookupError(name)
    return default if value is None else value


def given(values: Values, name: str) -> bool:
    """Whether an input was given, and is not null."""
    return values.get(name) is not None


def filled(message: str, *values: Any) -> str:
    """Return a message with `values` in its braces; an exact number is shown as a decimal."""
    return message.format(*map(_shown, values))


def _shown(value: Any) -> Any:
    if not isinstance(value, Fraction):
        return value
    return f"{Decimal(value.numerator) / value.denominator:.15g}"


def broken(
    rules: Collection[Rule], values: Values, wrong: frozenset[str] = frozenset()
) -> Iterator[tuple[Rule, str]]:
    """Yield each rule that `values` break, and its message.

    A rule is skipped if it is about an input among `wrong`, which does not fit its own schema, or
    if it needs an input that has no value.
    """
    if not rules:
        return
    exact_inputs: Values = exact_values(values)
    for rule in rules:
        if wrong and not wrong.isdisjoint(rule.inputs):
            continue
        try:
            message = rule.broken(exact_inputs)
        # LookupError: an input without a value. ValueError: `min()` or `max()` of no values.
        except (LookupError, ArithmeticError, ValueError):
            continue
        if message is not None:
            yield rule, message
