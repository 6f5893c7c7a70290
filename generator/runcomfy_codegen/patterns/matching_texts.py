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

LIKELY = "a1A_-. /@"
"""Characters that are tried first."""


def matching_text(pattern: str, more: int = 0) -> str:
    """Return a text that probably matches, with `more` than the least of what may be repeated.

    Boundaries, and what is only looked at, are left out. Raises `UnsupportedPatternError`.
    """
    return _text(PatternParser(pattern).parse(), more)


def _text(node: Node, more: int) -> str:
    match node:
        case CharacterSet():
            return _character(node)
        case Concatenation(items):
            return "".join(_text(item, more) for item in items)
        case Alternation(options):
            return _text(options[0], more)
        case Repetition(inner, minimum, maximum):
            times = minimum + more if maximum is None else min(minimum + more, maximum)
            return _text(inner, more) * times
        case _:
            return ""


def _character(node: CharacterSet) -> str:
    """Return a character of a set; a letter if the set has Unicode properties."""
    if node.properties:
        return LIKELY[0]
    ranges = complement(node.ranges) if node.negated else node.ranges
    likely = (char for char in LIKELY if any(a <= ord(char) <= b for a, b in ranges))
    return next(likely, chr(ranges[0][0]) if ranges else "")
