"""Patterns of ECMA 262, put into the syntax of the engines that the clients have."""

from runcomfy_codegen.patterns.searching import matcher
from runcomfy_codegen.patterns.translating import Regex, translated
from runcomfy_codegen.patterns.tree import UnsupportedPatternError

__all__ = ["Regex", "UnsupportedPatternError", "matcher", "translated"]
