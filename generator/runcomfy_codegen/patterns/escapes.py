"""Parse the parts of a pattern that match one character: escapes and bracketed classes."""

from __future__ import annotations

import re
from typing import Literal

from runcomfy_codegen.patterns.charsets import (
    CLASS_ESCAPES,
    CONTROL_ESCAPES,
    MAX_CODE_POINT,
    SURROGATES,
    union,
)
from runcomfy_codegen.patterns.cursor import Cursor
from runcomfy_codegen.patterns.tree import Boundary, CharacterSet

_PROPERTY = re.compile(r"[pP]\{[A-Za-z0-9_]+(?:=[A-Za-z0-9_]+)?\}")
_CODE_POINT = re.compile(
    r"x([0-9A-Fa-f]{2})|u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})"
    r"|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,8})\}"
)
_CONTROL_LETTER = re.compile(r"c([A-Za-z])")

_SYNTAX_CHARACTERS = frozenset(r"^$\.*+?()[]{}|/")
"""Characters that Unicode mode allows to be escaped."""

_BACKSPACE = 8


class CharacterParser(Cursor):
    """Parses escapes and classes, and keeps track of the mode of ECMA 262 that they need."""

    def __init__(self, text: str) -> None:
        """Start at the beginning of `text`."""
        super().__init__(text)
        self.needs_unicode_mode = False
        self.needs_legacy_mode = False

    def check_mode(self) -> None:
        """Raise `UnsupportedPatternError` if neither mode of ECMA 262 reads the whole pattern."""
        # `\p{L}` and `\u{41}` are letters and a quantifier in legacy mode; a brace that is not
        # part of a quantifier, for example, is an error in Unicode mode.
        if self.needs_unicode_mode and self.needs_legacy_mode:
            raise self.unsupported("syntax of Unicode mode and syntax of legacy mode")

    def literal(self, code_point: int) -> CharacterSet:
        """Return the set of one character."""
        if code_point > MAX_CODE_POINT or SURROGATES[0] <= code_point <= SURROGATES[1]:
            raise self.unsupported("a character that no text can contain")
        return CharacterSet(((code_point, code_point),))

    def word_boundary(self) -> Boundary | None:
        """Parse `b` or `B` after a backslash, if it comes next."""
        kinds: tuple[Literal["b", "B"], ...] = ("b", "B")
        return next((Boundary(kind) for kind in kinds if self.take(kind)), None)

    def escape(self, in_class: bool = False) -> CharacterSet:
        """Parse what follows a backslash."""
        char = self.rest[:1]
        if char in CLASS_ESCAPES:
            self.pos += 1
            return CharacterSet(CLASS_ESCAPES[char])
        if match := _PROPERTY.match(self.text, self.pos):
            self.pos = match.end()
            self.needs_unicode_mode = True
            return CharacterSet((), ("\\" + match.group(),))
        if match := _CODE_POINT.match(self.text, self.pos):
            self.pos = match.end()
            return self.literal(self._code_point(match))
        if match := _CONTROL_LETTER.match(self.text, self.pos):
            self.pos = match.end()
            return self.literal(ord(match.group(1)) % 32)  # as ECMA 262 defines `\cX`
        self.pos += 1
        return self.literal(self._escaped_character(char, in_class))

    def character_class(self) -> CharacterSet:
        """Parse a class, from after its opening bracket."""
        negated = self.take("^")
        ranges: list[tuple[int, int]] = []
        properties: list[str] = []
        while not self.take("]"):
            first = self._class_member()
            last = self._end_of_range(first)
            ranges += ((first.ranges[0][0], last),) if last is not None else first.ranges
            properties += first.properties
        return CharacterSet(union(ranges), tuple(properties), negated)

    def _code_point(self, match: re.Match[str]) -> int:
        two_digits, high, low, four_digits, braced = match.groups()
        self.needs_unicode_mode |= braced is not None
        if high:  # a surrogate pair
            return 0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)
        return int(two_digits or four_digits or braced, 16)

    def _escaped_character(self, char: str, in_class: bool) -> int:
        if char in CONTROL_ESCAPES:
            return CONTROL_ESCAPES[char]
        if char == "0" and not self.rest[:1].isdecimal():
            return 0
        if char == "b" and in_class:
            return _BACKSPACE
        if not char or char.isalnum():
            raise self.unsupported("a reference to a group, or an unknown escape")
        self.needs_legacy_mode |= char not in _SYNTAX_CHARACTERS and not (in_class and char == "-")
        return ord(char)

    def _end_of_range(self, first: CharacterSet) -> int | None:
        """Return the last character of the range from `first` on; None if it is not a range."""
        if self.rest[:1] != "-" or self.rest[1:2] == "]":
            return None
        if first.code_point is None:  # as in `[\d-z]`, where legacy mode takes `-` literally
            self.needs_legacy_mode = True
            return None
        self.pos += 1
        last = self._class_member().code_point
        if last is None or last < first.code_point:
            raise self.unsupported("a range that is out of order, or whose end is a class")
        return last

    def _class_member(self) -> CharacterSet:
        if not self.rest:
            raise self.unsupported("a [ that is not closed")
        if self.take("\\"):
            return self.escape(in_class=True)
        self.pos += 1
        return self.literal(ord(self.text[self.pos - 1]))
