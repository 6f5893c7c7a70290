# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d5f5b5031a9efc6b2c2b6600cb4ca11e
"""Propose strings: by format, by pattern, and of the right length."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import permutations, product
from random import Random
from typing import Any

from rstr import Rstr

from .constraints import Constraints

_MAX_CHARS = 100_000
"""Characters of the longest string that is proposed."""

PLAIN = ("text", *(f"text-{number}" for number in range(2, 31)), *"aA1é", "")
"""Strings without a format or a pattern."""

_SAMPLES = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "duration": "PT5S",
    "email": "name@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uri": "https://example.com/file",
    "uri-reference": "/file",
    "uuid": "01234567-89ab-4cde-8f01-23456789abcd",
}
"""Format: a string of it."""

REPEATS = (0, 1, 2, 4, 8)
"""Repetitions to try beyond the minimum of a pattern's quantifier."""

CHOICES = 8
"""Strings of the same length that are proposed for a pattern."""


def texts(constraints: Constraints) -> Iterator[str]:
    """Yield strings; those of a format first."""
    least = min(max(constraints.each("minLength"), default=0), _MAX_CHARS)
    most = min(constraints.each("maxLength"), default=_MAX_CHARS)
    for text in _proposed(constraints):
        yield text.ljust(least, text[-1:] or "x")[:most]


def _proposed(constraints: Constraints) -> Iterator[str]:
    yield from (
        _SAMPLES[name] for name in constraints.each("format") if name in _SAMPLES
    )
    patterns = list(dict.fromkeys(constraints.each("pattern")))
    for pattern in patterns:
        yield from _matching(pattern)
    if len(patterns) > 1:  # one after the other, with a match of each
        for parts in permutations(patterns[:3]):
            yield "".join(next(_matching(part), "") for part in parts)
    yield from PLAIN


def _matching(pattern: str) -> Iterator[str]:
    """Yield strings that match `pattern` as far as Python can read it, short ones first."""
    # Python writes `(?P<name>…)` for the `(?<name>…)` of ECMA 262.
    python = re.sub(r"\(\?<(?![=!])", "(?P<", pattern)
    for choice, repeats in product(range(CHOICES), REPEATS):
        with suppress(Exception):  # other differences between the two languages
            text = Rstr(_Chooser(choice, repeats)).xeger(python)
            yield from (text, f"{text}{choice}", f"{choice}{text}")


class _Chooser(Random):
    """Makes the random choices of `Rstr` predictable."""

    def __init__(self, choice: int, repeats: int) -> None:
        super().__init__(0)
        self._choice = choice
        self._repeats = repeats

    def randint(self, a: int, b: int) -> int:
        return min(a + self._repeats, b)

    def choice(self, seq: Any) -> Any:
        options = sorted(seq, key=_rank)
        return options[self._choice % len(options)]


def _rank(option: Any) -> tuple[bool, str]:
    """Return the key by which options are sorted: letters and digits come first."""
    return not str(option).isalnum(), str(option)
