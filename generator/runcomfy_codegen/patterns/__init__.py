"""Patterns of ECMA 262: translated for the engines of the clients, matched, and compared."""

from runcomfy_codegen.patterns.inferring import are_alike, matches_any_text, shortest_match
from runcomfy_codegen.patterns.matching_texts import matching_text
from runcomfy_codegen.patterns.searching import matcher
from runcomfy_codegen.patterns.translating import Regex, translated
from runcomfy_codegen.patterns.tree import UnsupportedPatternError

__all__ = [
    "Regex",
    "UnsupportedPatternError",
    "are_alike",
    "matcher",
    "matches_any_text",
    "matching_text",
    "shortest_match",
    "translated",
]
