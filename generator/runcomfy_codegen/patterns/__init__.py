"""Translate ECMA 262 patterns for the regular expression engines of the clients."""

from runcomfy_codegen.patterns.matching_texts import matching_text
from runcomfy_codegen.patterns.searching import matcher
from runcomfy_codegen.patterns.translating import Regex, translated
from runcomfy_codegen.patterns.tree import UnsupportedPatternError

__all__ = ["Regex", "UnsupportedPatternError", "matcher", "matching_text", "translated"]
