"""Make up a text that matches a pattern."""

from __future__ import annotations

from runcomfy_codegen.patterns.charsets import complement
from runcomfy_codegen.patterns.parsing import PatternParser
from runcomfy_codegen.patterns.tree import (
    Alternation,
    CharacterSet,
    Concatenation,
    Node,
    Repetition,
)

LIKELY_CHARACTERS = "a1A_-. /@"
"""Characters that are tried first."""


def matching_text(pattern: str, extra_repetitions: int = 0) -> str:
    """Return a text that probably matches: boundaries and lookarounds are ignored.

    Each repetition has its minimum and up to `extra_repetitions` more. Raises
    `UnsupportedPatternError`.
    """
    return _text(PatternParser(pattern).parse(), extra_repetitions)


def _text(node: Node, extra_repetitions: int) -> str:
    match node:
        case CharacterSet():
            return _character(node)
        case Concatenation(items):
            return "".join(_text(item, extra_repetitions) for item in items)
        case Alternation(options):
            return _text(options[0], extra_repetitions)
        case Repetition(inner, minimum, maximum):
            times = minimum + extra_repetitions
            times = times if maximum is None else min(times, maximum)
            return _text(inner, extra_repetitions) * times
        case _:
            return ""


def _character(node: CharacterSet) -> str:
    """Return a character of a set; a letter if the set has Unicode properties."""
    if node.properties:
        return LIKELY_CHARACTERS[0]
    ranges = complement(node.ranges) if node.negated else node.ranges
    likely = (char for char in LIKELY_CHARACTERS if any(a <= ord(char) <= b for a, b in ranges))
    return next(likely, chr(ranges[0][0]) if ranges else "")
